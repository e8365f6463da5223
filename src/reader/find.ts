import type { Span } from '../model/schema'

/** Signs that people and programs write in several ways; each stands for all of its line. */
const sameSigns = ['["“”„‟«»″]', "['’‘‚‛‹›`´′]", '(?:--|[-‐‑‒–—―−])', '(?:\\.\\.\\.|…)'] as const
const sign = /["“”„‟«»″]|['’‘‚‛‹›`´′]|--|[-‐‑‒–—―−]|\.\.\.|…|\s+|[\s\S]/gu

/** White space, and the signs before the lines of a quotation. */
const gap = '\\s[\\s>]*'

/**
 * Every place in a text that says these words, in order and apart.
 *
 * Capitals do not matter, nor which quotes, apostrophes and dashes are written, nor how words are parted. One pass over
 * the text; nothing is found for an empty query.
 */
export function find(text: string, query: string): Span[] {
  const pattern = patternOf(query)
  const found: Span[] = []
  if (pattern === null) return found
  for (const { 0: words, index } of text.matchAll(pattern))
    found.push({ start: index, end: index + words.length })
  return found
}

function patternOf(query: string): RegExp | null {
  const words = query.trim()
  if (words === '') return null
  const same = sameSigns.map((pattern) => new RegExp(`^${pattern}$`))
  const parts = Array.from(words.matchAll(sign), ([part]) => {
    if (/^\s/.test(part)) return gap
    return sameSigns[same.findIndex((one) => one.test(part))] ?? escaped(part)
  })
  return new RegExp(parts.join(''), 'giu')
}

const escaped = (part: string) => part.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&')
