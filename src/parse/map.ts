import type {
  Passage,
  Reason,
  Relation,
  Role,
  Source,
  Stance,
  Statement,
  Turn,
} from '../model/debate'
import { quoteAt } from '../model/quotes'
import type { Id, Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import type { KnownSource } from './codebook'
import type { Copy } from './copies'
import type { Ids } from './ids'
import type { ToldTurn } from './inputs/told'
import type { Link, Read } from './links'
import type { Taken } from './positions'
import { type RuleName, rules } from './rules'
import type { Said } from './statements'

/** A source as the map keeps it, with its turns and passages. */
export function sourceOf(
  read: Read,
  sources: readonly CutText[],
  known: KnownSource | undefined,
  sha256: string,
): Source {
  const { id, text, told } = read.cut
  return {
    id,
    title: known?.title ?? told.title ?? id,
    url: known?.url ?? told.url,
    authors: [...(known?.authors ?? told.authors)],
    publishedAt: known?.publishedAt ?? told.publishedAt,
    length: text.length,
    sha256,
    text,
    kind: told.kind,
    turns: read.turns.runs.map((_, turn) => turnOf(read, turn, known)),
    passages: read.cut.blocks.map((block, index) => passageOf(read, sources, block, index)),
  }
}

function turnOf({ cut, turns, replies, site }: Read, turn: number, known?: KnownSource): Turn {
  const run = turns.runs[turn]
  const reply = replies[turn] ?? null
  const first = cut.blocks[run?.first ?? 0]
  const because: Reason[] = []
  if (run && first) because.push(reason(cut.id, run.rule, first, null))
  if (reply && first) because.push(reason(cut.id, reply.rule, reply.from ?? first, reply.of))
  const isPost = turn === 0 && site.commentsFrom !== null
  const speaker = run?.speaker ?? known?.profileOf ?? (isPost ? known?.postBy : null) ?? null
  return {
    id: turnId(cut, turn),
    speaker,
    replyTo: reply ? turnId(cut, reply.to) : null,
    ...(run?.told && givenOf(run.told)),
    because,
  }
}

/** What the input says of a turn beyond its words. */
const givenOf = ({ postedAt, votes, agreement, url }: ToldTurn) => ({
  ...(postedAt !== undefined && { postedAt }),
  ...(votes !== undefined && { votes }),
  ...(agreement !== undefined && { agreement }),
  ...(url !== undefined && { url }),
})

function passageOf(
  { cut, site, copies, turns }: Read,
  sources: readonly CutText[],
  block: Block,
  index: number,
): Passage {
  const copy = copies.copies[index] ?? null
  const part = site.parts[index] ?? null
  const turn = turns.ofBlock[index] ?? -1
  const from = copy?.of ? sources[copy.of.source] : undefined
  const rule = copy?.rule ?? part?.rule
  return {
    id: passageId(cut, index),
    start: block.start,
    end: block.end,
    role: roleOf(copy, part),
    turn: turn < 0 ? null : turnId(cut, turn),
    copyOf: copy?.of && from ? passageId(from, copy.of.block) : null,
    ...(rule && {
      because: [
        {
          ...reason(cut.id, rule, block, null),
          to: copy?.of && from ? { source: from.id, ...only(copy.of.span) } : null,
        },
        ...(copy?.notes ?? []).map((note) => ({
          rule: note.rule,
          from: note.from && { source: cut.id, ...only(note.from) },
          to: note.of && { source: sources[note.source]?.id ?? cut.id, ...only(note.of) },
        })),
      ],
    }),
  }
}

const roleOf = (copy: Copy | null, part: { role: Role } | null): Role =>
  copy?.role ?? part?.role ?? 'speech'

const turnId = ({ id }: CutText, turn: number): string => `${id}/t${turn + 1}`
const passageId = ({ id }: CutText, index: number): string => `${id}/p${index + 1}`

const only = ({ start, end }: Span): Span => ({ start, end })

const reason = (source: string, rule: RuleName, from: Span, to: Span | null): Reason => ({
  rule,
  from: { source, ...only(from) },
  to: to && { source, ...only(to) },
})

/** The statement of the map that something said becomes. */
export function statementOf(cut: CutText, one: Said, ids: Ids): Statement {
  const quote = quoteAt(cut.id, cut.text, one.span)
  return {
    id: ids.make('s', cut.id, quote.exact),
    kind: one.kind,
    text: cut.text.slice(one.headline.start, one.headline.end),
    quotes: [quote],
    madeBy: 'parser',
    confidence: rules[one.rule].right,
    reviewed: null,
    credence: null,
    because: [reason(cut.id, one.rule, one.cue ?? one.headline, null)],
  }
}

/** The relations of the map that links become; an undercut goes to the relation that its denied link became. */
export function relationsOf(
  links: readonly Link[],
  sourceOf: (said: Said) => string,
  idOf: (said: Said) => string,
  ids: Ids,
): Relation[] {
  const made = new Map<Link, Id>()
  const relation = (link: Link): Relation => {
    const from = idOf(link.from)
    const to = (link.denied && made.get(link.denied)) ?? idOf(link.to)
    const id = ids.make('r', from, to, link.kind)
    made.set(link, id)
    return {
      id,
      from,
      to,
      kind: link.kind,
      madeBy: 'parser',
      confidence: rules[link.rule].right,
      reviewed: null,
      because: [
        {
          rule: link.rule,
          from: { source: sourceOf(link.from), ...only(link.fromWords) },
          to: { source: sourceOf(link.to), ...only(link.toWords) },
        },
      ],
    }
  }
  // A denied link must have its id before the undercut that names it.
  const plain = links.filter(({ denied }) => !denied).map(relation)
  return [...plain, ...links.filter(({ denied }) => denied).map(relation)]
}

/** The stance of the map that a side taken becomes. */
export function stanceOf(
  cut: CutText,
  taken: Taken,
  idOf: (said: Said) => string,
  ids: Ids,
): Stance {
  const statement = idOf(taken.said)
  return {
    id: ids.make('p', statement, taken.position),
    statement,
    position: taken.position,
    stance: taken.side,
    madeBy: 'parser',
    confidence: taken.confidence,
    reviewed: null,
    because: taken.words.map((span) => reason(cut.id, taken.rule, span, taken.elsewhere)),
  }
}
