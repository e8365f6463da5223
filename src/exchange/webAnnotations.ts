import { version } from '../../package.json'
import { indexOf } from '../graph/debateIndex'
import type { Annotation, Debate, Quote, Relation, Source, Statement } from '../model/debate'
import { fitsQuote, lostQuotesOf } from '../model/fit'
import { byMoment, compare } from '../model/homeless'
import type { Id } from '../model/schema'
import { sideWords } from '../model/words'
import { checksumOf } from '../parse/ids'
import { codePointsOf } from './codePoints'
import { inReadingOrder } from './writeMap'

/** What of a debate the Web Annotations hold, and what has no place there. */
export interface WebAnnotations {
  /** The file: JSON-LD, in UTF-8 when it is saved. */
  json: string
  /** How many annotations there are of each kind. */
  kept: { statements: number; links: number; notes: number }
  /** Statements that no words of a text carry, and links with such a statement at an end. */
  leftOut: { statements: number; links: number }
}

/**
 * Writes what is marked in the texts as W3C Web Annotations: one AnnotationCollection with one page.
 *
 * Follows the Web Annotation Data Model (W3C Recommendation, 23 February 2017). A statement classifies its words, a link
 * goes from one such annotation to another, a note comments on the words its statement rests on. Positions count code
 * points in the text as it was read. The same debate gives the same bytes; ids come from the ids of the map, so that a
 * second export updates the first.
 */
export function writeWebAnnotations(debate: Debate): WebAnnotations {
  const words = new Words(debate)
  const statements = inReadingOrder(debate).filter((one) => words.of(one).length > 0)
  const links = linksBetween(debate, new Set(statements.map(({ id }) => id)))
  const notes = [...debate.annotations.values()].sort(byMoment)
  const items = [
    ...statements.map((one) => statementAnnotation(debate, one, words)),
    ...links.map(linkAnnotation),
    ...notes.map((one) => noteAnnotation(debate, one, words)),
  ]
  const id = urn('collection', debate.about.title, ...items.map((item) => item.id))
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: debate.about.title,
    generator: { type: 'Software', name: `Counterpoint ${version}` },
    total: items.length,
    ...(items.length > 0 && {
      first: { id: urn('page', id), type: 'AnnotationPage', partOf: id, startIndex: 0, items },
    }),
  }
  return {
    json: `${JSON.stringify(collection, null, 2)}\n`,
    kept: { statements: statements.length, links: links.length, notes: notes.length },
    leftOut: {
      statements: debate.statements.size - statements.length,
      links: debate.relations.size - links.length,
    },
  }
}

/** The links whose ends are among the annotations, in the order of their ids; what undercuts one comes after it. */
function linksBetween(debate: Debate, there: ReadonlySet<Id>): Relation[] {
  const known = new Set(there)
  const found: Relation[] = []
  let open = [...debate.relations.values()].sort((one, other) => compare(one.id, other.id))
  for (let before = -1; before !== open.length; ) {
    before = open.length
    const next: Relation[] = []
    for (const link of open) {
      if (known.has(link.from) && known.has(link.to)) {
        known.add(link.id)
        found.push(link)
      } else next.push(link)
    }
    open = next
  }
  return found
}

function statementAnnotation(debate: Debate, statement: Statement, words: Words) {
  const stances = indexOf(debate).stancesOf(statement.id)
  return {
    id: urn('annotation', statement.id),
    type: 'Annotation',
    motivation: ['classifying', 'highlighting'],
    body: [
      textBody(statement.text, 'describing'),
      textBody(statement.kind, 'classifying'),
      ...[...stances]
        .sort((one, other) => compare(one.id, other.id))
        .map(({ stance, position }) => {
          const title = debate.positions.get(position)?.title ?? position
          return textBody(`${sideWords[stance]}: ${title}`, 'classifying')
        }),
    ],
    target: words.of(statement),
  }
}

const linkAnnotation = ({ id, from, kind, to }: Relation) => ({
  id: urn('annotation', id),
  type: 'Annotation',
  motivation: 'linking',
  body: [
    { type: 'SpecificResource', source: urn('annotation', to), purpose: 'linking' },
    textBody(kind, 'classifying'),
  ],
  target: urn('annotation', from),
})

function noteAnnotation(debate: Debate, note: Annotation, words: Words) {
  return {
    id: urn('note', note.id),
    type: 'Annotation',
    motivation: 'commenting',
    ...(note.author !== '' && { creator: { type: 'Person', name: note.author } }),
    created: note.createdAt,
    modified: note.updatedAt,
    body: [
      { ...textBody(note.body, 'commenting'), format: 'text/markdown' },
      ...note.tags.map((tag) => textBody(tag, 'tagging')),
    ],
    target: targetOf(debate, note.target, words),
  }
}

/** What a note is on: the words of its statement, else the link or the position itself by its name. */
function targetOf(debate: Debate, target: Id, words: Words) {
  const id = debate.stances.get(target)?.statement ?? target
  const statement = debate.statements.get(id)
  const own = statement ? words.of(statement) : []
  return own.length > 0 ? own : urn('annotation', id)
}

const textBody = (value: string, purpose: string) => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
})

/** The words that statements rest on, as the model selects them. */
class Words {
  private readonly points = new Map<Id, (offset: number) => number>()
  private readonly targets = new Map<Id, ReturnType<Words['select']>[]>()

  constructor(private readonly debate: Debate) {
    for (const { id, text } of debate.sources.values())
      if (text !== undefined) this.points.set(id, codePointsOf(text))
  }

  /** The words of a statement, those first that stand in the texts. */
  of(statement: Statement) {
    const known = this.targets.get(statement.id)
    if (known) return known
    const targets = [...statement.quotes, ...lostQuotesOf(statement)].map((one) => this.select(one))
    this.targets.set(statement.id, targets)
    return targets
  }

  private select(quote: Quote) {
    const { exact, prefix, suffix, start, end } = quote
    const shelf = { sources: this.debate.sources, turns: none, passages: none }
    // Words that are lost are told by themselves; where they stood is no longer true.
    const point = fitsQuote(quote, shelf) ? this.points.get(quote.source) : undefined
    return {
      type: 'SpecificResource',
      source: addressOf(this.debate.sources.get(quote.source), quote.source),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        ...(point ? [{ type: 'TextPositionSelector', start: point(start), end: point(end) }] : []),
      ],
    }
  }
}

const none: ReadonlySet<string> = new Set()

/** Where a text is found: its address on the web, else a name made from its checksum. */
function addressOf(source: Source | undefined, id: Id): string {
  const web = source?.url ? webAddress(source.url) : null
  return web ?? urn('text', source?.sha256 ?? id)
}

/** An address as an IRI may be written; null where it is none of the web. */
function webAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') return null
    return href.replace(/[\s<>"{}|\\^`]/g, encodeURIComponent)
  } catch {
    return null
  }
}

/** The names made last: a link names both its ends, and a text is named by each of its quotes. */
const named = new Map<string, string>()
const mostNamed = 50_000

/** A name for a thing, always the same for the same words: a UUID of version 8 (RFC 9562) from their checksum. */
function urn(...words: readonly string[]): string {
  const key = JSON.stringify(words)
  const known = named.get(key)
  if (known !== undefined) return known
  const hex = checksumOf(key).slice(0, 32)
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const digits = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`
  const name = `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
  if (named.size >= mostNamed) named.clear()
  named.set(key, name)
  return name
}
