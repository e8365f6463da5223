/** How many turns back people quote. */
const reach = 60

/**
 * A thread of about so many characters, made of the sentences of some texts: a post, a line that counts the comments,
 * and comments of a few paragraphs.
 *
 * In every sentence the third word and each third one after it is another, so that no four words in a row come again by
 * chance, however long the thread: only what one comment in three quotes does, about an eighth of the whole.
 */
export function debateText(texts: readonly string[], length: number): string {
  const random = seeded(length)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const paragraphs = texts.flatMap((text) => text.split(/\n+/)).filter((line) => line.length > 60)
  const vocabulary = [...new Set(paragraphs.join(' ').match(/[a-z]{4,}/g))]
  // Half of the words that come in are the debate's own, half are new, as in every long talk.
  const word = () => (random() < 0.5 ? pick(vocabulary) : pick(vocabulary) + pick(vocabulary))
  const other = (sentence: string) =>
    sentence
      .split(' ')
      .map((one, at) => (at % 3 === 2 ? one.replace(/[\w’']+/, word) : one))
      .join(' ')
  const paragraph = () => pick(paragraphs).split(sentenceEnd).map(other).join(' ')

  const post: string[] = ['A thread made for measuring']
  const comments: string[] = []
  let turns = 0
  let made = 0
  const say = (line: string, to: string[]) => {
    to.push(line)
    made += line.length + 1
  }
  while (made < length / 6) say(paragraph(), post)
  const all = [...post]
  while (made < length - 40) {
    turns++
    if (random() < 0.45) {
      const quoted = pick(all.slice(-reach)).split(sentenceEnd)
      const from = Math.floor(random() * quoted.length)
      say(quoted.slice(from, from + 2).join(' '), comments)
    }
    for (let more = 1 + Math.floor(random() * 4); more > 0; more--) {
      const line = paragraph()
      all.push(line)
      say(line, comments)
    }
  }
  const text = [...post, `${turns} comments, sorted by top scoring`, ...comments].join('\n')
  return text.slice(0, length)
}

const sentenceEnd = /(?<=[.?!]) /

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
