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

/** How JSON begins and prose does not, even if it opens with a bracket. */
const opening = /^\s*(?:\{\s*"|\[\s*\{\s*"|(?:\[\s*){20})/

/**
 * Reads a thread that a site gave as JSON: ForumMagnum's, Hacker News's or Reddit's. Null for what is no JSON.
 *
 * Never throws; values are looked at one by one, so depth does not matter.
 */
export function readJsonThread(text: string): Told | Problem | null {
  const isMeant = opening.test(text.slice(0, 1000))
  if (!isMeant && !/^\s*[[{]/.test(text)) return null
  if (countValues(text) > mostValues)
    return isMeant ? { problem: 'This JSON holds too many values for a thread.' } : null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    if (!isMeant) return null
    return /[\]}]\s*$/.test(text.slice(-1000))
      ? { problem: 'This looks like JSON, but is not valid.' }
      : { problem: 'This JSON ends too early: it was probably cut short.' }
  }
  const thread = readReddit(value) ?? readHackerNews(value) ?? readForumMagnum(value)
  if (!thread) return { problem: problemOf(value) }
  const told = printThread(thread)
  return told.turns.length > 0 ? told : { problem: 'This thread has no words.' }
}

/** At least as many as there are values. */
function countValues(json: string): number {
  let count = 0
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === comma || code === openBracket || code === openBrace) count++
  }
  return count
}

const [comma, openBracket, openBrace] = [0x2c, 0x5b, 0x7b]

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
