import { ExternalLink, FoldVertical, TriangleAlert, UnfoldVertical } from 'lucide-react'
import { useMemo, useState } from 'react'
import { PlaceLink } from '../cards/PlaceLink'
import type { Statement } from '../model/debate'
import { unsettledQuote } from '../model/unsettled'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { PanelSection } from '../ui/Panel'
import { type QuoteInPlace, quotesInPlace, spanOfHeadline } from './context'
import styles from './inspector.module.css'
import { RemoveQuote } from './RemoveQuote'
import { Settle } from './Settle'

/** The words a statement rests on, marked where they stand. Left out where a person made it without any. */
export function InItsPlace({ statement }: { statement: Statement }) {
  const debate = useDebate((state) => state.debate)
  const [isUnfolded, setUnfolded] = useState(false)
  const quotes = useMemo(
    () => quotesInPlace(debate, statement, isUnfolded ? 'paragraph' : 'sentence'),
    [debate, statement, isUnfolded],
  )
  const [first] = quotes
  if (!first) return null

  const hasText = quotes.some(({ source, isLost }) => source?.text !== undefined && !isLost)
  return (
    <PanelSection
      title="In its place"
      aside={
        hasText && (
          <span className={styles.placeAside}>
            <PlaceLink words={first.quote} name={first.place} />
            <Button
              variant="link"
              className={styles.quietLink}
              aria-label={isUnfolded ? 'Show less around it' : 'Show more around it'}
              aria-expanded={isUnfolded}
              title={isUnfolded ? 'Show less around it' : 'Show more around it'}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              <Icon icon={isUnfolded ? FoldVertical : UnfoldVertical} size={12} />
            </Button>
          </span>
        )
      }
    >
      {quotes.map((quote, at) => (
        <PlacedQuote
          // Two quotes may hold the same words at the same place.
          // biome-ignore lint/suspicious/noArrayIndexKey: their order is what tells them apart
          key={at}
          quote={quote}
          statement={statement}
          namesPlace={at > 0 || !hasText}
        />
      ))}
    </PanelSection>
  )
}

interface PlacedQuoteProps {
  quote: QuoteInPlace
  statement: Statement
  namesPlace: boolean
}

function PlacedQuote({ quote, statement, namesPlace }: PlacedQuoteProps) {
  const debate = useDebate((state) => state.debate)
  const { before, words, after, place, speaker, source, isLost, isGone } = quote
  const unsettled = unsettledQuote(debate, statement, quote.quote)
  return (
    <figure className={styles.placed}>
      <blockquote className={isLost ? styles.lost : styles.context}>
        {before}
        {isLost ? <mark>{words}</mark> : <Marked words={words} headline={statement.text} />}
        {after}
      </blockquote>
      {isLost ? (
        <figcaption className={styles.warning}>
          <Icon icon={TriangleAlert} size={12} />
          These words are no longer in {place.toLowerCase()}. The quote is kept as it was.
        </figcaption>
      ) : (
        <figcaption className={styles.meta}>
          {isGone && (
            <span className={styles.warning}>
              <Icon icon={TriangleAlert} size={12} />
              {quote.quote.kept
                ? 'Kept as it was read before. The newer text has other words.'
                : unsettled
                  ? 'Shown as it was read before.'
                  : 'No longer in the newer text. Shown as it was read before.'}
            </span>
          )}
          {namesPlace && <PlaceLink words={quote.quote} name={place} />}
          {speaker && <span>{speaker}</span>}
          {source && <SourceTitle title={source.title} url={source.url} />}
          {source && source.text === undefined && <span>The text itself is not in this map.</span>}
          <RemoveQuote statement={statement} quote={quote.quote} />
        </figcaption>
      )}
      {unsettled && <Settle unsettled={unsettled} />}
    </figure>
  )
}

/** The words of a quote, marked; those that the headline took from a longer one are marked more strongly. */
function Marked({ words, headline }: { words: string; headline: string }) {
  const own = spanOfHeadline(words, headline)
  if (!own || own.end - own.start === words.trim().length) return <mark>{words}</mark>
  return (
    <mark className={styles.around}>
      {words.slice(0, own.start)}
      <mark>{words.slice(own.start, own.end)}</mark>
      {words.slice(own.end)}
    </mark>
  )
}

/** The title of a text, as a link where it is known where the text comes from. */
export function SourceTitle({ title, url }: { title: string; url: string | null }) {
  if (!url || !/^https?:\/\//i.test(url)) return <cite>{title}</cite>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <cite>{title}</cite> <Icon icon={ExternalLink} size={11} />
    </a>
  )
}
