import { readForumPage } from './forumPage'
import { type Told, untold } from './told'

/** The kinds of input that give structure, in the order in which they are tried. */
const readers: readonly ((text: string) => Told | null)[] = [readForumPage]

/** Tells what kind of input a text is, and reads what it says of its structure. Never throws on text. */
export function understand(text: string): Told {
  for (const read of readers) {
    const told = read(text)
    if (told) return told
  }
  return untold(text)
}
