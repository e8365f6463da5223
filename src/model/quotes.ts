import type { Quote } from './debate'
import type { Id, Span } from './schema'

/** How many code units before and after a quote go along. */
export const around = 32

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

/** A part of a quote as a quote of its own, where its text is not at hand. The span counts into its words. */
export function aroundQuote(quote: Quote, { start, end }: Span): Quote {
  const { source, exact, prefix, suffix } = quote
  const lead = prefix.length
  const part = quoteAt(source, prefix + exact + suffix, { start: lead + start, end: lead + end })
  return { ...part, start: quote.start + start, end: quote.start + end }
}
