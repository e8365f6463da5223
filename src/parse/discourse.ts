import type { RelationKind } from '../model/debate'
import { concludes, countsFirst, countsOn, givesExample, sumsUp } from './cues'
import { type Links, type Read, wordsOfSaid } from './links'
import type { Outline } from './outline'
import type { Places } from './places'
import type { RuleName } from './rules'
import type { Said } from './statements'

/** Where the statements of one turn, or of one section of a post, stand to each other. */
export interface Course {
  /** What the points counted "First, … Second, …" serve. */
  counted: Said | null
  isCounting: boolean
  /** The line ending in a colon whose points follow, and how they begin. */
  opened: { by: Said; begin: string } | null
}

/** The start of a turn or section, when nothing is counted or announced yet. */
export const newCourse = (): Course => ({ counted: null, isCounting: false, opened: null })

/** The rules that give way where a statement is said to be a reason for the next. */
const weak: ReadonlySet<RuleName> = new Set(['heading above', 'under the heading', 'goes on'])

/** How many first letters make two lines begin alike. */
const alikeFor = 5

/**
 * Finds what a statement serves where its own turn says so: as an item of a list, a counted point, an example, or
 * a reason from which the next line concludes.
 */
export class Discourse {
  /** What the items of a list serve, by the line that opens it: that line, or the statement before it. */
  private readonly openedBy = new Map<number, Said | null>()

  constructor(
    private readonly read: Read,
    private readonly outline: Outline,
    private readonly links: Links,
    private readonly places: Places,
  ) {}

  /**
   * Links a statement to what it serves and what serves it, as far as cues tell; true where its own parent is found.
   *
   * `previous` is the statement before it in the same turn and section.
   */
  place(one: Said, previous: Said | null, course: Course): boolean {
    const opened = course.opened
    course.opened = null
    if (this.inList(one, previous) || this.afterList(one, previous)) return true
    this.fromPrevious(one, previous)
    return (
      this.isCounted(one, previous, course) ||
      this.isOpened(one, previous, course, opened) ||
      this.isExample(one, previous)
    )
  }

  /** "Therefore, …": the reason stands right above. */
  private fromPrevious(one: Said, previous: Said | null) {
    if (!previous || !concludes.test(this.words(one))) return
    const isReason = previous.kind !== 'concession' && previous.kind !== 'question'
    const isPlaced = this.outline.openerOf(previous.block) !== null
    if (!isReason || isPlaced || concludes.test(this.words(previous))) return
    this.links.drop(previous, weak)
    this.links.add(previous, one, 'supports', 'conclusion')
  }

  /** "First, …", "Second, …" both serve what stands above the first. */
  private isCounted(one: Said, previous: Said | null, course: Course): boolean {
    const words = this.words(one)
    if (countsFirst.test(words)) {
      course.isCounting = true
      course.counted = previous
      return this.serve(one, previous, 'numbered point')
    }
    if (course.isCounting && countsOn.test(words))
      return this.serve(one, course.counted, 'numbered point')
    return false
  }

  /** A line that ends in a colon opens what follows, as long as that goes on to begin alike. */
  private isOpened(
    one: Said,
    previous: Said | null,
    course: Course,
    opened: Course['opened'],
  ): boolean {
    const begin = this.words(one).replace(/^and /i, '').slice(0, alikeFor).toLowerCase()
    if (opened && opened.begin === begin && previous && one.block - previous.lastBlock <= 1) {
      course.opened = opened
      return this.serve(one, opened.by, 'opened by a colon')
    }
    if (!previous || one.block - previous.lastBlock > 1 || !this.words(previous).endsWith(':'))
      return false
    course.opened = { by: previous, begin }
    return this.serve(one, previous, 'opened by a colon')
  }

  private isExample(one: Said, previous: Said | null): boolean {
    if (!previous || !givesExample.test(this.words(one))) return false
    const [before] = this.links.from(previous)
    const sibling = before?.rule === 'example' ? before.to : previous
    return this.serve(one, sibling, 'example')
  }

  private serve(one: Said, to: Said | null, rule: RuleName): boolean {
    if (!to) return false
    this.links.add(one, to, this.serviceOf(one, to), rule)
    return true
  }

  private serviceOf(one: Said, to: Said): RelationKind {
    const explains = [one.kind, to.kind].includes('clarification') || one.kind === 'question'
    return explains ? 'clarifies' : 'supports'
  }

  // Lists.

  /** Links a list item to what it serves; false where this is no item of a list that something opens. */
  private inList(one: Said, previous: Said | null): boolean {
    const opener = this.outline.openerOf(one.block)
    if (opener === null) return false
    if (!this.openedBy.has(opener))
      this.openedBy.set(opener, this.places.lastIn(opener) ?? previous)
    const to = this.openedBy.get(opener)
    if (!to || to.turn !== one.turn) return false
    const conclusion = this.concludingSibling(one)
    if (conclusion) this.links.add(one, conclusion, 'supports', 'conclusion')
    else this.links.add(one, to, this.serviceOf(one, to), 'list')
    return true
  }

  /** The item of the same list that begins with "Therefore", if this one comes before it. */
  private concludingSibling(one: Said): Said | null {
    for (const sibling of this.outline.siblingsAfter(one.block)) {
      const other = this.places.in(sibling)[0]
      if (other && concludes.test(this.words(other))) return other
    }
    const after = this.outline.afterList(one.block)
    const other = after === null ? undefined : this.places.in(after)[0]
    return other && other.turn === one.turn && sumsUp.test(this.words(other)) ? other : null
  }

  /** "None of these …" after a list: the items support it, and it serves what the list served. */
  private afterList(one: Said, previous: Said | null): boolean {
    const opener = previous && this.outline.openerOf(previous.block)
    if (opener === null || !sumsUp.test(this.words(one))) return false
    return this.serve(one, this.places.lastIn(opener), 'conclusion')
  }

  private words(one: Said): string {
    return wordsOfSaid(this.read, one)
  }
}
