import { TriangleAlert } from 'lucide-react'
import type { Choice, Refused } from '../../exchange/incoming'
import type { Preview } from '../../exchange/preview'
import type { Id } from '../../model/schema'
import type { Proposal } from '../../parse/proposals'
import { Checkbox } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { counted } from '../counts'
import dialogStyles from '../dialogs.module.css'
import styles from './sources.module.css'
import { TextUnderstood } from './TextUnderstood'

export interface PreviewListProps {
  preview: Preview
  choices: readonly Choice[]
  isBusy: boolean
  /** The proposed positions that a person does not want. */
  left: ReadonlySet<Id>
  onChoose(at: number, choice: Choice): void
  onPropose(position: Id, isWanted: boolean): void
}

/** What was understood of each text, what could not be read, and what positions are proposed. */
export function PreviewList(props: PreviewListProps) {
  const { preview, choices, isBusy, left, onChoose, onPropose } = props
  const { texts, refused, proposals, elsewhere } = preview
  const isOne = texts.length === 1 && refused.length === 0
  return (
    <div className={styles.preview} inert={isBusy}>
      {refused.length > 0 && <RefusedList refused={refused} isAll={texts.length === 0} />}
      {texts.map((text) => (
        <TextUnderstood
          key={text.at}
          text={text}
          choice={choices[text.at] ?? {}}
          isOne={isOne}
          onChoose={(choice) => onChoose(text.at, choice)}
        />
      ))}
      {proposals.length > 0 && (
        <Proposals proposals={proposals} left={left} onPropose={onPropose} />
      )}
      {elsewhere > 0 && (
        <p className={styles.note}>
          {counted(elsewhere, 'statement')} of the other texts {elsewhere === 1 ? 'is' : 'are'} read
          otherwise next to this one, since words turn out to be quoted. What you have changed or
          noted stays.
        </p>
      )}
    </div>
  )
}

/** The files that cannot be read, each with why. */
function RefusedList({ refused, isAll }: { refused: readonly Refused[]; isAll: boolean }) {
  return (
    <div className={styles.refusedPlace}>
      <div className={dialogStyles.refused} role="alert">
        <Icon icon={TriangleAlert} size={16} />
        <div>
          <b>
            {counted(refused.length, 'text')} could not be read.{' '}
            {!isAll && 'The rest can be added.'}
          </b>
          <ul className={styles.reasons}>
            {refused.map(({ name, problem }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the files are not sorted, and two may have one name
              <li key={at}>
                {!problem.startsWith(name) && <span>{name}: </span>}
                {problem}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

interface ProposalsProps {
  proposals: readonly Proposal[]
  left: ReadonlySet<Id>
  onPropose(position: Id, isWanted: boolean): void
}

/** Positions that the texts argue about and the map does not have, each to be ticked or left. */
function Proposals({ proposals, left, onPropose }: ProposalsProps) {
  return (
    <section className={styles.part} aria-labelledby="proposed-positions">
      <h3 id="proposed-positions" className={styles.head}>
        What it argues about, and this map has no position for
      </h3>
      <p className={styles.says}>
        Proposed in its own words. What is ticked comes in as a position, marked as a proposal, and
        the texts are read with it.
      </p>
      <ul className={styles.proposals}>
        {proposals.map(({ position, statements, rebuttals }) => (
          <li key={position.id}>
            <Checkbox
              checked={!left.has(position.id)}
              onChange={(isWanted) => onPropose(position.id, isWanted)}
              label={
                <span className={styles.proposal}>
                  <b>{position.title}</b>
                  <q>{position.proposition}</q>
                  <small>
                    {counted(statements, 'statement')}, {counted(rebuttals, 'rebuttal')}
                  </small>
                </span>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
