import { version } from '../../package.json'
import { type DebateMap, mapFormat, mapVersion } from '../model/debateMap'
import type { Id } from '../model/schema'
import { type Block, type CutText, cutText } from './blocks'
import type { Codebook, KnownSource } from './codebook'
import { type Copies, findCopies, type Origin } from './copies'
import type { Doubt } from './doubts'
import { type Furniture, findFurniture } from './furniture'
import { checksum, checksumOf, Ids, sourceIds } from './ids'
import { understand } from './inputs'
import type { Told } from './inputs/told'
import type { Read } from './links'
import { relationsOf, sourceOf, stanceOf, statementOf } from './map'
import { Places } from './places'
import { findPositions } from './positions'
import { findRelations } from './relations'
import { findReplies } from './replies'
import { reportOf, type SourceReport } from './report'
import { findStatements, type Said, type Thread } from './statements'
import { TermFinder } from './terms'
import { findTurns } from './turns'
import { tellUndercuts } from './undercuts'
import { Vocabulary } from './vocabulary'

/** A text to read, as decoded from UTF-8. */
export interface Input {
  /** The file's name; the source is named after the part up to the first `_` or `.`. */
  name: string
  text: string
  /** The bytes as they came, for the checksum; without them the text is encoded again. */
  bytes?: Uint8Array
  /** The id of the source; without it one is made of the name. */
  id?: Id
  /** What is known of the text's structure from when it was first read; without it the text is asked. */
  told?: Told
}

const stages = [
  'blocks',
  'furniture',
  'copies',
  'turns',
  'statements',
  'relations',
  'positions',
] as const

/** One of the seven stages. */
export type Stage = (typeof stages)[number]

/** How far the parser is: which stage, with which source, and what share of all the work is done. */
export interface Progress {
  stage: Stage
  source: Id
  done: number
}

/** What the parser reads texts with. */
export interface ParseOptions {
  codebook: Codebook
  known?: readonly KnownSource[]
  onProgress?: (progress: Progress) => void
}

/** A map of the debate, what the parser was unsure of, and what it understood of each input. */
export interface Parsed {
  map: DebateMap
  doubts: Doubt[]
  reports: SourceReport[]
}

/**
 * Reads texts as threads and gives the debate they hold as a map.
 *
 * Pure and synchronous: the same texts give the same map. Never throws on text; what it was unsure of comes back
 * as doubts.
 */
export function parse(
  inputs: readonly Input[],
  { codebook, known = [], onProgress }: ParseOptions,
): Parsed {
  const ids = sourceIds(inputs)
  const progress = reporter(ids, onProgress)
  const vocabulary = new Vocabulary()
  const told = inputs.map(({ text, told }) => told ?? understand(text))
  const texts = told.map(({ text }, index) =>
    progress('blocks', index, () => cutText(ids[index] ?? '', text, told[index], vocabulary)),
  )
  const sites = texts.map((cut, index) => progress('furniture', index, () => findFurniture(cut)))
  const copies = progress('copies', 0, () => findCopies(texts, sites))
  const threads = texts.map((cut, index) =>
    progress('turns', index, () =>
      readThread(cut, sites[index] as Furniture, copies[index] as Copies, index),
    ),
  )
  const reads = threads.map((thread, index) =>
    progress('statements', index, () => ({ ...thread, said: findStatements(thread) })),
  )
  const map = mapOf(inputs, reads, texts, codebook, known, progress)
  return { map, doubts: doubtsOf(reads), reports: reportsOf(map, told) }
}

type Report = <T>(stage: Stage, source: number, work: () => T) => T

/** Tells how far the work is, after each piece of it. */
function reporter(ids: readonly string[], onProgress: ParseOptions['onProgress']): Report {
  const pieces = stages.length * Math.max(1, ids.length)
  return (stage, source, work) => {
    const result = work()
    const done = (stages.indexOf(stage) * Math.max(1, ids.length) + source + 1) / pieces
    onProgress?.({ stage, source: ids[source] ?? '', done })
    return result
  }
}

function readThread(cut: CutText, site: Furniture, copies: Copies, source: number): Thread {
  const turns = findTurns(cut, site, copies)
  return { cut, site, copies, turns, replies: findReplies(cut, site, copies, turns, source) }
}

function mapOf(
  inputs: readonly Input[],
  reads: readonly Read[],
  texts: readonly CutText[],
  codebook: Codebook,
  known: readonly KnownSource[],
  progress: Report,
): DebateMap {
  const ids = new Ids()
  const places = reads.map(({ said }) => new Places(said))
  const sourceOfSaid = new Map(reads.flatMap((read) => read.said.map((one) => [one, read.cut.id])))
  const at = originFinder(reads, places)
  const idOfSaid = new Map<Said, string>()
  const statements = reads.flatMap(({ cut, said }) =>
    said.map((one) => {
      const statement = statementOf(cut, one, ids)
      idOfSaid.set(one, statement.id)
      return statement
    }),
  )
  const idOf = (one: Said) => idOfSaid.get(one) ?? ''
  const found = reads.map((read, index) =>
    progress('relations', index, () => findRelations(read, at)),
  )
  const links = tellUndercuts(reads, found)
  const finder = new TermFinder(codebook)
  const taken = reads.map((read, index) =>
    progress('positions', index, () => findPositions(read, links[index] ?? [], finder)),
  )
  return {
    format: mapFormat,
    version: mapVersion,
    title: codebook.title,
    generator: { name: 'Counterpoint', version },
    createdAt: null,
    updatedAt: null,
    sources: reads.map((read, index) => {
      const { text, bytes } = inputs[index] as Input
      // Of a page or of JSON the map holds the words alone, and the sum is theirs.
      const sum = bytes && text === read.cut.text ? checksum(bytes) : checksumOf(read.cut.text)
      const about = known.find((one) => one.id === read.cut.id)
      return sourceOf(read, texts, about, sum)
    }),
    positions: [...codebook.positions],
    statements,
    relations: relationsOf(links.flat(), (one) => sourceOfSaid.get(one) ?? '', idOf, ids),
    stances: reads.flatMap(({ cut }, index) =>
      (taken[index] ?? []).map((one) => stanceOf(cut, one, idOf, ids)),
    ),
    annotations: [],
    layout: {},
  }
}

const reportsOf = ({ sources, statements }: DebateMap, told: readonly Told[]): SourceReport[] =>
  sources.map((source, index) => reportOf(source, statements, told[index] as Told))

/** Looks up what is said at a place; a quotation of a quotation leads to the first who said it. */
function originFinder(reads: readonly Read[], places: readonly Places[]) {
  return (origin: Origin): Said | null => {
    let place: Origin | null = origin
    for (let hops = 0; place && hops < 8; hops++) {
      const said = places[place.source]?.at(place.block, place.span)
      if (said) return said
      place = reads[place.source]?.copies.copies[place.block]?.of ?? null
    }
    return null
  }
}

/** What a person should look at: guessed edges, quotations without a source. */
function doubtsOf(reads: readonly Read[]): Doubt[] {
  return reads.flatMap(({ cut, copies, site, turns }) => {
    const doubts: Doubt[] = []
    for (const [index, copy] of copies.copies.entries()) {
      const block = cut.blocks[index] as Block
      if (copy?.role === 'quotation' && !copy.of)
        doubts.push({
          source: cut.id,
          start: block.start,
          end: block.end,
          says: 'This reads as a quotation, but its source stands in none of the texts.',
        })
    }
    const last = cut.blocks.at(-1)
    const comments = turns.runs.filter((run) => run.first >= (site.commentsFrom ?? 0)).length
    if (last && site.commentCount !== null && comments !== site.commentCount)
      doubts.push({
        source: cut.id,
        start: last.start,
        end: last.end,
        says: `The page says it has ${site.commentCount} comments; ${comments} were found.`,
      })
    return doubts
  })
}
