import DOMPurify, { type Config } from 'dompurify'
import { Marked, type Tokens } from 'marked'
import { useLayoutEffect, useRef } from 'react'
import { classes } from './classes'
import styles from './Markdown.module.css'

// The one place where words that somebody wrote become a page. Three doors, one behind the other: marked is told to
// print HTML as text and to load no image; DOMPurify lets a short list of tags pass; and what is left goes to the
// page as nodes, never as a string that is read again.

/** The longest note that is read as Markdown, in UTF-16 code units: about 100 kB. */
export const maxMarkdown = 100_000

/** A note with a longer paragraph is shown as it was written: reading one takes time by the square of its length. */
const maxParagraph = 6_000

/** What somebody wrote in Markdown, as a page part. Shows any text, hostile or broken, and never throws. */
export function Markdown({ text, className }: { text: string; className?: string }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.replaceChildren(...rendered(text)), [text])
  return <div ref={place} className={classes(styles.markdown, className)} dir="auto" />
}

function rendered(text: string): Node[] {
  if (text.length > maxMarkdown) {
    const says = document.createElement('p')
    says.textContent = 'This note is longer than 100 kB. Only its beginning is shown.'
    return [asWritten(text.slice(0, maxMarkdown)), says]
  }
  if (text.split(/\n\s*\n/).some((paragraph) => paragraph.length > maxParagraph))
    return [asWritten(text)]
  try {
    return [purified(markdown.parse(text, { async: false }))]
  } catch {
    return [asWritten(text)]
  }
}

/** The text letter by letter, its line breaks kept. */
function asWritten(text: string): Node {
  const paragraph = document.createElement('p')
  paragraph.dataset.asWritten = ''
  paragraph.textContent = text
  return paragraph
}

const markdown = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
    heading({ tokens, depth }) {
      // Notes stand under a heading of the third level.
      const level = Math.min(depth + 3, 6)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
    },
    image: ({ href, text }) => `<a href="${escaped(href)}">Image: ${escaped(text || href)}</a>`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
})

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const allowed: Config = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
    ...['a', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
}

/** A sanitiser of our own, so that its hook touches nobody else’s. */
let purifier: ReturnType<typeof DOMPurify> | undefined

function purified(html: string): DocumentFragment {
  purifier ??= makePurifier()
  return purifier.sanitize(html, { ...allowed, RETURN_DOM_FRAGMENT: true })
}

function makePurifier() {
  const made = DOMPurify(window)
  made.addHook('afterSanitizeAttributes', (node) => {
    if (node.nodeName !== 'A') return
    const href = safeAddress(node.getAttribute('href'))
    if (href === null) return node.removeAttribute('href')
    node.setAttribute('href', href)
    node.setAttribute('target', '_blank')
    node.setAttribute('rel', 'noopener noreferrer')
  })
  return made
}

/** The address of a web page or a mailbox, as the browser itself reads it; null for any other. */
function safeAddress(href: string | null): string | null {
  try {
    const url = new URL(href ?? '')
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
