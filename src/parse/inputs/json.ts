import { z } from 'zod'
import { readForumMagnum } from './forumMagnum'
import { readHackerNews } from './hackerNews'
import { readReddit } from './reddit'
import { printThread } from './thread'
import type { Told } from './told'

/** An input that is no thread, with a sentence for a person on what it is and what to do. */
export interface Problem {
  problem: string
}

/** More than any thread has; it bounds the memory that a hostile file can ask for. */
const mostValues = 4_000_000

/** Whether a text means to be JSON: prose may open with a bracket, but hardly goes on like this. */
export const isJson = (text: string): boolean =>
  /^\s*(?:\{\s*(?:"|\}\s*$)|\[\s*(?:[{\]]|"[^"\n]*"\s*[,\]]))/.test(text.slice(0, 2000)) ||
  /^\s*(?:\[\s*){20}/.test(text.slice(0, 2000))

/**
 * Reads a thread that a site gave as JSON: ForumMagnum's, Hacker News's or Reddit's.
 *
 * Never throws; values are looked at one by one, so depth does not matter.
 */
export function readJsonThread(text: string): Told | Problem {
  let commas = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x2c || code === 0x5b || code === 0x7b) commas++
  }
  if (commas > mostValues) return { problem: 'This JSON holds too many values for a thread.' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const isCutShort = /end of|Unterminated|EOF/i.test(error instanceof Error ? error.message : '')
    return isCutShort
      ? { problem: 'This JSON ends too early: the file was probably cut short.' }
      : { problem: 'This looks like JSON, but is not valid.' }
  }
  const thread = readReddit(value) ?? readHackerNews(value) ?? readForumMagnum(value)
  return thread ? printThread(thread) : { problem: problemOf(value) }
}

const DebateMap = z.looseObject({ format: z.literal('debate-map') })
const Failure = z.looseObject({ errors: z.array(z.looseObject({ message: z.string() })).min(1) })

/** What JSON is that holds no thread. */
function problemOf(value: unknown): string {
  if (DebateMap.safeParse(value).success)
    return 'This is a debate map, not a thread: open it with “Open a map”.'
  const failure = Failure.safeParse(value)
  const says = failure.success ? failure.data.errors[0]?.message.slice(0, 200) : undefined
  if (says) return `This is an error that a forum sent instead of a thread: “${says}”.`
  return 'This JSON is no thread that can be read: a post with comments from a ForumMagnum forum, from Hacker News or from Reddit.'
}
