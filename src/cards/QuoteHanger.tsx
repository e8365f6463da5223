import { Quote as QuoteIcon } from 'lucide-react'
import type { Quote } from '../model/debate'
import styles from './QuoteHanger.module.css'
import { Icon } from './signs'

export interface QuoteHangerProps {
  quote: Quote
  /** Where it stands: "Text 004, turn 12". */
  place: string
  /** The words of the quote as they fit. */
  words?: string
  onShow?: () => void
}

/** A quote as it hangs under its card: a little before, the words themselves, a little after, and where they stand. */
export function QuoteHanger({ quote, place, words, onShow }: QuoteHangerProps) {
  return (
    <button
      type="button"
      className={styles.quote}
      aria-label={`Quote, ${place}: ${quote.exact}. Show in the text`}
      onClick={onShow}
    >
      <span className={styles.words}>
        {quote.prefix && <span>…{lastWords(quote.prefix)} </span>}
        <mark>{words ?? quote.exact}</mark>
      </span>
      <span className={styles.place}>
        <Icon icon={QuoteIcon} size={12} />
        {place}
      </span>
    </button>
  )
}

/** The last few words of what stands before a quote. A prefix is cut off anywhere, so its first word may be half a word. */
export function lastWords(prefix: string, characters = 28): string {
  const text = prefix.trim().replace(/\s+/gu, ' ')
  if (text.length < characters - 4) return text
  const cut = text.slice(-characters)
  return cut.slice(cut.indexOf(' ') + 1)
}
