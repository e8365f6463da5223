import { useEffect, useState } from 'react'
import type { PositionChange, TermsRead } from '../exchange/readTerms'
import type { Debate } from '../model/debate'
import { useDebate, useDebateStore } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { counted, listed } from './counts'
import styles from './dialogs.module.css'
import own from './positions.module.css'
import { readTermsAside } from './termsAside'

type State =
  | { status: 'reading'; done: number }
  | { status: 'read'; read: TermsRead }
  | { status: 'failed'; problem: string }

/** Reads the texts again with the terms the positions have now: first what would change, then the one step. */
export function ReadTermsDialog({ onClose }: { onClose(): void }) {
  const store = useDebateStore()
  const debate = useDebate((state) => state.debate)
  const [state, setState] = useState<State>({ status: 'reading', done: 0 })
  useEffect(() => {
    // Whatever changes meanwhile is read again: what is shown is what would be done.
    setState({ status: 'reading', done: 0 })
    return readTermsAside({ debate, at: new Date().toISOString() }, (reply) => {
      if (reply.kind === 'progress') setState({ status: 'reading', done: reply.done })
      else if (reply.kind === 'read') setState({ status: 'read', read: reply.read })
      else setState({ status: 'failed', problem: reply.problem })
    })
  }, [debate])

  const take = ({ step, changes }: TermsRead) => {
    const { edit, notify, undo } = store.getState()
    edit(step)
    notify(`Read with the new terms: ${inWords(changes)}.`, {
      action: { label: 'Undo', run: undo },
    })
    onClose()
  }

  return (
    <Dialog
      title="Read again with these terms"
      onClose={onClose}
      says={
        state.status === 'reading'
          ? 'Reading the texts…'
          : 'Nothing has changed yet. Taking it can be undone.'
      }
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          {state.status === 'read' && (
            <Button variant="primary" onClick={() => take(state.read)}>
              Take it
            </Button>
          )}
        </>
      }
    >
      <div className={styles.prose}>
        {state.status === 'reading' && (
          <progress
            max={1}
            value={state.done}
            aria-label="How much is read"
            className={styles.progress}
          />
        )}
        {state.status === 'failed' && (
          <p role="alert" className={styles.problem}>
            The texts could not be read. {state.problem} Nothing was changed.
          </p>
        )}
        {state.status === 'read' && <Changes changes={state.read.changes} debate={debate} />}
      </div>
    </Dialog>
  )
}

function Changes({ changes, debate }: { changes: readonly PositionChange[]; debate: Debate }) {
  if (changes.length === 0)
    return <p>The texts say the same with these terms: no statement changes its positions.</p>
  return (
    <>
      <p>
        {inWords(changes, true)}. What people made, changed, checked or noted stays as it is, and so
        do all statements and links.
      </p>
      <table className={own.changes}>
        <thead>
          <tr>
            <th scope="col">Position</th>
            <th scope="col">Added</th>
            <th scope="col">Taken off</th>
            <th scope="col">Other side</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ position, added, gone, turned }) => (
            <tr key={position}>
              <th scope="row">{debate.positions.get(position)?.title}</th>
              <td>{added || ''}</td>
              <td>{gone || ''}</td>
              <td>{turned || ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The changes of all positions together: "12 sides are added, 3 taken off and 1 turned". */
function inWords(changes: readonly PositionChange[], isSentence = false): string {
  const sum = (of: 'added' | 'gone' | 'turned') =>
    changes.reduce((all, change) => all + change[of], 0)
  const [added, gone, turned] = [sum('added'), sum('gone'), sum('turned')]
  const parts = [
    added > 0 && `${counted(added, 'side')} added`,
    gone > 0 && `${counted(gone, 'side')} taken off`,
    turned > 0 && `${counted(turned, 'side')} changed`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return 'nothing else changed'
  return isSentence ? `On ${counted(changes.length, 'position')}: ${listed(parts)}` : listed(parts)
}
