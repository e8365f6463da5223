import type { MarkupReader, Tag } from './markup'
import { addressOf, PageHead, tidy } from './pageHead'
import { type Sign, signOf } from './pageSigns'
import { classesOf, Prose } from './prose'
import { asMoment, type Contribution, counted, type ForumThread } from './thread'

/** A post or a comment while its elements are open. */
interface Draft extends Contribution {
  /** Set once its words have begun. */
  prose: Prose | null
  isOneLine: boolean
}

/** Parts of a page, of which an element may lie in several. */
type Place = 'aside' | 'authors' | 'comments' | 'linked' | 'agreement'

/** What to do when an element closes. */
type Leave = (() => void) | null

/** Words that are a name, a number or a title. */
interface Field {
  words: string
}

/**
 * Reads the page of a forum, element by element.
 *
 * Comments lie in the comments that they answer; of each, the name, the date and the votes come before the words.
 */
export class PageReader implements MarkupReader {
  readonly #head = new PageHead()
  readonly #leave: Leave[] = []
  readonly #open: Draft[] = []
  readonly #comments: Draft[] = []
  /** Comments that the page shows by themselves above the others, because its address names one of them. */
  readonly #linked: Draft[] = []
  readonly #messages: Draft[] = []
  readonly #post: Draft = draft('post', null)
  readonly #authors: string[] = []
  readonly #within: Record<Place, number> = {
    aside: 0,
    authors: 0,
    comments: 0,
    linked: 0,
    agreement: 0,
  }
  #sink: Prose | Field | null = null
  #title = ''
  #notLoaded = ''

  open(tag: Tag): void {
    this.#leave.push(this.#enter(tag))
  }

  close(): void {
    this.#leave.pop()?.()
  }

  text(words: string): void {
    if (this.#within.aside > 0 || !this.#sink) return
    if (this.#sink instanceof Prose) this.#sink.text(words)
    else if (this.#sink.words.length < 1000) this.#sink.words += words
  }

  /** The thread of the page; null where it has none. */
  thread(): ForumThread | null {
    // A linked comment that stands among the others too is printed there.
    const comments = [...this.#messages, ...this.#comments, ...this.#linked]
    const hasWords = comments.some((one) => one.prose !== null)
    if (!hasWords && this.#post.paragraphs.length === 0) return null
    if (this.#authors.length === 0 && this.#head.author) this.#authors.push(this.#head.author)
    const publishedAt = this.#post.postedAt ?? this.#head.publishedAt
    return {
      kind: 'saved page',
      title: this.#title || this.#head.heading,
      url: this.#head.address,
      authors: this.#authors,
      publishedAt: publishedAt ?? null,
      post: { ...this.#post, speaker: this.#authors[0] ?? null, postedAt: publishedAt },
      comments,
      missing: this.#missing(),
      marksQuotations: true,
    }
  }

  #missing(): string[] {
    const missing: string[] = []
    const tell = (which: (one: Draft) => boolean | undefined, one: string, many: string) => {
      const count = this.#comments.filter(which).length
      if (count > 0) missing.push(`${counted(count, one, many)}.`)
    }
    tell((one) => one.isOneLine, 'comment is folded to one line', 'comments are folded to one line')
    tell((one) => one.prose?.isCut, 'comment is cut short', 'comments are cut short')
    tell(
      ({ prose, isGone }) => !prose && !isGone,
      'comment is folded away',
      'comments are folded away',
    )
    if (this.#notLoaded) missing.push(`Not all comments were loaded: “${this.#notLoaded}”.`)
    return missing
  }

  #enter(tag: Tag): Leave {
    const sign = signOf(tag)
    if (this.#within.aside > 0 || sign === 'aside') return this.#inside('aside')
    if (sign === 'comment') return this.#enterComment(tag)
    if (sign === 'message') return this.#enterMessage(tag)
    const sink = this.#sink
    if (sink instanceof Prose) {
      sink.open(tag)
      return () => sink.close(tag)
    }
    if (sink) return null
    const comment = this.#open.at(-1)
    return comment ? this.#enterInComment(tag, sign, comment) : this.#enterOnPage(tag, sign)
  }

  #inside(what: Place): Leave {
    this.#within[what]++
    return () => {
      this.#within[what]--
    }
  }

  #enterComment({ attributes }: Tag): Leave {
    const outer = this.#sink
    this.#sink = null
    const comments = this.#within.linked > 0 ? this.#linked : this.#comments
    const id = attributes.id?.replace(/^comment-/, '')
    const comment = draft(
      id || `${comments === this.#linked ? 'linked' : 'comment'} ${comments.length}`,
      this.#open.at(-1)?.id ?? null,
    )
    comment.isGone = /\bCommentFrame-deleted\b/.test(attributes.class ?? '')
    comments.push(comment)
    this.#open.push(comment)
    return () => {
      this.#open.pop()
      this.#sink = outer
    }
  }

  /** A dialogue is a post in turns: each message answers the last one of somebody else. */
  #enterMessage({ attributes }: Tag): Leave {
    const speaker = attributes['display-name'] || null
    const last = this.#messages.at(-1)
    const answered = last?.speaker === speaker ? last?.parent : last?.id
    const message = draft(`message ${this.#messages.length}`, answered ?? null)
    message.speaker = speaker
    message.postedAt = asMoment(attributes['submitted-date'])
    this.#messages.push(message)
    return this.#intoProse(message)
  }

  #enterInComment(tag: Tag, sign: Sign | null, comment: Draft): Leave {
    switch (sign) {
      case 'comment body':
      case 'one line':
        if (comment.prose) return null
        comment.isOneLine = sign === 'one line'
        return this.#intoProse(comment)
      case 'deleted':
        comment.isGone = true
        return null
      case 'load more':
        return this.#enterLoadMore()
      case 'author':
        return this.#intoField((name) => {
          const speaker = name.replace(/^Answer by /, '')
          if (!comment.prose && !/^\[|^$/.test(speaker)) comment.speaker ??= speaker
        })
      default:
        this.#readMeta(tag, comment)
        return this.#enterVotes(sign, comment)
    }
  }

  /** A comment's date and addresses. */
  #readMeta(tag: Tag, comment: Draft) {
    const { href, id } = tag.attributes
    if (comment.prose) return
    comment.postedAt ??= momentOf(tag)
    const classes = classesOf(tag)
    if (id && classes.some((one) => one.startsWith('Answer-'))) comment.id = id
    if (href === undefined) return
    if (classes.includes('comment-parent-link')) comment.parent ??= href.replace(/^.*#comment-/, '')
    const linked = /[?&]commentId=(\w+)/.exec(href)?.[1]
    if (linked || classes.includes('permalink')) {
      comment.url ??= addressOf(href, this.#head.address) ?? undefined
      if (linked && comment.id.includes(' ')) comment.id = linked
    }
  }

  #enterOnPage(tag: Tag, sign: Sign | null): Leave {
    this.#head.read(tag)
    if (this.#comments.length === 0 && this.#post.prose === null)
      this.#post.postedAt ??= momentOf(tag)
    if (tag.name === 'title')
      return this.#intoField((words) => {
        this.#head.title ||= words
      })
    switch (sign) {
      case 'post body':
        return this.#post.prose ? null : this.#intoProse(this.#post)
      case 'title':
        return this.#intoField((words) => {
          this.#title ||= words
        })
      case 'author':
        if (this.#within.authors === 0) return null
        return this.#intoField((name) => {
          if (!/^\[|^$/.test(name) && !this.#authors.includes(name)) this.#authors.push(name)
        })
      case 'authors':
      case 'comments':
      case 'linked':
        return this.#inside(sign)
      case 'load more':
        return this.#within.comments > 0 ? this.#enterLoadMore() : null
      default:
        return this.#comments.length === 0 ? this.#enterVotes(sign, this.#post) : null
    }
  }

  #enterVotes(sign: Sign | null, said: Draft): Leave {
    if (sign === 'agreement box') return this.#inside('agreement')
    if (sign !== 'votes' && sign !== 'agreement') return null
    const axis = sign === 'agreement' || this.#within.agreement > 0 ? 'agreement' : 'votes'
    return this.#intoField((words) => {
      said[axis] ??= numberOf(words)
    })
  }

  #enterLoadMore(): Leave {
    return this.#intoField((words) => {
      this.#notLoaded ||= words.slice(0, 80)
    })
  }

  #intoProse(said: Draft): Leave {
    const outer = this.#sink
    const prose = new Prose()
    said.prose = prose
    this.#sink = prose
    return () => {
      said.paragraphs = prose.end()
      this.#sink = outer
    }
  }

  #intoField(take: (words: string) => void): Leave {
    const field: Field = { words: '' }
    this.#sink = field
    return () => {
      this.#sink = null
      take(tidy(field.words))
    }
  }
}

const draft = (id: string, parent: string | null): Draft => ({
  id,
  parent,
  speaker: null,
  paragraphs: [],
  prose: null,
  isOneLine: false,
})

/** When something was written: ForumMagnum says it in ISO 8601, GreaterWrong in milliseconds. */
function momentOf({ name, attributes }: Tag): string | undefined {
  const milliseconds = attributes['data-js-date']
  if (milliseconds !== undefined && /^\d{9,15}$/.test(milliseconds))
    return asMoment(Number(milliseconds) / 1000)
  return name === 'time' ? asMoment(attributes.datetime) : undefined
}

/** The number in "12 points" or "LW: 12 AF: 4"; undefined where there is none, or two sides are counted. */
function numberOf(words: string): number | undefined {
  const match = /^\D*?([-−–]?)(\d[\d,]*)(?!\s*[∶\d])/.exec(words)
  if (!match) return undefined
  const number = Number((match[2] ?? '').replaceAll(',', ''))
  return match[1] ? -number : number
}
