import type { Piece } from '../graph/difference'
import styles from './compare.module.css'

/** One side of a comparison: what both have on the mark, what only one has struck or underlined, each named in words. */
export function DifferenceText({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className={styles.words}>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no name but their order
        <Run key={at} {...piece} />
      ))}
    </p>
  )
}

function Run({ text, fate, told }: Piece) {
  if (fate === null) return text
  if (fate === 'kept') return <span className={styles.kept}>{text}</span>
  const says = told && told !== 'around' ? `${fate} with ${signs[told]}` : fate
  const named = (
    <>
      <span className="visually-hidden">({says}: </span>
      {text}
      <span className="visually-hidden">)</span>
    </>
  )
  if (fate === 'left out')
    return (
      <del className={styles.leftOut} data-told={told ?? undefined} title={says}>
        {named}
      </del>
    )
  return (
    <ins className={fate === 'added' ? styles.added : styles.changed} title={says}>
      {named}
    </ins>
  )
}

const signs = { ellipsis: 'an ellipsis', bracket: 'brackets' } as const
