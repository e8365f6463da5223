import { anchorsBetween, telling } from '../../src/model/anchors'
import type { Quote } from '../../src/model/debate'
import { quoteAt } from '../../src/model/quotes'
import { anchorEdited } from '../support/anchoring'
import { seeded } from '../support/textEdits'
import { debateText } from './debateText'
import { flat, onePass, sideBySide, table } from './measure'

/** How many quotes are anchored in each text. */
const asked = 60

/** What it costs to find an edited quote again, how often it is found, and whether any is shown where it is not. */
export function benchAnchoring(corpus: readonly string[]) {
  const seeds = flat(corpus.join('\n\n'))
  for (const text of [seeds, flat(debateText(corpus, 1_000_000))]) {
    const quotes = editedQuotes(text)
    const anchors = anchorsBetween(undefined, { id: 'text', text })
    const first = (quote: Quote): number => {
      const anchor = anchors.anchor(quote)
      if (anchor.state === 'moved') return anchor.place.start
      return anchor.state === 'ambiguous' ? (anchor.places[0]?.start ?? -1) : -1
    }
    const found = quotes.filter((quote) => Math.abs(first(quote) - quote.start) < 8)
    let turn = 0
    table(
      `One quote of 120 letters with 3 edits, in ${Math.round(text.length / 1000)} KB: ${found.length} of ${asked} found`,
      sideBySide([
        { name: 'one pass over the string (floor)', run: () => onePass(text) },
        { name: 'found again', run: () => first(quotes[turn++ % asked] as Quote) },
      ]),
    )
  }
  for (const knowsOlder of [true, false]) {
    const { edits, quotes, states, wrong, findable, found, first } = anchorEdited(
      1,
      20_000,
      knowsOlder,
    )
    const share = (part: number) => `${((100 * part) / findable).toFixed(1)} %`
    console.log(
      `\n${edits} random edits ${knowsOlder ? 'with' : 'without'} the older text, ${quotes} quotes: ${wrong.length} wrong shown as exact`,
    )
    console.log(
      `  ${states.exact} exact, ${states.moved} moved, ${states.ambiguous} ambiguous, ${states.lost} lost`,
    )
    console.log(
      `  of ${findable} quotes of ${telling} letters and more that are still there: ${share(found)} offered, ${share(first)} first`,
    )
  }
}

/** Quotes of 120 letters in which one letter was changed, one left out and one put in. */
function editedQuotes(text: string): Quote[] {
  const random = seeded(11)
  const within = () => 10 + Math.floor(random() * 100)
  return Array.from({ length: asked }, () => {
    const start = Math.floor(random() * (text.length - 200))
    const quote = quoteAt('text', text, { start, end: start + 120 })
    let words = quote.exact
    for (const put of ['x', '', 'y']) {
      const at = within()
      words = words.slice(0, at) + put + words.slice(put === 'y' ? at : at + 1)
    }
    return { ...quote, exact: flat(words) }
  })
}
