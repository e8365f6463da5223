import type { Paragraph } from './thread'

/**
 * The paragraphs of a post in Markdown, as forums write it: quotations, headings, lists and fenced code.
 *
 * Linear: lines are looked at once, and marks inside a line one after the other.
 */
export function markdownProse(markdown: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let lines: string[] = []
  let isQuoted = false
  let fence: string | null = null
  const end = () => {
    const text = lines.join('\n').trim()
    lines = []
    if (text !== '') paragraphs.push({ text, role: isQuoted ? 'quotation' : 'speech', sign: '' })
  }
  for (const raw of markdown.split(/\r\n|\r|\n/)) {
    const { quoted, line } = unquoted(raw)
    const mark = /^\s*(```|~~~)/.exec(line)?.[1]
    if (mark && (fence === null || fence === mark)) {
      fence = fence === null ? mark : null
      continue
    }
    if (fence !== null) {
      lines.push(line)
      continue
    }
    const isBlank = line.trim() === ''
    // A line without its sign goes on with the quotation above it, if that is still under way.
    if (isBlank || quoted !== isQuoted) {
      if (isBlank || quoted || lines.length === 0) {
        end()
        isQuoted = quoted
      }
    }
    if (isBlank || /^\s*(?:[-*_]\s*){3,}$/.test(line)) {
      end()
      continue
    }
    const heading = /^ {0,3}#{1,6}\s+(\S.*)$/.exec(line)
    const item = /^(\s{0,20})(?:[-*+]|(\d{1,3})[.)])\s+(\S.*)$/.exec(line)
    if (heading) {
      end()
      const role = quoted ? 'quotation' : 'heading'
      const text = plain((heading[1] ?? '').trim().replace(/ #{1,6}$/, '')).trim()
      if (text !== '') paragraphs.push({ text, role, sign: '' })
    } else if (item) {
      end()
      isQuoted = quoted
      const text = plain(item[3] ?? '').trim()
      const sign = `${item[1] ?? ''}${item[2] ? `${item[2]}. ` : '- '}`
      if (text !== '') paragraphs.push({ text, role: quoted ? 'quotation' : 'speech', sign })
    } else lines.push(plain(line).trim())
  }
  end()
  return paragraphs
}

/** A line without the `>` in front of it. Reddit's `>!` opens a spoiler, which is the writer's own. */
function unquoted(line: string): { quoted: boolean; line: string } {
  const signs = /^\s{0,3}(?:>(?!!)\s?)+/.exec(line)?.[0]
  return signs === undefined
    ? { quoted: false, line }
    : { quoted: true, line: line.slice(signs.length) }
}

/** A line without the marks of links, pictures, emphasis and spoilers. */
function plain(line: string): string {
  return line
    .replace(/!\[[^\]\n]{0,200}\]\([^()\s]{0,2000}\)/g, '')
    .replace(
      /\[([^\][\n]{1,300})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?: "[^"\n]{0,200}")?\)/g,
      '$1',
    )
    .replace(/(?<![\w\\*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?[^\s*\\]|[^\s*\\])\1(?![\w*])/g, '$2')
    .replace(/(?<![\w\\_])(_{1,2})(?=[^\s_])([^_\n]{1,2000}?[^\s_\\]|[^\s_\\])\1(?![\w_])/g, '$2')
    .replace(/>!|!</g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1')
}
