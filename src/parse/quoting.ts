import { addresses, goesOn, judgesAbove, opensAgreeing, opensAnswer, opensPolitely } from './cues'

// How words read that are somebody else's, though they stand nowhere else and no sign marks them.

/** Whether a whole block stands in one pair of quote marks. */
export function isInQuoteMarks(words: string): boolean {
  const inner = /^(["“])([\s\S]{15,})["”]\s*[.,]?$/.exec(words)
  if (!inner) return false
  // `"One" and "two"` opens and closes too, yet is not one quotation.
  if (inner[1] === '"') return !inner[2]?.includes('"')
  let depth = 1
  for (const sign of inner[2]?.match(/[“”]/g) ?? []) {
    depth += sign === '“' ? 1 : -1
    if (depth === 0) return false
  }
  return true
}

const sayings =
  'says?|said|writes?|wrote|put it|claims?|claimed|quot(?:e|es|ed|ing)|replied|replies|responded|responds|asks|asked|tweets?|tweeted|argues?|argued|notes|noted|states|stated|explains|explained|describes? (?:it|this)'
const writings =
  'posts?|papers?|comments?|articles?|essays?|books?|footnotes?|passages?|paragraphs?|excerpts?|sections?|abstracts?|tweets?|threads?|definitions?'

const saysBefore = new RegExp(`\\b(?:${sayings})\\b[^.?!]{0,40}:$`, 'i')
const fromWriting = new RegExp(
  `^(?:\\W*from|in) [^.?!]{3,80}\\b(?:${writings})\\b[^.?!]{0,40}:$|\\bin (?:the|this|that|our|my|your) (?:${writings})[^.?!]{0,20}:$`,
  'i',
)
const ofAnother = new RegExp(
  `\\b(?:you|your|his|her|their|this|that|the|an?|relevant) (?:\\w+ ){0,2}(?:${writings}|argument|piece|response|reply|point|words)\\b[^.?!]{0,60}:$`,
  'i',
)
/** "A few reasons:" and "My answer:" announce somebody's own words. */
const ofMyOwn =
  /\b(?:my|our) (?:\w+ )?(?:\w+)[^.?!:]{0,30}:$|\b(?:some|few|several|two|three|four|five|six|many|following|\d+) (?:\w+ ){0,3}\w+s\b[^.?!:]{0,30}:$/i
/** The line breaks off where only somebody's words can follow: "when you write that". */
const breaksOffBefore =
  /\b(?:that|such as|says?|said|like|as follows|here|remarks?|words)(?: ?(?:--|[-–—]))?$/i

/** Whether a line announces a quotation: "You say:", "Zvi writes:", "From the post I linked to:". */
export function announces(line: string): boolean {
  const end = line.slice(-200)
  if (!end.endsWith(':')) return breaksOffBefore.test(end)
  if (saysBefore.test(end) || fromWriting.test(end)) return true
  return ofAnother.test(end) && !ofMyOwn.test(end)
}

/** Whether a line ends without any stop, as a piece cut out of a sentence does. */
export const breaksOff = (line: string): boolean =>
  /[\p{L}\p{N}]$/u.test(line) && !/https?:\S+$/.test(line) && !breaksOffBefore.test(line)

/** Whether a block could be somebody else's words: short, and neither an answer nor the middle of a speech. */
export const mayBeQuoted = (line: string): boolean =>
  line.length < 700 &&
  !goesOn.test(line) &&
  !opensAgreeing.test(line) &&
  !opensPolitely.test(line) &&
  !opensAnswer.test(line)

/** Whether a paragraph below a quotation is the quoting person's again: it says "I", answers, or sets itself apart. */
export const speaksAgain = (line: string): boolean =>
  /^(?:i\b|as you\b|it\b|its\b|these\b|this\b|there\b|[^\p{L}\p{N}"“'‘*_])/iu.test(line) ||
  opensAnswer.test(line) ||
  opensPolitely.test(line) ||
  judgesAbove.test(line) ||
  addresses.test(line.slice(0, 60))
