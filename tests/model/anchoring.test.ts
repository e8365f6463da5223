import { expect, it } from 'vitest'
import { type Anchor, anchorsBetween } from '../../src/model/anchors'
import type { Quote } from '../../src/model/debate'
import { quoteAt } from '../../src/model/quotes'
import { anchorEdited } from '../support/anchoring'

const ferry = 'A ferry across the bay would be cheaper than a bridge, because it needs no road.'
const storm = 'Storms are when people need the doctor, and in a storm no ferry runs at all.'
const lamp = 'The keeper of the lamp has asked for a second boat every winter since the fire.'

/** The quote of words where they stand the nth time, counted from 0. */
function quoteOf(text: string, words: string, nth = 0): Quote {
  let start = text.indexOf(words)
  for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1)
  if (start === -1) throw new RangeError(`“${words}” does not stand there so often`)
  return quoteAt('old', text, { start, end: start + words.length })
}

/** What has become of a quote, in a word, with the words at the places that may be meant. */
function became(anchor: Anchor, text: string): string[] {
  const words = (span: { start: number; end: number }) => text.slice(span.start, span.end)
  if (anchor.state === 'exact') return ['exact', words(anchor.quote)]
  if (anchor.state === 'moved') return ['moved', words(anchor.place)]
  if (anchor.state === 'ambiguous') return ['ambiguous', ...anchor.places.map(words)]
  return ['lost']
}

const anchored = (before: string | undefined, after: string, quote: Quote) =>
  anchorsBetween(before, { id: 'new', text: after }).anchor(quote)

/** What becomes of words when a text is edited. */
const edited = (before: string, after: string, words: string, nth = 0) =>
  became(anchored(before, after, quoteOf(before, words, nth)), after)

const thread = [ferry, storm, lamp].join('\n\n')

it('keeps words at the very start and the very end of a text', () => {
  const after = `${ferry}\n\nAn aside that nobody has made before.\n\n${lamp}`
  expect(edited(thread, after, ferry)).toEqual(['exact', ferry])
  expect(edited(thread, after, lamp)).toEqual(['exact', lamp])
})

it('keeps words that are a whole text', () =>
  expect(edited(storm, `${storm}\n`, storm)).toEqual(['exact', storm]))

it('tells repeated words apart by what comes before them', () => {
  const before = `${ferry} That is so. ${storm} That is so.`
  const after = `${ferry} Well. ${storm} That is so.`
  expect(edited(before, after, 'That is so.', 0)).toEqual(['lost'])
  expect(edited(before, `${before} And more.`, 'That is so.', 0)).toEqual(['exact', 'That is so.'])
})

it('asks which is meant where words and surroundings stand there twice', () => {
  const before = `${ferry}\n\n${storm} ${lamp}\n\n${storm} ${lamp}`
  const after = `${storm} ${lamp}\n\nAn aside that nobody made.\n\n${storm} ${lamp}\n\nMore words.`
  expect(edited(before, after, storm)).toEqual(['ambiguous', storm, storm])
})

it('asks where the words and a copy of them were edited alike', () => {
  const changed = storm.replace('doctor', 'midwife')
  const after = [ferry, changed, lamp, changed].join('\n\n')
  expect(edited(thread, after, storm)).toEqual(['ambiguous', changed, changed])
})

it('does not take a twin for the words once these have gone', () => {
  const before = `${ferry} ${storm} So it is.\n\n${lamp}\n\n${ferry} ${storm} So it is.`
  const after = `${lamp}\n\n${ferry} ${storm} So it is.`
  const anchor = anchored(before, after, quoteOf(before, storm))
  expect(anchor.state).not.toBe('exact')
})

it('finds changed words, and shows them as moved only', () => {
  const changed = storm.replace('doctor', 'midwife')
  const after = thread.replace(storm, changed)
  expect(edited(thread, after, storm)).toEqual(['moved', changed])
})

it('finds changed words in changed surroundings', () => {
  const changed = storm.replace('doctor', 'midwife')
  const after = `A new beginning.\n${changed} And a new end.`
  expect(edited(thread, after, storm)).toEqual(['moved', changed])
})

it('keeps words whose surroundings have changed on both sides', () => {
  const after = thread.replace(storm, `As I said: ${storm} Or does it?`)
  expect(edited(thread, after, storm)).toEqual(['exact', storm])
})

it('never guesses at short words', () =>
  expect(
    edited(`${ferry} So be it. ${storm}`, `${ferry} So bet it. ${storm}`, 'So be it.'),
  ).toEqual(['lost']))

it('gives up words of which more than a fifth has changed', () =>
  expect(
    edited(thread, thread.replace(storm, 'Storms are rare, and the doctor has a boat.'), storm),
  ).toEqual(['lost']))

it('keeps words over line breaks that are now set otherwise, as they are set', () => {
  const before = `${ferry}\n${storm}\n\n${lamp}`
  const after = `${ferry}\r\n${storm}\r\n\r\n${lamp}`
  expect(edited(before, after, `${ferry}\n${storm}`)).toEqual(['exact', `${ferry}\r\n${storm}`])
})

it('takes words as the same that are spaced otherwise', () => {
  const spaced = storm.replaceAll(' ', '  ')
  expect(edited(thread, thread.replace(storm, spaced), storm)).toEqual(['exact', spaced])
})

it('does not follow words into what somebody else quotes of them', () => {
  const quoted = `> ${storm}`
  const after = [ferry, quoted, 'Not so here.', lamp].join('\n\n')
  expect(edited(thread, after, storm)[0]).not.toBe('exact')
})

it('keeps words that somebody now quotes right below them', () => {
  const after = [ferry, storm, `> ${storm}`, 'Not so here.', lamp].join('\n\n')
  const anchor = anchored(thread, after, quoteOf(thread, storm))
  expect(anchor).toMatchObject({ state: 'exact', quote: { start: after.indexOf(storm) } })
})

it('offers both where the words were changed and a quotation has the old ones', () => {
  const changed = storm.replace('doctor', 'midwife')
  const after = [ferry, changed, `> ${storm}`, 'You said doctor.', lamp].join('\n\n')
  expect(new Set(edited(thread, after, storm))).toEqual(new Set(['ambiguous', changed, storm]))
})

it('asks about a copy beside what is left of the words', () => {
  const left = storm.slice(0, 44)
  const after = [ferry, left, storm, lamp].join('\n\n')
  expect(edited(thread, after, storm)[0]).not.toBe('exact')
})

it('does not cut a character in two, nor a letter from its accent', () => {
  const before = `${ferry} The cafe on the quay is open in winter. ${lamp}`
  const words = 'The cafe'
  const after = before.replace('cafe', 'cafe\u0301')
  expect(edited(before, after, words)[0]).not.toBe('exact')
  const boats = `${ferry} Two boats a day are enough for all of us here 🚤`
  const newer = boats.replace('🚤', '🚥')
  const [, found] = edited(boats, newer, 'Two boats a day are enough for all of us here 🚤')
  expect(found).toBe('Two boats a day are enough for all of us here 🚥')
})

it('does not end within a word that has grown', () => {
  const before = `${ferry}\n\nNobody has ever asked the keeper for the gate\n\n${lamp}`
  const words = 'Nobody has ever asked the keeper for the gate'
  expect(edited(before, before.replace('gate', 'gates'), words)).toEqual(['moved', `${words}s`])
})

it('takes letters that are composed otherwise for a change', () => {
  const before = `${ferry} Der Fähre fehlt die Straße, und der Brücke das Geld. ${lamp}`
  const words = 'Der Fähre fehlt die Straße, und der Brücke das Geld.'
  expect(edited(before, before.normalize('NFD'), words)).toEqual(['moved', words.normalize('NFD')])
})

it('finds no place of its own in words that overlap themselves', () => {
  const before = `${ferry}\n\n${'a'.repeat(40)}\n\n${lamp}`
  const after = `${ferry}\n\n${'a'.repeat(44)}\n\n${lamp}`
  expect(edited(before, after, 'a'.repeat(40))[0]).not.toBe('exact')
})

it('follows lines that were put elsewhere, unless something of them is left', () => {
  const after = [lamp, ferry, storm].join('\n\n')
  expect(edited(thread, after, 'the doctor')).toEqual(['exact', 'the doctor'])
  const torn = [`${storm.slice(0, 50)} [gone]`, lamp, ferry, storm].join('\n\n')
  expect(edited(`${storm}\n\n${lamp}\n\n${ferry}`, torn, 'the doctor')[0]).not.toBe('exact')
})

const known = quoteOf(thread, storm)

it('knows words by their place and surroundings where the older text is not there', () => {
  expect(became(anchored(undefined, `${thread}\n\nMore.`, known), thread)).toEqual(['exact', storm])
  const bare = { ...known, prefix: '', suffix: '' }
  expect(became(anchored(undefined, thread, bare), thread)).toEqual(['exact', storm])
})

it('has a person confirm the same words elsewhere where the older text is not there', () => {
  const after = `A new line at the top.\n\n${thread}`
  expect(anchored(undefined, after, known)).toEqual({
    state: 'moved',
    place: {
      start: after.indexOf(storm),
      end: after.indexOf(storm) + storm.length,
      edits: 0,
      likeness: 1,
    },
  })
})

it('knows words by what comes before them alone, or after them alone', () => {
  const before = `${ferry} Well said. ${lamp}`
  const quote = quoteOf(before, 'Well said.')
  for (const part of [{ prefix: '' }, { suffix: '' }]) {
    const [state, words] = became(
      anchored(undefined, `So. ${before}`, { ...quote, ...part }),
      `So. ${before}`,
    )
    expect([state, words]).toEqual(['moved', 'Well said.'])
  }
})

it('shows no words as exact that are not theirs, and finds those that are still there', () => {
  for (const knowsOlder of [true, false]) {
    const { wrong, found, findable } = anchorEdited(7, 1500, knowsOlder)
    expect(wrong).toEqual([])
    expect(found / findable).toBeGreaterThan(0.98)
  }
}, 20_000)
