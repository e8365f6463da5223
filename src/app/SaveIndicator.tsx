import { Check, PencilLine, TriangleAlert } from 'lucide-react'
import { Icon } from '../cards/signs'
import { useDebate } from '../store'
import styles from './TopBar.module.css'

/** Says whether the last edit is in storage, and offers a copy where it is not. */
export function SaveIndicator({ onDownload }: { onDownload(): void }) {
  const save = useDebate((state) => state.save)
  if (save.status === 'unsaved')
    return (
      <span className={styles.unsaved} role="alert" title={save.problem}>
        <Icon icon={TriangleAlert} />
        <b>Not saved.</b>
        <span className={styles.problem}>{save.problem}</span>
        <button type="button" onClick={onDownload}>
          Download a copy
        </button>
      </span>
    )
  const [icon, words] =
    save.status === 'editing'
      ? ([PencilLine, 'Editing'] as const)
      : ([Check, 'Saved in this browser'] as const)
  return (
    <span className={styles.save} data-testid="save">
      <Icon icon={icon} />
      <span>{words}</span>
    </span>
  )
}
