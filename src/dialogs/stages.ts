import type { RuleGroup } from '../parse/rules'

/** One stage of the reading, in words for a person. */
export interface Stage {
  /** What names it in an address. No rule has such a name. */
  id: string
  title: string
  /** What it does. */
  does: string
  /** What it cannot know. */
  cannot: string
  /** Its rules, by what they decide. */
  groups: readonly { of: RuleGroup; title: string }[]
}

/** The seven stages of the reading, in the order they run in. */
export const stages: readonly Stage[] = [
  {
    id: 'stage-1',
    title: 'Lines and sentences',
    does: 'The text is cut where it is cut already: at line ends, at the items of a list, at the ends of sentences. Lines that somebody wrapped by hand are joined again. Not a letter is changed, so every quote stands where it stood.',
    cannot:
      'Nothing is guessed here that shows on the map, so there are no rules with a number. A full stop in an odd place can still cut a sentence in two.',
    groups: [],
  },
  {
    id: 'stage-2',
    title: 'What the site prints',
    does: 'Names, dates, buttons, titles and headings are set apart from what people say.',
    cannot:
      'Every forum has words of its own. A button of a site that the parser has never seen can pass for a short remark.',
    groups: [{ of: 'furniture', title: 'What is not said by anybody' }],
  },
  {
    id: 'stage-3',
    title: 'What stands twice',
    does: 'Words that stand twice are found first: a thread printed again, a paragraph quoted to be answered, a phrase cited in passing. Who said them first is the source; the other is a copy, and makes no statement.',
    cannot:
      'Where a quotation has lost its marks and its source is in no text, it looks like speech. Its end is a guess.',
    groups: [{ of: 'copies', title: 'What is a copy' }],
  },
  {
    id: 'stage-4',
    title: 'Who speaks, and to whom',
    does: 'Small signs of a new voice are added up, paragraph by paragraph. Where the page says how many comments it has, there are made as many. Then each turn is given the turn it answers.',
    cannot:
      'Who speaks, where no name is printed: it is left blank, since a guess about a person is worse. Whom a turn answers that quotes nobody is inferred from where it stands. On a page of one person’s comments, perhaps half the turns are found.',
    groups: [
      { of: 'turns', title: 'Where another voice begins' },
      { of: 'replies', title: 'Whom a turn answers' },
    ],
  },
  {
    id: 'stage-5',
    title: 'Statements',
    does: 'Each passage of speech gives a statement, if it makes a point. Its kind is read from what is said at the edges, and its headline is the sentence that best stands alone, in its own words.',
    cannot: 'Irony, hints, and what everybody in the thread already knows. It reads English cues.',
    groups: [{ of: 'kinds', title: 'What a statement mainly does' }],
  },
  {
    id: 'stage-6',
    title: 'Links',
    does: 'What answers, supports, rebuts, undercuts, concedes or clarifies what. Quotations say it most surely; then questions, lists and headings; last of all the words two statements share.',
    cannot:
      'A reason that is left unsaid. That somebody grants a reason and denies only that it matters is seen where the words say so. Where a turn answers another without quoting it, which of its points is meant is the weakest guess of all.',
    groups: [{ of: 'relations', title: 'What one statement does to another' }],
  },
  {
    id: 'stage-7',
    title: 'Positions and sides',
    does: 'Each position has words by which people speak of it, and the rarer they are in the text, the more they tell. Whoever rebuts a statement is on the other side of its main position; whoever speaks twice keeps the side.',
    cannot:
      'A statement can use the words of a position and mean something else by them. Who is right is not judged: tallies count statements, not reasons.',
    groups: [{ of: 'stances', title: 'Which position, and which side' }],
  },
]

/** The parts of the page before the stages, by what names them in an address. */
export const parts = [
  { id: 'how-sure', title: 'What a number says' },
  { id: 'how-well', title: 'How well it reads' },
] as const
