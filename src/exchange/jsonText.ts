/** The largest map that is read, in bytes or characters. */
export const maxLength = 64 * 2 ** 20
const maxDepth = 64
const maxValues = 4_000_000

/** What a text holds as JSON, or a sentence for a person on why it cannot be read. */
export type JsonRead = { ok: true; value: unknown } | { ok: false; problem: string }

/** Reads JSON that somebody else wrote. Never throws: what is too large or nested too deeply is turned away first. */
export function readJson(text: string): JsonRead {
  if (text.length > maxLength) return no('This file is too large: maps of up to 64 MB can be read.')
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  if (json.trim() === '') return no('This file is empty.')
  const tooMuch = sizeProblem(json)
  if (tooMuch) return no(tooMuch)
  try {
    return { ok: true, value: JSON.parse(json) }
  } catch (error) {
    return no(syntaxProblem(json, error instanceof Error ? error.message : ''))
  }
}

const no = (problem: string): JsonRead => ({ ok: false, problem })

/** Counts brackets and commas outside of strings, without building anything. */
function sizeProblem(json: string): string | null {
  let depth = 0
  let values = 1
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === quoteMark) at = endOfString(json, at)
    else if (char === comma) values++
    else if (char === openBrace || char === openBracket) {
      values++
      if (++depth > maxDepth) {
        return `This file is nested more than ${maxDepth} levels deep, which no debate map is.`
      }
    } else if (char === closeBrace || char === closeBracket) depth--
    if (values > maxValues)
      return 'This file holds more than four million values: too many to open.'
  }
  return null
}

const quoteMark = 0x22
const comma = 0x2c
const backslash = 0x5c
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Where the string that starts here ends: at its closing mark, or with the text. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === backslash) at++
    else if (char === quoteMark) return at
  }
  return json.length
}

/** Engines say where the trouble is in their own ways, or not at all. */
function syntaxProblem(json: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1]
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  const at = position === undefined ? null : Number(position)
  const isCutShort = /end of (JSON|data)|Unterminated|EOF/i.test(message) || at === json.length
  if (isCutShort) return 'This file ends before its JSON does: it was probably cut short.'
  if (at !== null)
    return `This file is not valid JSON: it goes wrong at ${lineAndColumn(json, at)}.`
  if (line) return `This file is not valid JSON: it goes wrong at line ${line}, column ${column}.`
  return 'This file is not valid JSON.'
}

function lineAndColumn(json: string, at: number): string {
  const lines = json.slice(0, at).split(/\r\n|\r|\n/)
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`
}
