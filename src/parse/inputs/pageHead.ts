import type { Tag } from './markup'
import { asMoment } from './thread'

/** What the head of a page says of it. */
export class PageHead {
  /** The words of the title element. */
  title = ''
  address: string | null = null
  author: string | null = null
  publishedAt: string | undefined
  #ownTitle: string | null = null

  read({ name, attributes }: Tag): void {
    const { content = '', href = '', rel } = attributes
    if (name === 'link' && rel === 'canonical') this.address ??= addressOf(href, null)
    if (name !== 'meta' || content === '') return
    switch (attributes.property ?? attributes.name) {
      case 'og:title':
        this.#ownTitle ??= content
        break
      case 'og:url':
        this.address ??= addressOf(content, null)
        break
      case 'author':
      case 'citation_author':
        this.author ??= tidy(content)
        break
      case 'article:published_time':
      case 'citation_publication_date':
        this.publishedAt ??= asMoment(content.replaceAll('/', '-'))
    }
  }

  /** What the page calls itself, without the name of the forum. */
  get heading(): string | null {
    const words = tidy(this.#ownTitle ?? this.title).replace(
      /\s+[—–|-]\s+(?:LessWrong|AI Alignment Forum|EA Forum|Effective Altruism Forum|GreaterWrong)\b.{0,30}$/i,
      '',
    )
    return words === '' ? null : words
  }
}

/** Words in one line, without what is there only to break them. */
export const tidy = (words: string): string =>
  words
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A web address that may be relative to the page's; null for one that leads nowhere on the web. */
export function addressOf(href: string, page: string | null): string | null {
  try {
    const address = page === null ? new URL(href) : new URL(href, page)
    return /^https?:$/.test(address.protocol) ? address.href : null
  } catch {
    return null
  }
}
