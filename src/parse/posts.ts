import { concludes, leansBack } from './cues'
import { type Course, type Discourse, newCourse } from './discourse'
import { type Links, type Read, wordsOfSaid } from './links'
import type { Matter } from './matter'
import type { Outline } from './outline'
import type { Said } from './statements'

/** How many statements back a heading's own point is looked for. */
const reach = 40
/** How alike a heading and a statement must be to say the same. */
const sameWords = 1.05
/** How alike a heading or its text must be to a point of the opening to stand for it. */
const alike = 0.4

/** How many statements below a rebuttal or the answer to a question are taken to serve it. */
const lasts = 3

/** What the statements below it serve. */
const opensFocus: ReadonlySet<string> = new Set(['rebuttal', 'question'])

/** A section of a post, as far as it is read. */
interface Section {
  heading: number
  first: Said | null
  /** The rebuttal or question that the rest of the section serves. */
  focus: Said | null
  /** The point that its heading names; undefined until it is looked for. */
  named?: Said | null
  /** How many statements have stood below the focus. */
  since: number
  course: Course
}

const newSection = (heading: number): Section => ({
  heading,
  first: null,
  focus: null,
  since: 0,
  course: newCourse(),
})

/** Finds what the statements of a post serve: a line or point above, what their heading names, or its main point. */
export class PostLinks {
  constructor(
    private readonly read: Read,
    private readonly outline: Outline,
    private readonly matter: Matter,
    private readonly discourse: Discourse,
    private readonly links: Links,
  ) {}

  /** Links the statements of one post. */
  within(said: readonly Said[]) {
    const opening = openingOf(said)
    let section = newSection(-1)
    let previous: Said | null = null
    for (const [index, one] of said.entries()) {
      const heading = this.outline.above(one.block)
      if (heading !== section.heading) {
        section = newSection(heading)
        previous = null
      }
      const isItem = this.outline.openerOf(one.block) !== null
      if (!this.discourse.place(one, previous, section.course))
        this.inSection(one, section, opening, said.slice(Math.max(0, index - reach), index))
      if (!isItem) {
        section.first ??= one
        section.since++
        if (opensFocus.has(one.kind) || section.focus?.kind === 'question') {
          section.focus = one
          section.since = 0
        }
      }
      previous = one
    }
  }

  private inSection(
    one: Said,
    section: Section,
    opening: readonly Said[],
    before: readonly Said[],
  ) {
    const previous = before.at(-1)
    if (!previous || one.kind === 'question') return
    const isAside = one.kind === 'clarification' || one.kind === 'concession'
    const kind = isAside ? 'clarifies' : 'supports'
    const { first, heading } = section
    const focus = section.since < lasts ? section.focus : null
    if (focus?.kind === 'question')
      return this.links.add(one, focus, 'answers', 'answer to a question')
    if (focus) return this.links.add(one, focus, kind, 'same section')
    if (this.outline.isConclusion(heading))
      return this.links.add(one, mainPointOf(opening), kind, 'main point of the post')
    if (first && (one.kind === 'rebuttal' || one.kind === 'concession'))
      return this.links.add(one, first, kind, 'same section')
    if (first && leansBack.test(this.words(one)))
      return this.links.add(one, previous, kind, 'leans back')
    if (first && concludes.test(this.words(one))) return
    if (section.named === undefined) section.named = this.namedBy(heading, opening, before)
    const { named } = section
    if (named)
      return this.links.add(one, named, kind, first ? 'under the heading' : 'heading above')
    const isOpen = heading < 0 && one.kind === 'claim' && mainPointOf(opening)?.rule === 'argues'
    if ((one.kind !== 'clarification' && !first) || isOpen)
      this.links.add(one, mainPointOf(opening), kind, 'main point of the post')
  }

  /** The point of the post's opening, or of a list since, that a heading names. */
  private namedBy(heading: number, opening: readonly Said[], before: readonly Said[]): Said | null {
    if (heading < 0) return null
    const titles = this.outline.titles(heading)
    const points = opening.filter((other) => other.block < heading)
    const listed = before.filter((other) => other.block < heading)
    return (
      this.matter.mostLikeBlocks(titles, listed, sameWords) ??
      this.matter.mostLikeBlocks(titles, points, alike)
    )
  }

  private words(one: Said): string {
    return wordsOfSaid(this.read, one)
  }
}

/** The statements in which a post sets out: its first sixth, but no fewer than six and no more than twelve. */
const openingOf = (said: readonly Said[]): Said[] =>
  said.slice(0, Math.max(6, Math.min(12, Math.ceil(said.length / 6))))

/** The main point of a post: the first thing it says that it argues for, or else the first it says. */
export const mainPointOf = (said: readonly Said[]): Said | null =>
  openingOf(said).find((one) => one.rule === 'argues') ?? said[0] ?? null
