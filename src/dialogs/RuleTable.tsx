import { type Decision, figures } from '../parse/figures'
import { type RuleGroup, type RuleName, ruleGroups, rules } from '../parse/rules'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { counted } from './counts'
import styles from './howItReads.module.css'

export interface RuleTableProps {
  of: RuleGroup
  title: string
  /** The rule that is shown first. */
  shown: string
  idOf(rule: string): string
}

/** What each group of rules decides. */
const decisions: Record<RuleGroup, Decision> = {
  furniture: 'role',
  copies: 'role',
  turns: 'turn start',
  replies: 'reply',
  kinds: 'kind',
  relations: 'relation',
  stances: 'position',
}

/** What is counted of a decision, in words. */
const nouns: Record<Decision, string> = {
  role: 'passage',
  'turn start': 'turn start',
  reply: 'reply',
  kind: 'kind',
  relation: 'link',
  position: 'side',
}

/** The rules of one group: what each sees, how often it is right, and what it did on the marked texts. */
export function RuleTable({ of, title, shown, idOf }: RuleTableProps) {
  return (
    <>
      <table className={styles.rules}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col" className={styles.numbers}>
              Right
            </th>
            <th scope="col">On the marked texts</th>
          </tr>
        </thead>
        <tbody>
          {ruleGroups[of].map((rule) => (
            <tr key={rule} aria-current={rule === shown || undefined}>
              <th
                scope="row"
                id={idOf(rule)}
                tabIndex={-1}
                data-autofocus={rule === shown || undefined}
              >
                {capital(rule)}
                <span>{rules[rule].says}</span>
              </th>
              <td className={styles.numbers}>{rules[rule].right.toFixed(2)}</td>
              <td>
                <Fired rule={rule} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Others of={of} />
    </>
  )
}

/** How often a rule decided something on the marked texts, and how often readers agree. */
function Fired({ rule }: { rule: RuleName }) {
  const fired = figures.rules.filter((one) => one.rule === rule)
  if (fired.length === 0) return <span className={styles.none}>not met</span>
  return fired.map(({ of, fired: times, right }) => (
    <span key={of} className={styles.fired}>
      {right} of {counted(times, nouns[of as Decision] ?? of).replace('replys', 'replies')}
    </span>
  ))
}

/** The rules of other groups that decide the same, with the way to each. */
function Others({ of }: { of: RuleGroup }) {
  const showDialog = useDebate((state) => state.showDialog)
  const others = figures.rules.filter(
    (one) =>
      one.of === decisions[of] &&
      Object.entries(ruleGroups).some(
        ([group, names]) =>
          decisions[group as RuleGroup] !== decisions[of] &&
          (names as readonly string[]).includes(one.rule),
      ),
  )
  if (others.length === 0) return null
  return (
    <p className={styles.others}>
      Also decided here by:{' '}
      {others.map(({ rule }, at) => (
        <span key={rule}>
          {at > 0 && ', '}
          <Button variant="link" onClick={() => showDialog({ kind: 'howItReads', at: rule })}>
            {rule}
          </Button>
        </span>
      ))}
      .
    </p>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
