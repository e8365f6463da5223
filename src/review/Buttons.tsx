import { useRef } from 'react'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { Kbd } from '../ui/Kbd'
import type { Act, Acts } from './acts'
import styles from './review.module.css'

/** What can be done about the item, each with its key. */
export function Buttons({ acts, onAct }: { acts: Acts; onAct(act: Act): void }) {
  const { verdict, choice, forms } = acts
  const choiceOf = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.acts}>
      <div className={styles.verdicts}>
        {verdict.map((act) => (
          <Button
            key={act.key}
            variant={act.key === 'y' ? 'primary' : 'plain'}
            icon={act.icon}
            aria-keyshortcuts={act.key.toUpperCase()}
            onClick={() => onAct(act)}
          >
            {act.label}
            <Key>{act.key}</Key>
          </Button>
        ))}
      </div>
      {choice && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in rows everywhere
        <div
          ref={choiceOf}
          role="group"
          aria-label={choice.label}
          className={styles.choice}
          data-choice
        >
          <span className={styles.label}>{choice.label}</span>
          {choice.acts.map((act) => (
            <button
              key={act.key}
              type="button"
              className={classes(styles.option, act.tone)}
              aria-pressed={act.holds}
              aria-keyshortcuts={act.key.toUpperCase()}
              onClick={() => onAct(act)}
            >
              <Icon icon={act.icon} size={12} />
              {act.label}
              <Key>{act.key}</Key>
            </button>
          ))}
        </div>
      )}
      {forms.length > 0 && (
        <div className={styles.forms}>
          {forms.map((act) => (
            <Button
              key={act.key}
              variant="quiet"
              icon={act.icon}
              aria-keyshortcuts={act.key.toUpperCase()}
              onClick={() => onAct(act)}
            >
              {act.label}
              <Key>{act.key}</Key>
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

const Key = ({ children }: { children: string }) => (
  <span aria-hidden="true" className={styles.key}>
    <Kbd>{children.toUpperCase()}</Kbd>
  </span>
)
