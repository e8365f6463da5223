import { useEffect, useRef, useState } from 'react'
import type { Debate } from '../model/debate'
import { useDebate, useDebateStore } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { counted, factsOf, listed } from './counts'
import styles from './dialogs.module.css'
import { replaceMap } from './replaceMap'

export interface StartOverDialogProps {
  onClose(): void
  readCorpus(onProgress?: (done: number) => void): Promise<Debate>
}

/** Reads the texts anew in place of this map. Says what goes, and that one undo brings it back. */
export function StartOverDialog({ onClose, readCorpus }: StartOverDialogProps) {
  const store = useDebateStore()
  const debate = useDebate((state) => state.debate)
  const [done, setDone] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  const startOver = async () => {
    setProblem(null)
    setDone(0)
    try {
      const fresh = await readCorpus((share) => isOpen.current && setDone(share))
      // Closing the dialog while the texts are read calls it off.
      if (!isOpen.current) return
      replaceMap(store, 'start over', fresh, 'The map was read anew from the texts.')
      onClose()
    } catch (error) {
      if (!isOpen.current) return
      setDone(null)
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  const goes = ownWork(debate)
  return (
    <Dialog
      title="Start over from the texts"
      size="narrow"
      onClose={onClose}
      says={done === null ? 'Nothing has changed yet.' : 'Reading the texts…'}
      actions={
        <>
          <Button variant="quiet" data-autofocus onClick={onClose}>
            Keep this map
          </Button>
          <Button
            variant="primary"
            aria-disabled={done !== null}
            onClick={() => done === null && startOver()}
          >
            Start over
          </Button>
        </>
      }
    >
      <div className={styles.prose}>
        <p>
          The four texts about deceptive alignment are read anew, and what is read takes the place
          of this map.
        </p>
        <p>
          {goes
            ? `Your own work goes with it: ${goes}.`
            : 'Nothing on this map is your own work yet.'}
        </p>
        <p>
          One undo brings it back as it is now, with{' '}
          {listed(
            factsOf(debate)
              .filter(({ count }) => count > 0)
              .map(({ count, noun }) => counted(count, noun)),
          )}
          .
        </p>
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem} Nothing was changed.
          </p>
        )}
        {done !== null && (
          <progress
            max={1}
            value={done}
            aria-label="How much is read"
            className={styles.progress}
          />
        )}
      </div>
    </Dialog>
  )
}

/** What people have made or checked on a map, in words; null where it is all the parser’s. */
function ownWork(debate: Debate): string | null {
  const records = [debate.statements, debate.relations, debate.stances].map((kind) => [
    ...kind.values(),
  ])
  const made = records.map((all) => all.filter(({ madeBy }) => madeBy === 'person').length)
  const checked = records.flat().filter(({ reviewed }) => reviewed !== null).length
  const [statements = 0, links = 0, sides = 0] = made
  const parts = [
    statements > 0 && counted(statements, 'statement'),
    links > 0 && counted(links, 'link'),
    sides > 0 && counted(sides, 'side'),
    debate.annotations.size > 0 && counted(debate.annotations.size, 'note'),
    checked > 0 && `${counted(checked, 'thing')} you have checked`,
    debate.places.size > 0 && `${counted(debate.places.size, 'card')} you have placed`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : listed(parts)
}
