import { readForumMarkdown } from './forumMarkdown'
import { readForumPage } from './forumPage'
import { type Problem, readJsonThread } from './json'
import { readMailingList } from './mailingList'
import { readMarkdown } from './markdown'
import { readRedditText } from './redditText'
import { readSavedPage } from './savedPage'
import { type Told, untold } from './told'

/** The kinds of input that give structure, in the order in which they are tried. */
const readers: readonly ((text: string) => Told | Problem | null)[] = [
  readJsonThread,
  readSavedPage,
  readMailingList,
  readForumMarkdown,
  readForumPage,
  readRedditText,
  readMarkdown,
]

/**
 * Tells what kind of input a text is, and reads what it says of its structure. Never throws on text.
 *
 * What looks like a kind but cannot be read as it is taken as it stands; `inputOf` refuses it beforehand.
 */
export function understand(text: string): Told {
  for (const read of readers) {
    const told = read(text)
    if (told) return 'problem' in told ? untold(text) : told
  }
  return untold(text)
}
