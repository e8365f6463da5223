import { type CSSProperties, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { counted } from '../cards/names'
import { misquotationInWords } from '../graph/differenceWords'
import { misquotationAt } from '../graph/quotations'
import type { Source } from '../model/debate'
import { type DebateState, useDebate } from '../store'
import { copiedFrom } from './copied'
import { Lines } from './Lines'
import { type Mark, markName, marksOf } from './marks'
import { blocksOf, type FoldRow, type Row, rowsOf, type TurnHead, type WordsRow } from './page'
import styles from './printed.module.css'
import { runsOf } from './runs'

/**
 * A text as it is printed: the whole of it, with its turns, its quotations and the marks of its statements, and after it
 * the statements by number. Repeats and the site's own words stay folded. It is never seen on the screen.
 */
export function Printed({ source }: { source: Source }) {
  const debate = useDebate((state) => state.debate)
  const marks = useMemo(() => marksOf(debate, source), [debate, source])
  const rows = useMemo(() => rowsOf(blocksOf(source), marks, new Set()), [source, marks])
  return createPortal(
    <article className={styles.printed} data-print aria-hidden="true">
      <Head source={source} map={debate.about.title} />
      {rows.map((row) => (
        <PrintedRow key={row.key} row={row} source={source} />
      ))}
      <Statements debate={debate} marks={marks} />
    </article>,
    document.body,
  )
}

function Head({ source, map }: { source: Source; map: string }) {
  const { id, title, authors, publishedAt, url } = source
  const facts = [authors.join(', '), publishedAt, url].filter(Boolean)
  return (
    <header className={styles.title}>
      <h1>{title}</h1>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      <p>
        Text {id} of the map “{map}”, as it was read
        {source.readAt !== undefined && ` on ${dayOf(source.readAt)}`}. Printed on{' '}
        {dayOf(new Date().toISOString())}.
      </p>
    </header>
  )
}

const dayOf = (moment: string): string =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

function PrintedRow({ row, source }: { row: Row; source: Source }) {
  if (row.kind === 'fold') return <Folded row={row} />
  if (row.kind === 'words') return <Words row={row} source={source} />
  return null
}

const indented = (depth: number) => ({ '--depth': depth }) as CSSProperties

function Folded({ row: { head, depth, role, count } }: { row: FoldRow }) {
  return (
    <div className={styles.row} style={indented(depth)}>
      {head && <Turn head={head} />}
      <p className={styles.folded}>
        {role === 'repeat'
          ? `${counted(count, 'passage')} printed again, word for word`
          : `${counted(count, 'line')} of the site’s own words`}
      </p>
    </div>
  )
}

function Words({ row, source }: { row: WordsRow; source: Source }) {
  const sources = useDebate((state) => state.debate.sources)
  const { head, depth, role, passage } = row
  const runs = <Runs row={row} text={source.text ?? ''} />
  const first = role === 'quotation' && passage ? copiedFrom(sources, passage) : null
  const difference = passage && misquotationAt(sources, source, passage)
  const misquotes = difference && misquotationInWords(difference)
  return (
    <div className={styles.row} style={indented(depth)}>
      {head && <Turn head={head} />}
      {role === 'heading' ? (
        <h2 dir="auto">{runs}</h2>
      ) : role === 'quotation' ? (
        <blockquote dir="auto">
          {runs}
          {first && <small> from {first.place}</small>}
          {misquotes && <small>, {misquotes}</small>}
        </blockquote>
      ) : (
        <p className={styles[role]} dir="auto">
          {runs}
        </p>
      )}
    </div>
  )
}

function Turn({ head: { turn, name, answers, goesOn } }: { head: TurnHead }) {
  const facts = [turn.speaker, goesOn && 'goes on', answers && `answers ${lower(answers.name)}`]
  return (
    <p className={styles.turn}>
      <b>{name}</b> {facts.filter(Boolean).join(', ')}
    </p>
  )
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** The words of a row, underlined where they are a headline; a mark's number stands where it ends. */
function Runs({ row, text }: { row: WordsRow; text: string }) {
  return runsOf(row, row.marks, row.signs).map(({ start, end, points, signs }) => (
    <span key={start}>
      <Lines marks={points}>{text.slice(start, end)}</Lines>
      {signs.map(({ statement, number }) => (
        <sup key={statement}>{number}</sup>
      ))}
    </span>
  ))
}

interface StatementsProps {
  debate: DebateState['debate']
  marks: readonly Mark[]
}

/** The statements of the text by their numbers: what each is, where it stands, and its headline. */
function Statements({ debate, marks }: StatementsProps) {
  const numbers = new Map(marks.map(({ statement, number }) => [statement, number]))
  if (numbers.size === 0) return null
  return (
    <section className={styles.statements}>
      <h2>{counted(numbers.size, 'statement')} in this text</h2>
      <ol>
        {[...numbers].map(([id, number]) => {
          const statement = debate.statements.get(id)
          if (!statement) return null
          return (
            <li key={id}>
              <b>{markName(debate, statement, number)}</b>
              <span>{statement.text}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
