/** How wide a text is in one face and size, in pixels. */
export type WidthOf = (text: string) => number

/** A text as it fits: its lines, and whether words were left out. */
export interface Fitted {
  text: string
  lines: number
  cut: boolean
}

/**
 * Fits a text into so many lines of a width, ending at a whole word with an ellipsis where it is longer.
 *
 * The engine's own clamp cuts inside words. `Infinity` lines leave the text whole and only count.
 */
export function fitText(text: string, lines: number, width: number, widthOf: WidthOf): Fitted {
  const words = text.trim().split(/\s+/u)
  const whole = words.join(' ')
  const needed = linesOf(whole, width, widthOf)
  if (needed <= lines) return { text: whole, lines: needed, cut: false }

  // Halve towards the longest run of first words that fits with its ellipsis.
  let [kept, tooMany] = [1, words.length]
  while (tooMany - kept > 1) {
    const middle = (kept + tooMany) >> 1
    const run = withEllipsis(words.slice(0, middle).join(' '))
    if (linesOf(run, width, widthOf) <= lines) kept = middle
    else tooMany = middle
  }
  return { text: withEllipsis(words.slice(0, kept).join(' ')), lines, cut: true }
}

/** How many lines a text takes, broken as a browser does it: at spaces, after hyphens, and anywhere in a word too wide. */
function linesOf(text: string, width: number, widthOf: WidthOf): number {
  const space = widthOf(' ')
  let lines = 1
  let used = 0
  for (const [piece = '', gap] of text.matchAll(/[^\s–—-]*[–—-]+|[^\s–—-]+|( )/gu)) {
    if (gap) {
      used += space
      continue
    }
    const long = widthOf(piece)
    if (used + long <= width) used += long
    else if (long <= width) {
      lines++
      used = long
    } else {
      // Starts on a line of its own, and fills as many as it needs.
      if (used > 0) lines++
      lines += Math.ceil(long / width) - 1
      used = long % width
    }
  }
  return lines
}

/** Trims a text to at most so many characters, at a whole word, with an ellipsis where it was longer. */
export function trimToWords(text: string, characters: number): string {
  const whole = text.trim().replace(/\s+/gu, ' ')
  if (whole.length <= characters) return whole
  const cut = whole.slice(0, characters)
  const space = cut.lastIndexOf(' ')
  const atWord = whole[characters] === ' ' || space < 1 ? cut : cut.slice(0, space)
  return withEllipsis(atWord)
}

/** The two or three words that stand for a text where there is room for no more: what carries meaning, in its order. */
export function shortTitle(text: string): string {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'%<>/-]*/gu) ?? []
  const telling = words.filter((word) => !fillers.has(word.toLowerCase()))
  const title = (telling.length > 1 ? telling : words).slice(0, 3).join(' ')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

const fillers = new Set(
  `a an and are as at be been but by can could do does doesn't don't for from had has have how however i i'd i'm if
  in indeed into is it it's its just may might more most my not of on only or our should so some such than that the
  their them then there therefore these they this those to too very was we were what when which while who why will
  with would you your`.split(/\s+/),
)

const withEllipsis = (text: string) => `${text.replace(/[\s,;:.–—-]+$/u, '')}…`

/** A width good enough to lay cards out with before the fonts are there: by the kinds of letters. */
export const estimatedWidth =
  (size: number): WidthOf =>
  (text) => {
    let ems = 0
    for (const letter of text) ems += /[iljtfI.,;:'’!| ()]/u.test(letter) ? 0.3 : wide(letter)
    return ems * size
  }

const wide = (letter: string) => (/[mwMWA-Z@%&—…]/u.test(letter) ? 0.76 : 0.51)
