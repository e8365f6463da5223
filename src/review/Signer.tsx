import { type FormEvent, useState } from 'react'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import styles from './review.module.css'

/** Who signs the verdicts: asked once, and changed at any time. */
export function Signer() {
  const author = useDebate((state) => state.author)
  const setAuthor = useDebate((state) => state.setAuthor)
  const [isAsking, setAsking] = useState(author === '')
  const [name, setName] = useState(author)
  const sign = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // The field goes; the keys of the review go on.
    if (event.currentTarget.contains(document.activeElement))
      event.currentTarget.closest('aside')?.focus()
    setAuthor(name.trim())
    setAsking(false)
  }
  if (!isAsking)
    return (
      <p className={styles.quiet}>
        Signed {author ? `“${author}”` : '“a reader”'}.{' '}
        <Button variant="link" onClick={() => setAsking(true)}>
          Change the name
        </Button>
      </p>
    )
  return (
    <form className={styles.signer} onSubmit={sign}>
      <TextField
        label="Who signs the verdicts?"
        placeholder="a reader"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">Sign so</Button>
    </form>
  )
}
