/** A word as copies compare it: lower case, straight apostrophes, no ligatures or fractions. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  // Nearly every word is plain ASCII, and normalizing is dear.
  if (/^[a-z0-9'%]*$/.test(lower)) return lower
  return lower.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'")
}

const commonWords = new Set(
  `a about after again all almost also although am an and any are as at be because been before being both but by
  can can't cannot could couldn't did didn't do does doesn't doing don't down each either else even ever every few
  for from further get give given had has have having he her here him his how however i i'd i'll i'm i've if in into is
  isn't it it's its itself just like likely made make makes many may maybe me might more most much must my myself
  need no nor not now of off on once one only or other others our out over own perhaps pretty probably quite rather
  really said same say see seem seems she should shouldn't since so some something still such than that that's the
  their them then there there's therefore these they they're thing things think this those though through thus to
  too under until up upon us use used using very want was wasn't way we we're well were what when where whether
  which while who whom whose why will with within without won't would wouldn't yes yet you you're your yours`.split(
    /\s+/,
  ),
)

/** Whether a folded word says something of the matter, unlike "the" and "however". */
export const isTelling = (key: string): boolean => key.length > 1 && !commonWords.has(key)

/** A word without its ending, so that "goals" meets "goal" and "deceptively" meets "deceptive". */
export function stem(key: string): string {
  if (key.length < 5) return key.length === 4 && key.endsWith('s') ? key.slice(0, -1) : key
  const bare = key.replace(/'s$/, '')
  for (const [ending, least] of endings)
    if (bare.endsWith(ending) && bare.length - ending.length >= least)
      return bare.slice(0, -ending.length)
  return bare
}

// The longest first; the number is how many letters must be left. A light hand: a stem need not be a word.
const endings: readonly (readonly [string, number])[] = [
  ['ations', 4],
  ['ation', 4],
  ['ively', 4],
  ['ions', 4],
  ['ness', 4],
  ['ment', 5],
  ['ing', 4],
  ['ive', 4],
  ['ion', 4],
  ['ies', 4],
  ['ely', 4],
  ['ed', 4],
  ['es', 4],
  ['ly', 4],
  ['s', 3],
  ['e', 4],
  ['y', 4],
]
