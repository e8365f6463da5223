import {
  CircleQuestionMark,
  Cpu,
  Heading,
  List,
  type LucideIcon,
  MoveDown,
  Quote,
  Reply,
  Tag,
} from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { PanelSection } from '../ui/Panel'
import { type Ground, isKnownRule } from './grounds'
import styles from './inspector.module.css'
import { ExplainLink, Sure } from './ReadBy'
import { isUnsure, share } from './words'

const signs: Readonly<Record<string, LucideIcon>> = {
  'quoted reply': Quote,
  'quoted in passing': Quote,
  'quoted from outside': Quote,
  'answer to a question': CircleQuestionMark,
  asks: CircleQuestionMark,
  'turn before': Reply,
  'opens a reply': Reply,
  'answers others': Reply,
  list: List,
  'heading above': Heading,
  'same section': Heading,
  'goes on': MoveDown,
  terms: Tag,
}

/** How many grounds are listed before the rest folds. */
const listed = 4

/** Why something is here: each rule in words, what it saw, and how sure that made it. Left out where a person made it. */
export function Why({ grounds }: { grounds: readonly Ground[] }) {
  const [isUnfolded, setUnfolded] = useState(false)
  if (grounds.length === 0) return null
  const shown = isUnfolded ? grounds : grounds.slice(0, listed)
  const more = grounds.length - shown.length
  return (
    <PanelSection title="Why is this here">
      <ul className={styles.why}>
        {shown.map((ground) => (
          <li key={`${ground.rule} ${ground.about}`}>
            <Icon icon={(Object.hasOwn(signs, ground.rule) && signs[ground.rule]) || Cpu} />
            <span>
              <b>
                <RuleName ground={ground} />
                {ground.about && `, ${ground.about}`}.
              </b>{' '}
              {ground.says} <Seen words={ground.words} />
            </span>
            {ground.confidence !== null && (
              <Sure confidence={ground.confidence} rule={ground.rule} className={styles.number}>
                {isUnsure(ground.confidence) && <span className="visually-hidden">unsure </span>}
                {share(ground.confidence)}
              </Sure>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button variant="link" className={styles.more} onClick={() => setUnfolded(true)}>
          {more} more
        </Button>
      )}
    </PanelSection>
  )
}

/** The name of a rule, with the way to where it is explained; only the name where the rule is not one of ours. */
function RuleName({ ground: { rule, name } }: { ground: Ground }) {
  if (!isKnownRule(rule)) return name
  return (
    <ExplainLink at={rule} title={`How it reads: ${rule}`}>
      {name}
    </ExplainLink>
  )
}

/** The most words of one ground that are quoted, in letters. */
const longest = 90

/** The words a rule saw, in quote marks; long ones are cut at a word. */
function Seen({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null
  const few = words.slice(0, 4).map((one) => `“${cut(one)}”`)
  const rest = words.length - few.length
  return (
    <span className={styles.seen}>
      {few.join(', ')}
      {rest > 0 && `, and ${rest} more`}
    </span>
  )
}

const cut = (words: string) =>
  words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(' ', longest))}…`
