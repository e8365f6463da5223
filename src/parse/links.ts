import type { RelationKind } from '../model/debate'
import type { Span } from '../model/schema'
import { plain, unbracketed } from './cues'
import type { RuleName } from './rules'
import type { Said, Thread } from './statements'

/** A link between two things said. */
export interface Link {
  from: Said
  to: Said
  kind: RelationKind
  /** The link that an undercut denies; `to` is then the statement that makes it. */
  denied?: Link
  rule: RuleName
  /** The words at both ends. */
  fromWords: Span
  toWords: Span
}

/** All that the stages before have found in one text. */
export interface Read extends Thread {
  said: readonly Said[]
}

/** The links found so far in one text: each pair once for a kind, in the order they were found. */
export class Links {
  private readonly found = new Map<string, Link>()
  private readonly byGiver = new Map<Said, Link[]>()

  /** Adds a link, unless it goes nowhere or is there already; its words are cues and headlines where none are given. */
  add(
    from: Said,
    to: Said | null | undefined,
    kind: RelationKind,
    rule: RuleName,
    words: { from?: Span | undefined; to?: Span | undefined } = {},
  ) {
    if (!to || to === from) return
    const key = keyOf({ from, to, kind })
    if (this.found.has(key)) return
    const fromWords = words.from ?? from.cue ?? from.headline
    const link = { from, to, kind, rule, fromWords, toWords: words.to ?? to.headline }
    this.found.set(key, link)
    this.byGiver.set(from, [...(this.byGiver.get(from) ?? []), link])
  }

  /** Takes a statement's links to others of its own turn away, as far as these rules made them. */
  drop(from: Said, rules: ReadonlySet<RuleName>) {
    const kept: Link[] = []
    for (const link of this.from(from))
      if (link.to.turn === from.turn && rules.has(link.rule)) this.found.delete(keyOf(link))
      else kept.push(link)
    this.byGiver.set(from, kept)
  }

  /** What a statement gives, in the order it was found. */
  from(one: Said): readonly Link[] {
    return this.byGiver.get(one) ?? []
  }

  all(): Link[] {
    return [...this.found.values()]
  }
}

/** Names a link by its ends; an end in another text is told apart by its turn as well. */
const keyOf = ({ from, to, kind }: Pick<Link, 'from' | 'to' | 'kind'>): string =>
  `${from.span.start}>${to.turn}:${to.span.start} ${kind}`

/** The words of a statement from the first that is no bracket or mark of emphasis. */
export const wordsOfSaid = ({ cut }: Read, { span }: Said): string =>
  unbracketed(plain(cut.text.slice(span.start, span.end)))
