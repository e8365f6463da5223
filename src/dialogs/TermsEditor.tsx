import { Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { tellingOf, tellingWords } from '../model/words'
import { Button } from '../ui/Button'
import { Select, TextField } from '../ui/Field'
import { IconButton } from '../ui/IconButton'
import type { Found } from './found'
import { type TermRow, weightAt, withTerm } from './positionForm'
import styles from './positions.module.css'

export interface TermsEditorProps {
  terms: readonly TermRow[]
  onChange(terms: readonly TermRow[]): void
  /** What the terms find, in their order; null while it is looked up. */
  found: Found | null
  /** Which term is looked at, by its place; null for all of them. */
  onLookAt(at: number | null): void
}

const levels = tellingWords.map(({ level, says }) => ({ value: level, label: says }))

/** The words by which people speak of a position: each with how telling it is, and how many statements have it. */
export function TermsEditor({ terms, onChange, found, onLookAt }: TermsEditorProps) {
  const [fresh, setFresh] = useState('')
  const adds = useRef<HTMLInputElement>(null)
  const put = (row: TermRow) => onChange(terms.map((one) => (one.key === row.key ? row : one)))
  const remove = ({ key }: TermRow) => {
    onChange(terms.filter((one) => one.key !== key))
    // The row goes with the focus on it.
    adds.current?.focus()
    onLookAt(null)
  }
  const add = () => {
    const words = fresh.trim()
    if (words === '') return
    setFresh('')
    onChange(withTerm(terms, words))
    adds.current?.focus()
  }

  return (
    <div className={styles.editor}>
      {terms.length > 0 && (
        <table className={styles.terms}>
          <caption className="visually-hidden">Words and phrases</caption>
          <thead>
            <tr>
              <th scope="col">Word or phrase</th>
              <th scope="col">How telling</th>
              <th scope="col">Statements</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {terms.map((row, at) => (
              <tr key={row.key} onFocus={() => onLookAt(at)}>
                <td>
                  <TextField
                    label={`Word or phrase ${at + 1}`}
                    labelHidden
                    value={row.words}
                    onChange={(event) => put({ ...row, words: event.target.value })}
                  />
                </td>
                <td>
                  <Select
                    label={`How telling ${row.words} is`}
                    labelHidden
                    value={tellingOf(row.weight)}
                    options={levels}
                    onChoose={(level) => put({ ...row, weight: weightAt(level, row.weight) })}
                  />
                </td>
                <td>{found?.terms[at]?.statements ?? '…'}</td>
                <td>
                  <IconButton
                    icon={X}
                    size={13}
                    label={`Remove ${row.words || 'the empty row'}`}
                    className={styles.remove}
                    onClick={() => remove(row)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.fresh}>
        <TextField
          ref={adds}
          label={terms.length > 0 ? 'Another word or phrase' : 'A word or phrase'}
          value={fresh}
          onFocus={() => onLookAt(null)}
          onChange={(event) => setFresh(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            add()
          }}
        />
        <Button icon={Plus} aria-disabled={fresh.trim() === ''} onClick={add}>
          Add it
        </Button>
      </div>
    </div>
  )
}
