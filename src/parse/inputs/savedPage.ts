import { readArticle } from './articlePage'
import type { Problem } from './json'
import { readMarkup } from './markup'
import { PageReader } from './pageReader'
import { printThread } from './thread'
import type { Told } from './told'

/**
 * Reads a saved page: a thread of LessWrong, the Alignment Forum, the EA Forum or GreaterWrong with all it tells, and
 * of any other page the main text. Null for what is no HTML.
 *
 * Nothing of the page is drawn, run or fetched. It is read once, or twice where it turns out to be no thread.
 */
export function readSavedPage(text: string): Told | Problem | null {
  if (!isHtml(text)) return null
  const reader = new PageReader()
  readMarkup(text, reader)
  const thread = reader.thread()
  const told = thread ? printThread(thread) : readArticle(text)
  return told.text === '' ? { problem: 'This page has no text.' } : told
}

/** Whether a text is a page, or a piece of one. */
const isHtml = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html\b|<head\b|<body\b|<!--|<\?xml\b)/i.test(text.slice(0, 2000)) ||
  (/^\s*<[a-z]/i.test(text.slice(0, 2000)) &&
    /<\/(?:p|div|li|ul|ol|span|article|section|main|blockquote|table)>/i.test(
      text.slice(0, 100_000),
    ))
