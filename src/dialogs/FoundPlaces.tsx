import { counted } from './counts'
import type { Found } from './found'
import styles from './positions.module.css'

/** What the terms find: how much, and a few places with the words marked. */
export function FoundPlaces({ found, lookedAt }: { found: Found | null; lookedAt: string | null }) {
  const { statements = 0, passages = 0 } = found?.all ?? {}
  return (
    <section aria-label="What they find" className={styles.found}>
      <p className={styles.total} role="status">
        {found === null
          ? 'Looking them up…'
          : passages + statements === 0
            ? 'These words stand nowhere in the texts.'
            : `All together: ${counted(statements, 'statement')}, ${counted(passages, 'passage')}.`}
      </p>
      {found && found.examples.length > 0 && (
        <>
          <h4 className={styles.smallHead}>
            {lookedAt ? `Where “${lookedAt}” stands` : 'Such as'}
          </h4>
          <ul>
            {found.examples.map(({ pieces, place }) => (
              <li key={`${place} ${pieces.map(({ text }) => text).join('')}`}>
                <blockquote>
                  {pieces.map(({ text, isMatch }, at) =>
                    isMatch ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: their order is what tells them apart
                      <mark key={at}>{text}</mark>
                    ) : (
                      text
                    ),
                  )}
                </blockquote>
                <small>{place ?? 'Written on this map'}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
