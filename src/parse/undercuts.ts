import type { Span } from '../model/schema'
import { deniesBearing, plain } from './cues'
import type { Link, Read } from './links'
import { rules } from './rules'
import type { Said } from './statements'

/** How far into a statement it is looked for that it denies a bearing. */
const within = 400

/**
 * Tells undercuts from rebuttals: who denies that a reason bears on what it is given for attacks the link between
 * the two, not the reason (Pollock 1987).
 *
 * Takes the links of all texts, since a reason may be given in one and answered in another. A rebuttal of what
 * supports nothing stays one: there is no link to deny.
 */
export function tellUndercuts(
  reads: readonly Read[],
  links: readonly (readonly Link[])[],
): Link[][] {
  const supporting = strongestSupport(links.flat())
  return reads.map((read, index) =>
    (links[index] ?? []).map((link) => {
      const denied = link.kind === 'rebuts' ? supporting.get(link.to) : undefined
      const words = denied && bearingDenied(read, link.from)
      if (!denied || !words || denied.from.turn === link.from.turn || denied.to === link.from)
        return link
      return { ...link, kind: 'undercuts', denied, rule: 'denies the bearing', fromWords: words }
    }),
  )
}

/** The link by which each statement supports another; the surest where there are several. */
function strongestSupport(links: readonly Link[]): Map<Said, Link> {
  const strongest = new Map<Said, Link>()
  for (const link of links) {
    const other = strongest.get(link.from)
    if (link.kind !== 'supports') continue
    if (!other || rules[link.rule].right > rules[other.rule].right) strongest.set(link.from, link)
  }
  return strongest
}

function bearingDenied({ cut }: Read, { span }: Said): Span | null {
  const words = plain(cut.text.slice(span.start, Math.min(span.end, span.start + within)))
  const match = deniesBearing.exec(words)
  if (!match) return null
  const start = span.start + match.index
  return { start, end: start + match[0].length }
}
