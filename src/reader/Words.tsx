import { memo } from 'react'
import { Icon, kindSigns } from '../cards/signs'
import { type DebateState, useDebate } from '../store'
import { Lines } from './Lines'
import { type Mark, markName } from './marks'
import type { WordsRow } from './page'
import { type Run, runsOf } from './runs'
import styles from './words.module.css'

/** The words of a row, with the marks of the statements that rest on them. */
export const Words = memo(function Words({ row, text }: { row: WordsRow; text: string }) {
  return runsOf(row, row.marks, row.signs).map((run) =>
    run.marks.length === 0 ? (
      <span key={run.start} data-from={run.start}>
        {text.slice(run.start, run.end)}
      </span>
    ) : (
      <MarkedRun key={run.start} run={run} words={text.slice(run.start, run.end)} />
    ),
  )
})

/** Words that one or more statements rest on: a line below each headline, in the style of its side. */
function MarkedRun({ run: { start, marks, points, signs }, words }: { run: Run; words: string }) {
  const lit = useDebate((state) => litBy(state, marks))
  // The sign stays on the line of the last word.
  const last = signs.length === 0 ? words.length : lastWord(words)
  return (
    <mark
      className={styles.mark}
      // The shortest first: a click means that one.
      data-statements={marks
        .toSorted((a, b) => a.end - a.start - (b.end - b.start))
        .map(({ statement }) => statement)
        .join(' ')}
      data-lit={lit}
      data-point={points.length > 0 || undefined}
      data-deep={points.length > 1 || undefined}
    >
      <Lines marks={points}>
        {last > 0 && <span data-from={start}>{words.slice(0, last)}</span>}
        {last < words.length && (
          <span className={styles.together}>
            <span data-from={start + last}>{words.slice(last)}</span>
            {signs.map((mark) => (
              <Sign key={`${mark.statement} ${mark.start}`} mark={mark} />
            ))}
          </span>
        )}
      </Lines>
    </mark>
  )
}

/** A word longer than this may be parted from its sign: it may itself need several lines. */
const longWord = 24

/** Where the last word begins, at most so far from the end that it fits on a line. */
function lastWord(words: string): number {
  const space = words.trimEnd().search(/\S+$/)
  return Math.max(space, words.length - longWord)
}

/** The kind and the number of a statement where its words end. It is how the keyboard and screen readers reach it. */
function Sign({ mark: { statement: id, number } }: { mark: Mark }) {
  const debate = useDebate((state) => state.debate)
  const isSelected = useDebate(({ selected }) => selected?.id === id)
  const statement = debate.statements.get(id)
  if (!statement) return null
  const { icon, tone } = kindSigns[statement.kind]
  const name = markName(debate, statement, number)
  return (
    <button
      type="button"
      className={styles.sign}
      data-sign={id}
      data-stop
      tabIndex={-1}
      aria-label={name}
      aria-pressed={isSelected}
      title={name}
    >
      <span className={tone}>
        <Icon icon={icon} size={9} />
      </span>
      {number}
    </button>
  )
}

/** Whether marks lie on what is selected, or on what the pointer or the focus rests on. */
function litBy({ debate, selected, hinted }: DebateState, marks: readonly Mark[]) {
  const isOn = (selection: DebateState['selected']) => {
    if (selection === null || selection.kind === 'position') return false
    const ends = debate.relations.get(selection.id)
    return marks.some(({ statement }) =>
      selection.kind === 'statement'
        ? statement === selection.id
        : statement === ends?.from || statement === ends?.to,
    )
  }
  return isOn(selected) ? 'selected' : isOn(hinted) ? 'hinted' : undefined
}
