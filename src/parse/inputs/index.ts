import { type Told, untold } from './told'

/** Tells what kind of input a text is, and reads what it says of its structure. Never throws on text. */
export function understand(text: string): Told {
  return untold(text)
}
