import type { Debate } from '../model/debate'
import { newestOf } from '../model/earlier'

/** What the opening says first: what this is, how much of it there is, and what to do. */
export interface Intro {
  title: string
  line: string
}

/** The first two lines of a debate: "Where the debate on deceptive alignment stands", and where it was read. */
export function introOf({ about, positions, sources }: Debate): Intro {
  const subject = /^the (.+) debate$/i.exec(about.title)?.[1]
  const texts = newestOf(sources).length
  const read = texts > 0 ? ` read from ${counted(texts, 'forum text')}` : ''
  return {
    title: subject ? `Where the debate on ${subject} stands` : `Where “${about.title}” stands`,
    line: `${counted(positions.size, 'position')}${read}. Open one to see who says what, in their words.`,
  }
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
