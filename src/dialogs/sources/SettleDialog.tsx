import { CircleQuestionMark, MapPinned } from 'lucide-react'
import { titled } from '../../model/clip'
import { goneIn, isWordForWord, type Unsettled, unsettledIn } from '../../model/unsettled'
import { useDebate } from '../../store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { counted } from '../counts'
import styles from './sources.module.css'

/** The quotes whose words are no longer where they were, to be settled one by one in the inspector. */
export function SettleDialog({ onClose }: { onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const select = useDebate((state) => state.select)
  const { settleAll } = useDebate((state) => state.actions)
  const all = unsettledIn(debate)
  const same = all.filter(isWordForWord)
  return (
    <Dialog
      title="Quotes to settle"
      size="wide"
      onClose={onClose}
      says={
        all.length === 0
          ? `No quote waits for you.${goneInWords(goneIn(debate))}`
          : `${counted(all.length, 'quote')} of words that are no longer where they were. Nothing is moved unless you say so.${goneInWords(goneIn(debate))}`
      }
      actions={
        same.length > 0 && (
          <Button onClick={() => settleAll(same)}>
            Confirm {same.length === 1 ? 'the one' : `all ${same.length}`} found word for word
          </Button>
        )
      }
    >
      <ul className={styles.sources}>
        {all.map((one) => {
          const { quote, places } = one
          const statement = debate.statements.get(one.statement)
          const isOne = places.length === 1
          return (
            <li key={`${one.statement} ${quote.source} ${quote.start}`}>
              <div className={styles.about}>
                <q className={styles.words}>{quote.exact.replace(/\s+/g, ' ')}</q>
                <small className={styles.unsettled}>
                  <Icon icon={isOne ? MapPinned : CircleQuestionMark} size={12} />
                  {stateInWords(one)}
                  {` In ${titled(one.source.title)}.`}
                </small>
              </div>
              <Button
                aria-label={`Settle the quote of: ${statement?.text ?? ''}`}
                onClick={() => {
                  onClose()
                  select({ kind: 'statement', id: one.statement })
                }}
              >
                Settle
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** Words of which nothing is left cannot be settled, and are told all the same. */
const goneInWords = (gone: number): string =>
  gone === 0
    ? ''
    : ` The words of ${counted(gone, 'more quote')} are gone; the earlier version of the text keeps them.`

function stateInWords(one: Unsettled): string {
  if (one.places.length > 1) return `Unclear: ${one.places.length} places may be meant.`
  return isWordForWord(one) ? 'Moved: found again word for word.' : 'Moved: found again, changed.'
}
