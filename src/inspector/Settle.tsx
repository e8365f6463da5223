import { CircleQuestionMark, MapPinned } from 'lucide-react'
import { useMemo } from 'react'
import { PlaceLink } from '../cards/PlaceLink'
import { differenceBetween } from '../graph/difference'
import { movedInWords } from '../graph/differenceWords'
import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Debate, Quote } from '../model/debate'
import type { Id, SourceSpan } from '../model/schema'
import type { Unsettled } from '../model/unsettled'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { spanInContext } from './context'
import { DifferenceText } from './DifferenceText'
import styles from './settle.module.css'

/** A quote that waits for a person: what may be its words now, and what can be done. */
export function Settle({ unsettled }: { unsettled: Unsettled }) {
  const { quote, source, places, statement } = unsettled
  const [first, ...others] = places.map(({ start, end }) => ({ source: source.id, start, end }))
  if (!first) return null
  return (
    <section className={styles.settle} aria-label="What has become of these words">
      {others.length === 0 ? (
        <Moved
          statement={statement}
          quote={quote}
          place={first}
          words={wordsIn(unsettled, first)}
        />
      ) : (
        <Ambiguous statement={statement} quote={quote} places={[first, ...others]} />
      )}
    </section>
  )
}

const wordsIn = ({ source }: Unsettled, { start, end }: SourceSpan): string =>
  source.text?.slice(start, end) ?? ''

interface MovedProps {
  statement: Id
  quote: Quote
  place: SourceSpan
  words: string
}

/** The old words above the new ones, with what differs marked, and the question whether these are the words. */
function Moved({ statement, quote, place, words }: MovedProps) {
  const debate = useDebate((state) => state.debate)
  const { settleQuote } = useDebate((state) => state.actions)
  const difference = useMemo(() => differenceBetween(quote.exact, words), [quote, words])
  const isSame = quote.exact.replace(/\s+/g, ' ') === words.replace(/\s+/g, ' ')
  return (
    <>
      <p className={styles.state}>
        <Icon icon={MapPinned} size={13} />
        Moved: found again {isSame ? 'word for word' : movedInWords(difference)}.
      </p>
      <dl className={styles.versions}>
        {!isSame && (
          <div>
            <dt>As it was quoted</dt>
            <dd>
              <DifferenceText pieces={difference.said} />
            </dd>
          </div>
        )}
        <div>
          <dt>
            As it stands now, <PlaceLink words={place} name={placeOf(debate, place)} />
          </dt>
          <dd>
            {isSame ? <InContext place={place} /> : <DifferenceText pieces={difference.quoted} />}
          </dd>
        </div>
      </dl>
      <div className={styles.actions}>
        <Button onClick={() => settleQuote(statement, quote, place)}>These are the words</Button>
        <Keep statement={statement} quote={quote} />
      </div>
    </>
  )
}

interface AmbiguousProps {
  statement: Id
  quote: Quote
  places: readonly SourceSpan[]
}

/** Every place that may be meant, to be read and chosen. */
function Ambiguous({ statement, quote, places }: AmbiguousProps) {
  const debate = useDebate((state) => state.debate)
  const { settleQuote } = useDebate((state) => state.actions)
  return (
    <>
      <p className={styles.state}>
        <Icon icon={CircleQuestionMark} size={13} />
        Unclear: these words may be meant in {places.length} places. Which?
      </p>
      <ol className={styles.places}>
        {places.map((place, at) => (
          <li key={place.start}>
            <InContext place={place} />
            <div className={styles.actions}>
              <PlaceLink words={place} name={placeOf(debate, place)} />
              <Button
                aria-label={`This one, place ${at + 1} of ${places.length}`}
                onClick={() => settleQuote(statement, quote, place)}
              >
                This one
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Keep statement={statement} quote={quote} />
      </div>
    </>
  )
}

function Keep({ statement, quote }: { statement: Id; quote: Quote }) {
  const { keepQuote } = useDebate((state) => state.actions)
  return (
    <Button variant="quiet" onClick={() => keepQuote(statement, quote)}>
      Keep the earlier words
    </Button>
  )
}

function InContext({ place }: { place: SourceSpan }) {
  const debate = useDebate((state) => state.debate)
  const found = spanInContext(debate, place, 'sentence')
  if (!found) return null
  return (
    <blockquote className={styles.context}>
      {found.before}
      <mark>{found.words}</mark>
      {found.after}
    </blockquote>
  )
}

/** Where a place is, and whether somebody only quotes the words there, or they are printed again. */
function placeOf(debate: Debate, place: SourceSpan): string {
  const passages = debate.sources.get(place.source)?.passages ?? []
  const role = passages.find(({ end }) => end > place.start)?.role
  const where = placeInFull(whereIs(debate, place))
  if (role === 'quotation') return `${where}, in a quotation`
  return role === 'repeat' ? `${where}, printed again` : where
}
