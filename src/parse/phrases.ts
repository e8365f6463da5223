import { isTelling, stem } from './stems'
import { wordsOf } from './words'

/** A run of words that says what a text is about, endings aside. */
export interface Phrase {
  /** Its stems, in order, one space between. */
  key: string
  stems: readonly string[]
  /** How people write it, each way with how often. */
  forms: ReadonlyMap<string, number>
  /** Which of the texts have it. */
  texts: ReadonlySet<number>
}

/** How many words a phrase has at most. */
const longest = 3

/** Words that speak of the talk, or of anything at all: they name no question that is debated. */
const weakWords = new Set(
  `able above absolutely according actual actually add added agree agreed ago allow allowed allows alone answer
  answers anybody anyone anything anyway apply applies argue argument arguments aspect assume assumed assumes
  assuming assumption assumptions away back bad based basic basically basis become becomes begin believe believed
  believes best better big bit book bunch call called came care case cases cause certain certainly change chance
  claim claims clear clearly close com come comes coming comment comments common completely concept consider
  considered course current currently day days deal debate decide define definitely definition depend depends
  describe described despite difference different difficult directly disagree discussed discussion easier easily
  easy edit effectively end enough entire entirely especially essentially etc everybody everyone everything evidence
  exactly example examples exist exists expect explain extent extremely fact facts fair fairly false far feel feels
  figure final find fine focus follow following follows form found free full fully fundamental future general
  generally getting given gives giving going gone good got great guess half hand happen happened happens hard heard
  help hence here high highly hold hope http https huge idea ideas imagine immediately important impossible include
  including indeed instance instead interested interesting involved issue issues keep kind kinds knew know knowing
  known knows lack large largely last late later latter lead leads learn least leave left less let lets level life
  line link list little live long longer look looking looks lot lots low main mainly major making man matter
  matters mean meaning means meant mention mentioned mere merely mind minor moment moreover move name nearly
  necessarily necessary needed needs never new next nice non none normal nothing notice notion number obvious
  obviously occur offer often okay old open opinion order original otherwise overall paper paragraph part particular
  particularly parts people perfectly person place plain plausible play please plenty point points position possible
  possibly post posts present previous prior private problem problems process proof proper prove provide purpose put
  question questions quick quickly quote ran range read reader reading ready real reason reasonable reasons recent
  relevant reply respect respond response rest result results return right room round rule run sense sentence
  separate serious set sets several show shown shows side similar similarly simple simply single situation
  situations small somebody someone sometimes somewhat soon sort sorts sound sounds space speak specific specifically
  stand start started state stated statement states stay step stop strong strongly stuff subject sufficient suggest
  suggested suggests suppose supposed sure surely take taken takes taking talk talking tell tells tend tends term
  terms thank thanks thinking third thought thoughts three time times title today together told took top topic total
  totally tried tries true truly truth try trying turn turned turns two type types typical ultimately understand
  understanding unless usual usually various version view views wait walk wanted wanting wants whatever whenever
  wherever whole wide wise wonder wondering word words work worked working works world worse worst worth write
  writing written wrong www year years zero quot amp nbsp gt lt don isn aren doesn didn won wouldn couldn shouldn hasn
  hadn wasn weren ll ve re hey sorry sir dear hello hmm ok yeah yep nope imo imho afaik fwiw lol delta oh ah well
  another around aside across along among behind below beneath beside between beyond despite except inside near onto
  outside since toward towards underneath unlike versus via already always constantly eventually finally frequently
  occasionally previously recently regularly seldom suddenly nowadays nonetheless nevertheless furthermore whereas
  neither meanwhile thereby whose accept accepted achieve act acting acts aim appear appears approach ask asked asking
  asks avoid aware bring brought build choose compared concern concerned contain continue correct create created
  currently deny desire doubt effort either else enjoy ensure equally exact existing face fail fails fall felt fill
  fit force gain gave goes great grow grows happy hit ignore imply implies increase indicate keeps kept lie lose lost
  love meet miss missing needing note notes objection obtain opposed opposite ought paid pass perceive perform pick
  prefer present pretend prevent produce quit raise reach realize receive refer refers reject relate related remain
  remember remove replace require required requires seek seen send sent shift sit solve spend sufficiently support
  supports tough treat treated treats wish yield first second finds half changes extra plus vs bits prone moving starting
  saying says putting stuck confused confusing confusion interpreted measured discuss route routes absolute practice
  haven't hasn't hadn't let's that'd it'd there'd who's what's where's here's wasn't weren't indication degree began
  greater noticing sees building keeping desired combination combined shorter function functions statement statements
  involve involves numbers couple bill mr ms dr sir author op`.split(/\s+/),
)

/**
 * The phrases of some texts: one to three words in a row that all say something, with no stop between them.
 *
 * A text is cut at stop words and punctuation (as in RAKE, Rose et al. 2010), and what mostly stands where verbs
 * stand is left out. Endings aside, what two texts have is one phrase. Given are those that two texts have at least.
 */
export function phrasesOf(texts: readonly string[]): Phrase[] {
  const found = new Map<string, Tally>()
  for (const [index, text] of texts.entries())
    for (const run of runsOf(text))
      for (let first = 0; first < run.length; first++)
        for (let end = first + 1; end <= Math.min(run.length, first + longest); end++)
          note(found, run.slice(first, end), index)
  return [...found]
    .filter(([, { texts, times, named }]) => texts.size > 1 && named >= leastNamed * times)
    .map(([key, { stems, forms, texts }]) => ({ key, stems, forms, texts }))
}

/** What share of its uses must stand where a noun can. */
const leastNamed = 0.4

interface Tally {
  stems: string[]
  forms: Map<string, number>
  texts: Set<number>
  times: number
  /** How often it stands where a noun can. */
  named: number
}

interface Word {
  stem: string
  form: string
  /** The words on either side, folded; empty at a stop. */
  before: string
  after: string
}

function note(found: Map<string, Tally>, words: readonly Word[], text: number) {
  if (!canName(words)) return
  const stems = words.map(({ stem }) => stem)
  const key = stems.join(' ')
  const form = words.map(({ form }) => form).join(' ')
  const tally = found.get(key) ?? { stems, forms: new Map(), texts: new Set(), times: 0, named: 0 }
  tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1)
  tally.texts.add(text)
  tally.times++
  if (isNamed(words)) tally.named++
  found.set(key, tally)
}

/** Whether words could name something: no adverb opens or ends them, and one word alone is not short. */
function canName(words: readonly Word[]): boolean {
  const first = words[0]?.form ?? ''
  const last = words.at(-1)?.form ?? ''
  return (words.length > 1 || first.length > 3) && !/ly$/i.test(first) && !/ly$/i.test(last)
}

/** Whether words stand where a noun can: behind an article or preposition, or before a verb. */
function isNamed(words: readonly Word[]): boolean {
  const before = words[0]?.before ?? ''
  const after = words.at(-1)?.after ?? ''
  if (beforeVerbs.has(before)) return false
  return beforeNouns.has(before) || afterNouns.has(after) || words.length > 1
}

const beforeNouns = new Set(
  `a about against an and any between by for from his her in its my no of on or our per some such than that the
  their these this those through to toward towards under with without your whose`.split(/\s+/),
)
const beforeVerbs = new Set(
  `i you he she it we they who to can could may might must shall should will would not don't doesn't didn't can't
  won't is are was were be been being i'm you're we're they're it's he's she's i'd i'll i've you've we've`.split(
    /\s+/,
  ),
)
const afterNouns = new Set(
  'is are was were has have had will would can could should does do of'.split(' '),
)

/** The runs of telling words of a text, without stop words and punctuation between. */
function runsOf(text: string): Word[][] {
  const { keys, starts, ends } = wordsOf(text)
  const runs: Word[][] = []
  let run: Word[] = []
  const joins = keys.map((_, at) => /^[ \t\r\n-]*$/.test(text.slice(ends[at - 1] ?? 0, starts[at])))
  for (const [at, key] of keys.entries()) {
    const tells = isTelling(key) && !weakWords.has(key) && /^[\p{L}]{2}/u.test(key)
    if (!tells || !joins[at]) {
      if (run.length > 0) runs.push(run)
      run = []
    }
    if (tells)
      run.push({
        stem: stem(key),
        form: written(text.slice(starts[at], ends[at])),
        before: joins[at] ? (keys[at - 1] ?? '') : '',
        after: joins[at + 1] ? (keys[at + 1] ?? '') : '',
      })
  }
  if (run.length > 0) runs.push(run)
  return runs
}

/**
 * How a phrase is named in a sentence: with the words around it that belong to its name, up to four in all.
 *
 * "Fences" becomes "snow fences", "cost" becomes "cost of snow fences". Null where the sentence has it not.
 */
export function nameIn(text: string, { stems }: Phrase): string | null {
  const { keys, starts, ends } = wordsOf(text)
  const own = keys.map(stem)
  const first = own.findIndex((_, at) => stems.every((one, step) => own[at + step] === one))
  if (first < 0) return null
  let [from, end] = [first, first + stems.length]
  const joins = (at: number) => /^[ \t\r\n-]*$/.test(text.slice(ends[at - 1] ?? 0, starts[at]))
  const tells = (at: number) => {
    const key = keys[at] ?? ''
    return (
      isTelling(key) && !weakWords.has(key) && !/(?:ly|ed|ing)$/.test(key) && /^\p{L}{2}/u.test(key)
    )
  }
  while (end - from < longestName && from > 0 && joins(from) && tells(from - 1)) from--
  if (end - from < longestName && joins(end) && tells(end) && /s$|[^aeiou]$/.test(keys[end] ?? ''))
    end++
  const [of, next] = [keys[end], keys[end + 1]]
  if (
    of === 'of' &&
    next &&
    end - from + 2 <= longestName &&
    joins(end) &&
    joins(end + 1) &&
    tells(end + 1)
  )
    end += 2
  return text.slice(starts[from], ends[end - 1]).replace(/\s+/g, ' ')
}

/** How many words a name has at most. */
const longestName = 4

/** A word as it is written within a sentence: names in capitals stay, capitals of a sentence's start go. */
const written = (word: string): string =>
  (/^\p{Lu}[^\p{Lu}]*$/u.test(word) ? word.toLowerCase() : word).replace(/['’]s$/, '')

/** The way a phrase is mostly written. */
export function formOf({ forms }: Phrase): string {
  return (
    [...forms].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0] ?? ''
  )
}
