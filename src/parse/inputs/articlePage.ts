import { type MarkupReader, readMarkup, type Tag } from './markup'
import { PageHead } from './pageHead'
import { Prose } from './prose'
import { type Paragraph, printThread } from './thread'
import type { Told } from './told'

/**
 * Reads the main text of any page: its article, or what stands outside of menus and margins.
 *
 * Block quotations and headings are told; who speaks is not, so it is guessed as in a flattened text.
 */
export function readArticle(html: string): Told {
  const reader = new ArticleReader()
  readMarkup(html, reader)
  const { head } = reader
  const paragraphs = reader.main()
  const title = paragraphs[0]?.role === 'heading' ? paragraphs[0].text : head.heading
  const told = printThread({
    kind: 'saved page',
    title,
    url: head.address,
    authors: head.author ? [head.author] : [],
    publishedAt: head.publishedAt ?? null,
    post: {
      id: 'page',
      parent: null,
      speaker: null,
      paragraphs: paragraphs[0]?.text === title ? paragraphs.slice(1) : paragraphs,
    },
    comments: [],
    missing: [],
    marksQuotations: false,
  })
  return { ...told, turns: [] }
}

/** Elements that stand beside the text of a page. */
const beside = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'menu'])

class ArticleReader implements MarkupReader {
  readonly head = new PageHead()
  readonly #prose = new Prose()
  readonly #open: Tag[] = []
  /** Which paragraphs stand in an article or a main part, the outermost of each. */
  readonly #parts: { name: string; first: number; end: number }[] = []
  readonly #depth: Record<string, number> = { article: 0, main: 0, beside: 0, title: 0 }

  open(tag: Tag): void {
    this.#open.push(tag)
    this.head.read(tag)
    const kind = kindOf(tag)
    if (kind) this.#depth[kind] = (this.#depth[kind] ?? 0) + 1
    if (this.#depth.beside) return
    if ((kind === 'article' || kind === 'main') && this.#depth[kind] === 1) {
      this.#prose.endParagraph()
      this.#parts.push({ name: kind, first: this.#prose.paragraphs.length, end: 0 })
    }
    this.#prose.open(tag)
  }

  close(): void {
    const tag = this.#open.pop()
    if (!tag) return
    const kind = kindOf(tag)
    if (!this.#depth.beside) {
      this.#prose.close(tag)
      if ((kind === 'article' || kind === 'main') && this.#depth[kind] === 1) {
        this.#prose.endParagraph()
        const part = this.#parts.findLast(({ name, end }) => name === kind && end === 0)
        if (part) part.end = this.#prose.paragraphs.length
      }
    }
    if (kind) this.#depth[kind] = (this.#depth[kind] ?? 0) - 1
  }

  text(words: string): void {
    if (this.#depth.beside) return
    if (this.#depth.title) this.head.title += words
    else this.#prose.text(words)
  }

  /** The paragraphs of the articles, if most of a good part is theirs; else of the main part; else all. */
  main(): Paragraph[] {
    const all = this.#prose.end()
    const length = (paragraphs: readonly Paragraph[]) =>
      paragraphs.reduce((sum, { text }) => sum + text.length, 0)
    for (const name of ['article', 'main']) {
      const part = this.#parts
        .filter((one) => one.name === name)
        .flatMap(({ first, end }) => all.slice(first, end))
      if (length(part) > length(all) / 4) return part
    }
    return all
  }
}

function kindOf({ name, attributes }: Tag): string | null {
  if (beside.has(name) || attributes.role === 'navigation') return 'beside'
  if (name === 'title') return 'title'
  if (name === 'main' || attributes.role === 'main') return 'main'
  return name === 'article' ? 'article' : null
}
