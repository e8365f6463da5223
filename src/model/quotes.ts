import type { Quote } from './debate'
import type { Id, Span } from './schema'

/** How many code units before and after a quote go along. */
const around = 32

/** The words of a span as a quote, with some on either side: no more than `around` code units, and no half character. */
export function quoteAt(source: Id, text: string, { start, end }: Span): Quote {
  return {
    source,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - around), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + around).replace(/[\uD800-\uDBFF]$/, ''),
  }
}
