import { useEffect } from 'react'
import { useDebate } from '../store'
import type { Dialog as Asked } from '../store/sessionSlice'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Bands, Elsewhere, Reached } from './FigureTables'
import styles from './howItReads.module.css'
import { RuleTable } from './RuleTable'
import { parts, type Stage, stages } from './stages'

type Wish = Extract<Asked, { kind: 'howItReads' }>

/** Every rule of the parser and how often it is right, stage by stage; and how well it reads on the whole. */
export function HowItReadsDialog({ wish, onClose }: { wish: Wish; onClose(): void }) {
  return (
    <Dialog title="How it reads" size="page" onClose={onClose}>
      <Page wish={wish} />
    </Dialog>
  )
}

function Page({ wish }: { wish: Wish }) {
  const shown = wish.at ?? ''
  useEffect(() => {
    if (!wish.at) return
    const place = document.getElementById(placeOf(wish.at))
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: isPart(wish.at) ? 'start' : 'center' })
  }, [wish])

  return (
    <div className={styles.page}>
      <Contents />
      <div className={styles.text}>
        <p className={styles.lead}>
          The parser reads a thread in seven stages. Each is made of rules, each rule has a name,
          and whatever a rule makes shows its name and the words it saw. All of it can be corrected
          by hand.
        </p>
        <section aria-labelledby={parts[0].id}>
          <Title {...parts[0]} shown={shown} />
          <Bands />
        </section>
        <section aria-labelledby={parts[1].id}>
          <Title {...parts[1]} shown={shown} />
          <Reached />
          <Elsewhere />
        </section>
        {stages.map((stage, at) => (
          <StageSection key={stage.id} stage={stage} number={at + 1} shown={shown} />
        ))}
      </div>
    </div>
  )
}

/** The id of the place that an address names: a part of the page, else a rule. */
const placeOf = (at: string): string => (isPart(at) ? at : ruleId(at))

const isPart = (at: string): boolean => [...parts, ...stages].some(({ id }) => id === at)

/** The id of the row that explains a rule. */
const ruleId = (rule: string): string => `rule ${rule}`.replace(/\s+/g, '-')

function Contents() {
  const showDialog = useDebate((state) => state.showDialog)
  const go = (at: string) => showDialog({ kind: 'howItReads', at })
  return (
    <nav aria-label="On this page" className={styles.contents}>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <Button variant="link" onClick={() => go(id)}>
              {title}
            </Button>
          </li>
        ))}
      </ul>
      <ol>
        {stages.map(({ id, title }) => (
          <li key={id}>
            <Button variant="link" onClick={() => go(id)}>
              {title}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface TitleProps {
  id: string
  title: string
  number?: number
  /** What the address names. */
  shown: string
}

function Title({ id, title, number, shown }: TitleProps) {
  return (
    <h3 id={id} tabIndex={-1} className={styles.title} data-autofocus={shown === id || undefined}>
      {number && <span className={styles.of}>{number}. </span>}
      {title}
    </h3>
  )
}

function StageSection({ stage, number, shown }: { stage: Stage; number: number; shown: string }) {
  const { id, title, does, cannot, groups } = stage
  return (
    <section aria-labelledby={id}>
      <Title id={id} title={title} number={number} shown={shown} />
      <p>{does}</p>
      <p className={styles.cannot}>
        <b>{groups.length > 0 ? 'What it cannot know.' : 'No rules.'}</b> {cannot}
      </p>
      {groups.map((group) => (
        <RuleTable key={group.of} {...group} shown={shown} idOf={ruleId} />
      ))}
    </section>
  )
}
