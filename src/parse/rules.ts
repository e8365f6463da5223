/** A rule of the parser: what it sees, and how often it was right where careful readers had marked the text. */
export interface Rule {
  /** One sentence for a person, who sees it beside the words. */
  says: string
  /**
   * The share of its readings that careful readers made too. Measured on few texts, so drawn towards the middle:
   * a rule that was right four times out of four is no certainty.
   */
  right: number
}

const rule = (right: number, says: string): Rule => ({ says, right })

/** What the page prints beside what people say. */
const ofFurniture = {
  'site words': rule(0.95, 'The site prints these words, not a person.'),
  byline: rule(0.95, 'This line names who speaks next.'),
  'reply button': rule(0.95, 'The site prints this below each comment.'),
  'between contributions': rule(
    0.95,
    'It stands between the contributions that the input gives, and belongs to none.',
  ),
  'marked as the site’s words': rule(0.97, 'The input marks these words as the site’s.'),
  'page head': rule(0.85, 'A short line before anybody speaks: a name or a label of the page.'),
  acknowledgement: rule(0.85, 'It thanks people by name, and says nothing of the matter.'),
  'title line': rule(0.8, 'A title without a stop, between contributions.'),
  'section title': rule(0.95, 'A short line without a stop that stands over paragraphs.'),
  'marked as a heading': rule(0.97, 'The input marks this line as a heading.'),
} as const

/** What is printed twice, and what is quoted. */
const ofCopies = {
  'printed again': rule(0.95, 'The page prints these words a second time, in the same order.'),
  'left out of the second print': rule(
    0.9,
    'The page prints the thread twice, and only once with these words: it leaves quotations out.',
  ),
  'same words': rule(0.93, 'The same words stand elsewhere, said first by somebody else.'),
  'joins pieces': rule(
    0.93,
    'Its pieces stand elsewhere, said first by somebody else; it leaves out what stands between them.',
  ),
  'quoted before': rule(0.9, 'Somebody quoted these words before, and may be answered too.'),
  'drops words': rule(0.9, 'The quotation leaves these words out, and does not say so.'),
  'adds words': rule(0.85, 'The quotation has these words besides, and does not say so.'),
  'changes words': rule(0.85, 'The quotation has other words here, and does not say so.'),
  'quote signs': rule(0.95, 'The line is marked as quoted.'),
  'marked as quoted': rule(0.97, 'The input marks these words as quoted.'),
  'in quote marks': rule(0.7, 'The whole paragraph stands in quote marks.'),
  announced: rule(0.8, 'The line above announces a quotation.'),
  'goes on quoting': rule(
    0.75,
    'It goes on with words that were announced as another’s, before anybody answers.',
  ),
  'breaks off': rule(0.7, 'It is cut out of a sentence, and the next words speak of it.'),
  'answered next': rule(0.62, 'The next words judge these as somebody else’s.'),
} as const

/** Where another voice begins. */
const ofTurns = {
  'told by the input': rule(0.98, 'The input says where this contribution begins.'),
  'wider gap': rule(0.95, 'A gap wider than that between paragraphs parts contributions here.'),
  'opening words': rule(0.85, 'The first words of the page, or the first below its post.'),
  'quotes the turn itself': rule(0.8, 'It quotes what was just said: nobody quotes himself.'),
  'quotes the words above': rule(
    0.45,
    'It goes on to quote the words above it: somebody else must have begun by here.',
  ),
  'first quotation': rule(0.65, 'It opens with a quotation, as most answers that quote do.'),
  'quotes another turn': rule(0.6, 'It quotes somebody else than the words before it do.'),
  'quotes further back': rule(0.6, 'It quotes from further up than the quotation before it.'),
  'other way of quoting': rule(0.75, 'It sets quotations in another way.'),
  'after evidence': rule(0.5, 'The words above are brought in as evidence, and this is an answer.'),
  thanks: rule(0.8, 'It opens with thanks or an apology.'),
  'says what was meant': rule(0.8, 'It says what was meant.'),
  'explains words quoted': rule(0.75, 'It explains words of its own that were quoted.'),
  'speaks of what somebody said': rule(0.6, 'It speaks of what somebody has said.'),
  disagrees: rule(0.8, 'It opens by disagreeing, or calls something wrong.'),
  agrees: rule(0.65, 'It opens by agreeing.'),
  talks: rule(0.6, 'It opens as people do who begin to speak.'),
  'speaks as the author': rule(
    0.6,
    'It speaks of its own earlier words, and the words above do not.',
  ),
  'speaks of the post': rule(0.7, 'It speaks of the post from outside.'),
  'speaks to somebody': rule(0.57, 'It speaks to somebody, and the words above do not.'),
  'still speaks to somebody': rule(0.5, 'It speaks to somebody.'),
  'calls somebody': rule(0.6, 'It calls somebody by name.'),
  'says I': rule(0.55, 'It opens with “I”.'),
  'points back': rule(0.4, 'It opens by pointing at the words above.'),
  'after a question': rule(0.5, 'The words above ask, and these do not.'),
  'after a request': rule(0.65, 'The words above ask for something, and these give it.'),
  'after nothing but questions': rule(0.6, 'Somebody only asked, and this answers.'),
  'short question': rule(0.65, 'One short question, and nothing else.'),
  'other way of writing': rule(0.5, 'It begins sentences in another way.'),
  'wide gap': rule(0.6, 'A wider gap than usual stands above it.'),
  'after one paragraph': rule(0.45, 'The words above have said their piece.'),
  'other voice': rule(0.5, 'Many small signs together speak for another voice.'),
} as const

/** Whom a turn answers. */
const ofReplies = {
  'told parent': rule(0.98, 'The input says whom it answers.'),
  'quotes its lines': rule(0.93, 'It quotes lines of this message, one level deeper.'),
  'names the writer': rule(0.85, 'It names the writer of the words that it quotes.'),
  'turn before': rule(0.8, 'It stands right below, and nothing points further up.'),
} as const

/** What a statement mainly does. */
const ofKinds = {
  assertion: rule(0.85, 'It asserts something, and no sign makes it anything else.'),
  'quoted from outside': rule(
    0.7,
    'Somebody outside these texts said it, and it is answered here.',
  ),
  argues: rule(0.85, 'It says that it argues for something.'),
  'tells another’s view': rule(0.7, 'It tells what somebody else holds.'),
  grants: rule(0.85, 'It grants something to the other side.'),
  'grants and turns': rule(0.8, 'It grants something first, and then turns against it.'),
  'answers others': rule(0.75, 'It tells what others say, and denies it.'),
  'rhetorical question': rule(0.8, 'It asks what it takes to be settled.'),
  'calls it wrong': rule(0.8, 'It calls what somebody said wrong, unfair or mistaken.'),
  'says it with irony': rule(0.6, 'It says with irony what it does not believe.'),
  'agrees only if': rule(0.6, 'It would agree only under a condition.'),
  'answers what is asked': rule(0.6, 'It stands right below a question that is quoted.'),
  'is puzzled': rule(0.5, 'It says that something makes no sense to it.'),
  'speaks of the talk itself': rule(0.8, 'It speaks of the talk itself, not of the matter.'),
  asks: rule(0.8, 'It asks.'),
  announces: rule(0.75, 'It only announces what follows.'),
  'says little': rule(0.5, 'It is too short to say much.'),
  'only a link': rule(0.9, 'It is nothing but a link.'),
  defines: rule(0.85, 'It says what a word stands for.'),
  names: rule(0.85, 'It only names an item of a list.'),
  'answer to a quotation': rule(0.6, 'It stands right below a quotation.'),
  'opens a reply': rule(0.6, 'It is the first thing said in a reply.'),
  'goes on rebutting': rule(0.6, 'It goes on after a rebuttal.'),
  contrast: rule(0.6, 'It opens with “but”.'),
  'goes on alike': rule(0.6, 'It goes on in the manner of the words before it.'),
} as const

/** What one statement does to another. */
const ofRelations = {
  'quoted reply': rule(0.8, 'It quotes these words and answers them.'),
  'denies the bearing': rule(
    0.6,
    'It denies that this bears on what it is said for, whether or not it is true.',
  ),
  'quoted in passing': rule(0.55, 'It cites these words in quote marks.'),
  'answer to a question': rule(
    0.82,
    'It comes after this question, in another’s turn or the same.',
  ),
  'section named': rule(0.5, 'It names the section where this stands, and speaks of the same.'),
  'takes up a point': rule(0.5, 'It replies to the post, and takes up the words of this point.'),
  'same matter': rule(0.6, 'It replies to this contribution, and speaks of the same matter.'),
  'same target': rule(0.5, 'It goes on answering what the words before it answer.'),
  'adds a point': rule(0.5, 'It adds a point to the answer before it.'),
  'answers the post': rule(0.5, 'It replies to the post, of which this is the main point.'),
  'answers the only point': rule(0.52, 'It replies to this contribution, which says nothing else.'),
  'answers the turn': rule(0.5, 'It replies to the contribution that opens with this.'),
  list: rule(0.9, 'It is an item of the list that these words introduce.'),
  'opened by a colon': rule(0.5, 'These words end in a colon, and it follows.'),
  'numbered point': rule(0.65, 'It is counted as a point, first or later, for what stands above.'),
  example: rule(0.8, 'It gives an example of this.'),
  conclusion: rule(0.85, 'The words at the other end draw a conclusion from it.'),
  'goes on': rule(0.58, 'It goes on with the matter of the statement before it.'),
  'own words again': rule(0.6, 'It says what its speaker’s own words in an earlier turn meant.'),
  'leans back': rule(0.52, 'It opens with words that lean on what was said before.'),
  'keeps to its point': rule(
    0.75,
    'It answers a question about a rebuttal, and so rebuts the same again.',
  ),
  'heading above': rule(0.7, 'It stands first under a heading that names this point.'),
  'under the heading': rule(0.5, 'It stands under a heading that names this point.'),
  'same section': rule(0.75, 'It stands in the same section, below this point.'),
  'main point of the post': rule(0.65, 'It serves the main point of the post.'),
} as const

/** Which side of which position a statement is on. */
const ofStances = {
  terms: rule(0.7, 'It uses the words by which people speak of this position.'),
  'terms above': rule(
    0.4,
    'The heading above it uses the words by which people speak of this position.',
  ),
  'terms answered': rule(
    0.35,
    'It says little of its own, and answers words that speak of this position.',
  ),
  'terms around': rule(
    0.45,
    'It says little of its own, and the words around it speak of this position.',
  ),
} as const

const declared = {
  ...ofFurniture,
  ...ofCopies,
  ...ofTurns,
  ...ofReplies,
  ...ofKinds,
  ...ofRelations,
  ...ofStances,
}

/** The name of a rule, in short plain English. */
export type RuleName = keyof typeof declared

/** Every rule, by the name that reasons give. */
export const rules: Readonly<Record<RuleName, Rule>> = declared

const namesOf = (declared: Partial<Record<RuleName, Rule>>) => Object.keys(declared) as RuleName[]

/** The rules by what they decide, in the order in which they are told. Every rule stands in one group. */
export const ruleGroups = {
  furniture: namesOf(ofFurniture),
  copies: namesOf(ofCopies),
  turns: namesOf(ofTurns),
  replies: namesOf(ofReplies),
  kinds: namesOf(ofKinds),
  relations: namesOf(ofRelations),
  stances: namesOf(ofStances),
}
export type RuleGroup = keyof typeof ruleGroups
