import type { Span } from '../../src/model/schema'

/** A text without the ⟦brackets⟧ it was drawn with, and the spans they mark. */
export function drawn(text: string): { source: string; spans: Span[] } {
  const spans: Span[] = []
  let source = ''
  let start = 0
  for (const piece of text.split(/([⟦⟧])/)) {
    if (piece === '⟦') start = source.length
    else if (piece === '⟧') spans.push({ start, end: source.length })
    else source += piece
  }
  return { source, spans }
}
