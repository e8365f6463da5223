import { anchorsBetween } from '../model/anchors'
import type { Debate, Passage, Source } from '../model/debate'
import { supersededBy } from '../model/earlier'
import { quoteAt } from '../model/quotes'
import type { Id, SourceSpan, Span } from '../model/schema'
import { placeInFull, whereIs } from './whereabouts'

/** What to know before words are made into a statement, and which words to take instead. */
export interface Doubt {
  /** A sentence or two. */
  says: string
  /** No statement can be made of the words as they are: they are not one person’s. */
  isBar: boolean
  offers: readonly { label: string; words: SourceSpan }[]
}

/**
 * What speaks against crediting words to whoever speaks where they stand; null where nothing does.
 *
 * Words that somebody quotes are another’s; words of two turns are two people’s; an earlier version of a text may say
 * what its author has taken back. The first of these that holds is told, with the words that are meant instead.
 */
export function doubtOf(debate: Debate, words: SourceSpan): Doubt | null {
  const source = debate.sources.get(words.source)
  if (source?.text === undefined) return null
  const pieces = piecesOf(source, words)
  return (
    ofEarlier(debate, source, words) ??
    ofTurns(debate, source, pieces) ??
    ofCopies(debate, source, pieces) ??
    ofSite(source, pieces)
  )
}

/** Words of one turn that stand together and are of one sort. */
interface Piece extends Span {
  turn: Id | null
  sort: 'own' | 'quotation' | 'repeat' | 'site'
  first: Passage
}

/** The words by whose they are: in the order of the text, each cut to the words that were picked. */
function piecesOf({ passages }: Source, words: Span): Piece[] {
  const pieces: Piece[] = []
  for (const passage of passages) {
    if (passage.end <= words.start || passage.start >= words.end) continue
    const { turn } = passage
    const sort = sortOf(passage)
    const end = Math.min(passage.end, words.end)
    const last = pieces.at(-1)
    if (last?.turn === turn && last.sort === sort) last.end = end
    else
      pieces.push({ start: Math.max(passage.start, words.start), end, turn, sort, first: passage })
  }
  return pieces
}

const sortOf = ({ role }: Passage): Piece['sort'] =>
  role === 'furniture' ? 'site' : role === 'quotation' || role === 'repeat' ? role : 'own'

function ofEarlier(debate: Debate, source: Source, words: SourceSpan): Doubt | null {
  const newer = debate.sources.get(supersededBy(source) ?? '')
  if (!newer || source.text === undefined) return null
  const quote = quoteAt(source.id, source.text, words)
  const there =
    newer.text === undefined
      ? null
      : anchorsBetween(source.text, { id: newer.id, text: newer.text }).quote(quote)
  const says = 'These words stand in an earlier version of the text'
  if (!there) return { says: `${says}, and no longer in the newest.`, isBar: false, offers: [] }
  return {
    says: `${says}.`,
    isBar: false,
    offers: [{ label: 'Use them in the newest', words: spanOf(newer.id, there) }],
  }
}

function ofTurns(debate: Debate, { id }: Source, pieces: readonly Piece[]): Doubt | null {
  const spoken = pieces.filter(({ sort }) => sort !== 'site')
  const turns = new Set(spoken.map(({ turn }) => turn))
  if (turns.size < 2) return null
  const longest = [...turns].flatMap((turn) => longestOf(spoken.filter((one) => one.turn === turn)))
  return {
    says: `These words reach over ${turns.size} turns. A statement says what one person said.`,
    isBar: true,
    offers: longest.slice(0, 3).map((piece) => ({
      label: `Only those of ${placeOf(debate, id, spanOf(id, piece))}`,
      words: spanOf(id, piece),
    })),
  }
}

function ofCopies(debate: Debate, source: Source, pieces: readonly Piece[]): Doubt | null {
  const copy = pieces.find(({ sort }) => sort === 'quotation' || sort === 'repeat')
  if (!copy) return null
  const isAll = pieces.every(({ sort }) => sort === copy.sort)
  const verb = copy.sort === 'quotation' ? 'quoted' : 'printed again'
  const origin = originOf(debate, copy.first)
  const from = origin && placeOf(debate, source.id, spanOf(origin.source.id, origin.passage))
  const said = isAll ? `These words are ${verb}` : `Some of these words are ${verb}`
  const own = longestOf(pieces.filter(({ sort }) => sort === 'own')).map((piece) => ({
    label: 'Only what is said here',
    words: spanOf(source.id, piece),
  }))
  if (!origin)
    return {
      says: `${said} from outside this map: whoever speaks here did not write them.`,
      isBar: false,
      offers: own,
    }
  const there = placeAgain(source.text?.slice(copy.start, copy.end) ?? '', origin)
  return {
    says: there ? `${said} from ${from}.` : `${said} from ${from}, though not word for word.`,
    isBar: false,
    offers: [
      ...own,
      {
        label: there ? 'Use them where they first stand' : 'Use the passage they are from',
        words: spanOf(origin.source.id, there ?? origin.passage),
      },
    ],
  }
}

function ofSite({ id }: Source, pieces: readonly Piece[]): Doubt | null {
  if (!pieces.some(({ sort }) => sort === 'site')) return null
  const own = longestOf(pieces.filter(({ sort }) => sort === 'own'))
  return {
    says: own.length
      ? 'Some of these words are the site’s, and nobody’s in the debate.'
      : 'These words are the site’s, and nobody’s in the debate.',
    isBar: false,
    offers: own.map((piece) => ({ label: 'Only what is said here', words: spanOf(id, piece) })),
  }
}

/** The longest of some pieces, those that are somebody’s own words first; none where there are none. */
function longestOf(pieces: readonly Piece[]): Piece[] {
  const own = pieces.filter(({ sort }) => sort === 'own')
  const [longest] = (own.length ? own : [...pieces]).sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  )
  return longest ? [longest] : []
}

/** A passage in its source. */
interface InSource {
  source: Source
  passage: Passage
}

/** The passage in which the words of a copy first stand: a copy may be of a copy. Null where that is not in the map. */
function originOf(debate: Debate, copy: Passage): InSource | null {
  let origin: InSource | null = null
  const seen = new Set<Id>([copy.id])
  for (let next = copy.copyOf; next && !seen.has(next); next = origin?.passage.copyOf ?? null) {
    seen.add(next)
    origin = passageNamed(debate, next) ?? origin
  }
  return origin
}

function passageNamed(debate: Debate, id: Id): InSource | null {
  for (const source of debate.sources.values()) {
    const passage = source.passages.find((one) => one.id === id)
    if (passage) return { source, passage }
  }
  return null
}

/** Where words stand in a passage, whatever their capitals, stops and line breaks; null where they do not. */
function placeAgain(words: string, { source: { text = '' }, passage }: InSource): Span | null {
  const [sought, there] = [lettersOf(words), lettersOf(text.slice(passage.start, passage.end))]
  const first = there.findIndex((_, at) => sought.every((one, n) => there[at + n]?.key === one.key))
  const [from, to] = [there[first], there[first + sought.length - 1]]
  if (!from || !to) return null
  // What closes the words goes along where the original closes alike: a stop, a quote mark.
  const tail = words.slice(sought.at(-1)?.end)
  let end = passage.start + to.end
  for (const sign of tail) {
    if (text[end] !== sign) break
    end++
  }
  return { start: passage.start + from.start, end }
}

const lettersOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    key: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))

/** "turn 3", or "text 000, turn 3" where that is another text. */
function placeOf(debate: Debate, from: Id, span: SourceSpan): string {
  const where = whereIs(debate, span)
  const name = where.source === from ? where.place : placeInFull(where)
  return name === 'Post' ? 'the post' : name.charAt(0).toLowerCase() + name.slice(1)
}

const spanOf = (source: Id, { start, end }: Span): SourceSpan => ({ source, start, end })
