import { ArrowDown, ArrowUp, Link } from 'lucide-react'
import { useMemo } from 'react'
import { counted } from '../cards/names'
import { Icon, kindSigns } from '../cards/signs'
import { type Coverage, percentOf } from '../graph/coverage'
import { nameOfTurn } from '../graph/whereabouts'
import type { Source } from '../model/debate'
import type { Id } from '../model/schema'
import { kindWords } from '../model/words'
import { useDebate, useDebateStore } from '../store'
import { copyLink } from '../store/copyLink'
import { pickedStatements } from '../store/ties'
import { IconButton } from '../ui/IconButton'
import { Popover } from '../ui/Popover'
import styles from './ReaderFoot.module.css'
import { readUnmapped, unmappedAsked } from './unmapped'
import { useCoverage } from './useCoverage'

/** The line below the page: how much of the text is in the map, and the way to what is not; or, of words that are selected, what was made of them. */
export function ReaderFoot({ source }: { source: Source }) {
  const picked = useDebate(pickedStatements)
  return (
    <section className={styles.foot} aria-label="In the map">
      {picked.size > 0 ? <MadeOfThese statements={picked} /> : <HowMuch source={source} />}
      <CopyPlace source={source} />
    </section>
  )
}

/** Copies a link to the words that are selected, else to the place one has read to. */
function CopyPlace({ source: { id } }: { source: Source }) {
  const store = useDebateStore()
  const copy = () => {
    const { picked, viewed } = store.getState()
    const here = viewed?.source === id ? viewed.start : 0
    const at = picked?.source === id ? picked : { start: here, end: here }
    void copyLink(store, { reading: id, at })
  }
  return (
    <IconButton
      icon={Link}
      label="Copy a link to this place"
      // The words stay selected.
      onPointerDown={(event) => event.preventDefault()}
      onClick={copy}
    />
  )
}

/** The statements made from the words that are selected. */
function MadeOfThese({ statements }: { statements: ReadonlySet<Id> }) {
  const all = useDebate((state) => state.debate.statements)
  const select = useDebate((state) => state.select)
  const hint = useDebate((state) => state.hint)
  return (
    <>
      <p role="status" className={styles.says}>
        {counted(statements.size, 'statement')} made from these words
      </p>
      <ul className={styles.made}>
        {[...statements].map((id) => {
          const statement = all.get(id)
          if (!statement) return null
          const { icon, tone } = kindSigns[statement.kind]
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={`${kindWords[statement.kind]}: ${statement.text}`}
                // The words stay selected.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => select({ kind: 'statement', id }, 'reader')}
                onPointerEnter={() => hint({ kind: 'statement', id })}
                onPointerLeave={() => hint(null)}
              >
                <span className={tone}>
                  <Icon icon={icon} size={12} />
                </span>
                <span className={styles.words}>{statement.text}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function HowMuch({ source }: { source: Source }) {
  const store = useDebateStore()
  const goal = useDebate((state) => state.readingGoal)
  const coverage = useCoverage(source)
  if (!coverage) return <p role="status" className={styles.asked} />
  const percent = percentOf(coverage.whole)
  const asked = unmappedAsked(coverage, source, goal)
  const left = coverage.unmapped.length
  return (
    <>
      {percent === null ? (
        <p className={styles.says}>Nobody speaks in this text.</p>
      ) : (
        <Popover
          label="In the map, by turn"
          trigger={
            <button type="button" className={styles.figure}>
              {percent} % <span>of the words are in the map</span>
            </button>
          }
        >
          <ByTurn source={source} coverage={coverage} />
        </Popover>
      )}
      <p role="status" className={styles.asked}>
        {asked ?? (left > 0 ? `${counted(left, 'unmapped passage')}` : '')}
      </p>
      {left > 0 && (
        <span className={styles.steps}>
          <IconButton
            icon={ArrowUp}
            label="Unmapped passage before"
            shortcut="["
            onClick={() => readUnmapped(store, -1)}
          />
          <IconButton
            icon={ArrowDown}
            label="Next unmapped passage"
            shortcut="]"
            onClick={() => readUnmapped(store, 1)}
          />
        </span>
      )}
    </>
  )
}

/** How many turns are listed; of a text of which nothing is mapped there may be thousands. */
const listed = 60

/** How much of each turn is in the map, for those of which not all is; a click reads the first words that are not. */
function ByTurn({ source, coverage }: { source: Source; coverage: Coverage }) {
  const readAt = useDebate((state) => state.readAt)
  const rows = useMemo(() => turnsLeft(source, coverage), [source, coverage])
  const whole = coverage.turns.size - rows.length
  const { words, mapped } = coverage.whole
  return (
    <div className={styles.byTurn}>
      <p>
        {mapped.toLocaleString('en')} of {words.toLocaleString('en')} words of speech are in a
        statement’s quote. Quotations, repeats and the site’s own words do not count.
      </p>
      {rows.length > 0 && (
        <ul>
          {rows.slice(0, listed).map(({ name, percent, words, span }) => (
            <li key={name}>
              <button type="button" onClick={() => readAt({ source: source.id, ...span })}>
                <span>{name}</span>
                <span>
                  {percent} % of {counted(words, 'word')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        {rows.length > listed && `And ${counted(rows.length - listed, 'turn')} more. `}
        {whole > 0 && `${counted(whole, 'turn')} ${whole === 1 ? 'is' : 'are'} in it wholly.`}
      </p>
    </div>
  )
}

function turnsLeft(source: Source, { turns, unmapped }: Coverage) {
  const first = new Map<Id | null, (typeof unmapped)[number]>()
  for (const cover of unmapped) if (!first.has(cover.turn)) first.set(cover.turn, cover)
  return source.turns.flatMap(({ id }, at) => {
    const figure = turns.get(id)
    const cover = first.get(id)
    if (!figure || !cover) return []
    const span = { start: cover.start, end: cover.end }
    const percent = percentOf(figure)
    return [{ name: nameOfTurn(source, at), percent, words: figure.words, span }]
  })
}
