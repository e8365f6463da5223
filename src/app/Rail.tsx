import { ArrowLeft, FilePlus, FileText, ListFilter, PanelLeft } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { Icon } from '../cards/signs'
import { tallyOf } from '../graph/tally'
import { narrowed, themesOf } from '../graph/themes'
import { newestOf } from '../model/earlier'
import { LooseStatements } from '../outline/LooseStatements'
import { useDebate } from '../store'
import { IconButton } from '../ui/IconButton'
import styles from './Rail.module.css'

/** The positions as a list beside the canvas, with a filter; `children` stands at its foot. */
export function Rail({ onFold, children }: { onFold?: () => void; children?: ReactNode }) {
  const debate = useDebate((state) => state.debate)
  const filter = useDebate((state) => state.filter)
  const setFilter = useDebate((state) => state.setFilter)
  const showDialog = useDebate((state) => state.showDialog)
  const themes = useMemo(() => narrowed(themesOf(debate), filter), [debate, filter])
  const count = debate.positions.size
  const texts = newestOf(debate.sources).length

  return (
    <nav className={styles.rail} aria-label="Positions">
      <div className={styles.top}>
        <label className={styles.filter}>
          <Icon icon={ListFilter} />
          <input
            type="search"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || !filter) return
              event.stopPropagation()
              setFilter('')
            }}
            placeholder={`Filter ${count} positions`}
            aria-label={`Filter ${count} positions`}
          />
        </label>
        {onFold && (
          <IconButton label="Fold the list of positions" icon={PanelLeft} onClick={onFold} />
        )}
      </div>
      <div className={styles.list}>
        <p className={styles.columns} aria-hidden="true">
          <span className="for">for</span> : <span className="against">against</span>
        </p>
        {themes.map(({ title, positions }) => (
          <section key={title ?? ''} aria-label={title ?? 'Positions'}>
            {title && <h2>{title}</h2>}
            <ul>
              {positions.map((position) => (
                <Row key={position.id} id={position.id} title={position.title} />
              ))}
            </ul>
          </section>
        ))}
        {filter === '' && <LooseStatements />}
        {themes.length === 0 && count > 0 && (
          <p className={styles.nothing}>
            Nothing matches “{filter}”. {count} positions are hidden.{' '}
            <button type="button" onClick={() => setFilter('')}>
              Clear the filter
            </button>
          </p>
        )}
      </div>
      {children}
      <footer>
        <button type="button" onClick={() => showDialog({ kind: 'sources' })}>
          <Icon icon={FileText} />
          {texts} {texts === 1 ? 'text' : 'texts'}
        </button>
        <button type="button" onClick={() => showDialog({ kind: 'addSource' })}>
          <Icon icon={FilePlus} />
          Add a source
        </button>
      </footer>
    </nav>
  )
}

function Row({ id, title }: { id: string; title: string }) {
  const debate = useDebate((state) => state.debate)
  const isOpen = useDebate((state) => state.openPosition === id)
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const tally = tallyOf(debate, id)
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => openOnCanvas(id)}
      >
        <span className={styles.title}>{title}</span>
        <span className="visually-hidden">
          , {tally.for} for, {tally.against} against
        </span>
        <span className={styles.pair} aria-hidden="true">
          <b>{tally.for}</b>
          <i>:</i>
          <em>{tally.against}</em>
        </span>
      </button>
    </li>
  )
}

/** The rail folded to a strip: the way back, the way to the list, and the way in for texts. */
export function RailStrip({ onUnfold }: { onUnfold(): void }) {
  const count = useDebate((state) => state.debate.positions.size)
  const openPosition = useDebate((state) => state.openPosition)
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const showDialog = useDebate((state) => state.showDialog)
  return (
    <nav className={styles.strip} aria-label="Positions, folded">
      <IconButton label="Show the list of positions" icon={PanelLeft} onClick={onUnfold} />
      {openPosition && (
        <IconButton label="All positions" icon={ArrowLeft} onClick={() => openOnCanvas(null)} />
      )}
      <span className={styles.up}>{count} positions</span>
      <span className={styles.foot}>
        <IconButton
          label="Add a source"
          icon={FilePlus}
          onClick={() => showDialog({ kind: 'addSource' })}
        />
      </span>
    </nav>
  )
}
