import type { Again } from '../../exchange/preview'
import type { Role } from '../../model/debate'
import type { Stage } from '../../parse'
import type { InputKind } from '../../parse/inputs/told'
import type { SourceReport } from '../../parse/report'
import { counted, listed } from '../counts'

/** What is being done in each stage of reading. */
export const stageWords: Record<Stage, string> = {
  blocks: 'Cutting the texts into passages',
  furniture: 'Setting the site’s own words aside',
  copies: 'Looking for what is quoted or printed twice',
  turns: 'Telling the voices apart',
  statements: 'Finding the statements',
  relations: 'Finding who answers whom',
  positions: 'Finding what they bear on',
}

/** What an input was taken to be, as a sentence has it. */
export const kindInWords: Record<InputKind, string> = {
  'flattened text': 'Plain text of a thread',
  'forum page': 'A forum page, copied as text',
  Markdown: 'Markdown',
  'saved page': 'A saved web page',
  'ForumMagnum JSON': 'JSON of a LessWrong-like forum',
  'ForumMagnum Markdown': 'Markdown of a LessWrong-like forum',
  'Hacker News': 'A thread of Hacker News',
  Reddit: 'A thread of Reddit',
  'mailing list': 'A mailing list',
}

const asideWords: Record<Role, [one: string, many: string]> = {
  speech: ['passage of speech without a point of its own', 'passages of speech without a point'],
  quotation: ['quotation', 'quotations'],
  repeat: ['passage printed again', 'passages printed again'],
  heading: ['heading', 'headings'],
  furniture: ['piece of the site’s own words', 'pieces of the site’s own words'],
}

/** What makes no statement and why, each kind with its count: "12 quotations". */
export const leftAsideInWords = ({ leftAside }: SourceReport): string[] =>
  leftAside.map(({ role, passages }) => {
    const [one, many] = asideWords[role]
    return `${passages.toLocaleString('en-US')} ${passages === 1 ? one : many}`
  })

/** How many speakers are named. */
const named = 5

/** Who speaks, who speaks most first: "Ada, Bo and 3 others". */
export function speakersInWords({ speakers }: SourceReport): string {
  const others = speakers.length - named
  const first = speakers.slice(0, named)
  return listed(others > 0 ? [...first, counted(others, 'other')] : first)
}

/** A share as a person reads it: "96 %"; never 0 or 100 where it is not quite that. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return 'under 1 %'
  if (rounded === 100 && share < 1) return 'over 99 %'
  return `${rounded} %`
}

/** What reading a thread again does: "3 new statements. … Your work on 2 statements is kept." */
export function againInWords({ added, gone, yours, quotes }: Again): string[] {
  return [
    added === 0 ? 'No new statement.' : `${counted(added, 'new statement')}.`,
    gone > 0
      ? `The words of ${counted(gone, 'statement')} are no longer in it as they were: ${gone === 1 ? 'it is' : 'they are'} kept and marked.`
      : 'Nothing that was quoted has gone.',
    quotesInWords(quotes),
    yours > 0
      ? `Your work on ${counted(yours, 'statement')} is kept.`
      : 'No statement of it carries work of yours.',
  ].filter((sentence) => sentence !== '')
}

/** What becomes of the quotes: "Of 14 quotes 11 stand where they are found for certain, 1 has moved, …". */
function quotesInWords({ exact, moved, ambiguous, lost }: Again['quotes']): string {
  if (moved + ambiguous + lost === 0) return ''
  const parts = [
    `${exact} ${exact === 1 ? 'follows' : 'follow'} their words`,
    moved > 0 && `${moved} moved or changed`,
    ambiguous > 0 && `${ambiguous} may be meant in several places`,
    lost > 0 && `${lost} ${lost === 1 ? 'is' : 'are'} lost`,
  ].filter((part) => part !== false)
  const asks =
    moved + ambiguous > 0 ? ' You will be asked about those that moved or are unclear.' : ''
  return `Of ${counted(exact + moved + ambiguous + lost, 'quote')} ${listed(parts)}.${asks}`
}
