import { readMarkup, type Tag } from './markup'
import type { Paragraph } from './thread'

/** The paragraphs of a piece of HTML: a comment's body, say. */
export function proseOf(html: string): Paragraph[] {
  const prose = new Prose()
  const open: Tag[] = []
  readMarkup(html, {
    open(tag) {
      open.push(tag)
      prose.open(tag)
    },
    close() {
      const tag = open.pop()
      if (tag) prose.close(tag)
    },
    text: (words) => prose.text(words),
  })
  return prose.end()
}

/** The class names of an element. */
export const classesOf = ({ attributes }: Tag): string[] =>
  attributes.class?.split(/\s+/).filter(Boolean) ?? []

/**
 * Turns elements into paragraphs in plain words, as they come.
 *
 * Block quotations become quotations, and a list item keeps its sign. Buttons, scripts and pictures leave nothing.
 */
export class Prose {
  /** Whether the site cut the words short. */
  isCut = false
  /** What is finished so far. */
  readonly paragraphs: Paragraph[] = []

  #words: string[] = []
  #lines: string[] = []
  #sign = ''
  #quotes = 0
  #headings = 0
  #preformatted = 0
  /** How many of the open elements lie in one that is left out, itself included. */
  #leftOut = 0
  readonly #lists: (number | null)[] = []

  open(tag: Tag): void {
    const { name, attributes } = tag
    if (this.#leftOut > 0 || this.#isLeftOut(tag)) {
      this.#leftOut++
      return
    }
    if (name === 'br') this.#endLine()
    else if (name === 'td' || name === 'th') this.#endCell()
    else if (blocks.has(name)) this.endParagraph()

    if (name === 'blockquote') this.#quotes++
    else if (headings.has(name)) this.#headings++
    else if (name === 'pre') this.#preformatted++
    else if (name === 'ul') this.#lists.push(null)
    else if (name === 'ol') this.#lists.push(firstNumber(attributes.start))
    else if (name === 'li') this.#sign = this.#nextSign()
  }

  close({ name }: Tag): void {
    if (this.#leftOut > 0) {
      this.#leftOut--
      return
    }
    if (blocks.has(name)) this.endParagraph()
    if (name === 'blockquote') this.#quotes--
    else if (headings.has(name)) this.#headings--
    else if (name === 'pre') this.#preformatted--
    else if (name === 'ul' || name === 'ol') this.#lists.pop()
    else if (name === 'li') this.#sign = ''
  }

  text(words: string): void {
    if (this.#leftOut > 0) return
    if (this.#preformatted === 0) {
      if (this.#words.length > 0 || words.trim() !== '') this.#words.push(words)
      return
    }
    for (const [index, line] of words.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) this.#endLine()
      this.#words.push(line)
    }
  }

  /** Ends the paragraph under way, if there is one. */
  endParagraph(): void {
    this.#endLine()
    const text = this.#lines.join('\n').trim()
    this.#lines = []
    if (text === '') return
    const role = this.#quotes > 0 ? 'quotation' : this.#headings > 0 ? 'heading' : 'speech'
    this.paragraphs.push({ text, role, sign: this.#sign })
    this.#sign = ''
  }

  /** All paragraphs. */
  end(): Paragraph[] {
    this.endParagraph()
    return this.paragraphs
  }

  /** Parts a cell of a table from the one before it in its row. */
  #endCell(): void {
    if (this.#words.length > 0) this.#words.push(' | ')
  }

  #endLine(): void {
    const line = this.#words
      .join('')
      .replace(invisible, '')
      .replace(/[ \t\n\f\r]+/g, ' ')
    this.#words = []
    const words = line.trim()
    if (words !== '' || this.#lines.length > 0) this.#lines.push(words)
  }

  /** The sign of the next item of the innermost list, set in by two spaces for each list around it. */
  #nextSign(): string {
    const indent = '  '.repeat(Math.max(0, Math.min(this.#lists.length, 20) - 1))
    const number = this.#lists.at(-1) ?? null
    if (number === null) return `${indent}- `
    this.#lists[this.#lists.length - 1] = number + 1
    return `${indent}${number}. `
  }

  #isLeftOut(tag: Tag): boolean {
    const { name, attributes } = tag
    const label = attributes.alttext ?? (isFormula(tag) ? attributes['aria-label'] : undefined)
    if (label !== undefined) {
      this.#words.push(label)
      return true
    }
    if (leftOutElements.has(name) || attributes.hidden !== undefined) return true
    if (attributes['aria-hidden'] === 'true' && name !== 'p') return true
    return classesOf(tag).some((one) => {
      if (/^read-more/.test(one)) this.isCut = true
      return /^(?:read-more|footnote-back|mjx-assistive|MathJax_Preview|sr-only$)/.test(one)
    })
  }
}

const isFormula = ({ attributes }: Tag): boolean => /\bmjx-/.test(attributes.class ?? '')

/** A list may start anywhere; what is no sensible number counts from one. */
function firstNumber(start: string | undefined): number {
  const number = Number(start ?? 1)
  return Number.isInteger(number) && number >= 0 && number < 1000 ? number : 1
}

// Zero-width spaces and soft hyphens, with which sites let long words break. Joiners stay: emoji and scripts need them.
const invisible = /[\u00AD\u200B\u2060\uFEFF]/g

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const headings = setOf('h1 h2 h3 h4 h5 h6')

const blocks = setOf(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody thead tfoot tr ul',
)

/** Elements whose words are nobody's. */
const leftOutElements = setOf(
  'annotation audio button canvas embed head iframe input label math noembed noframes noscript object option script select style svg template textarea title video xmp',
)
