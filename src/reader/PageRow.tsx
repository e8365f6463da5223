import { Copy, FoldVertical, TriangleAlert } from 'lucide-react'
import { type CSSProperties, memo, useMemo } from 'react'
import { counted } from '../cards/names'
import { misquotationInWords } from '../graph/differenceWords'
import { misquotationAt } from '../graph/quotations'
import type { Passage, Source } from '../model/debate'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { type CopiedFrom, copiedFrom } from './copied'
import { Foot, Title } from './Edges'
import type { FoldRow, Row, WordsRow } from './page'
import styles from './page.module.css'
import { TurnHead } from './Turn'
import { Words } from './Words'

export interface PageRowProps {
  row: Row
  source: Source
  onFold(key: string): void
}

/** One row of the page. */
export const PageRow = memo(function PageRow({ row, source, onFold }: PageRowProps) {
  switch (row.kind) {
    case 'title':
      return <Title source={source} />
    case 'foot':
      return <Foot source={source} />
    case 'fold':
      return <Fold row={row} source={source} onFold={onFold} />
    case 'words':
      return <WordsOf row={row} source={source} />
  }
})

const indented = (depth: number) => ({ '--depth': depth }) as CSSProperties

function Fold({
  row,
  source,
  onFold,
}: {
  row: FoldRow
  source: Source
  onFold(key: string): void
}) {
  const { head, depth, role, count, marked, isOpen, key } = row
  const what =
    role === 'repeat'
      ? `${counted(count, 'passage')} printed again, word for word`
      : `${counted(count, 'line')} of the site’s own words`
  return (
    <div className={classes(styles.row, head && styles.turn)} style={indented(depth)}>
      {head ? <TurnHead head={head} source={source.id} /> : <span className={styles.head} />}
      <div className={styles.folded}>
        <Icon icon={role === 'repeat' ? Copy : FoldVertical} size={13} />
        <span>
          {what}
          {marked > 0 && `, ${counted(marked, 'statement')} in them`}
        </span>
        <Button
          variant="link"
          data-stop
          tabIndex={-1}
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Hide' : 'Show'} ${what}`}
          onClick={() => onFold(key)}
        >
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      </div>
    </div>
  )
}

function WordsOf({ row, source }: { row: WordsRow; source: Source }) {
  const { head, depth, role, isCut, isFirst, passage } = row
  const words = <Words row={row} text={source.text ?? ''} />
  return (
    <div
      className={classes(styles.row, head && styles.turn, isCut && styles.cut)}
      style={indented(depth)}
      data-passage={passage?.id}
      data-role={role}
    >
      {head ? (
        <TurnHead head={head} source={source.id} />
      ) : (
        <span className={styles.head}>
          {role === 'furniture' && isFirst && 'furniture'}
          {role === 'repeat' && passage && !isCut && <FirstPlace passage={passage} says="again," />}
        </span>
      )}
      {role === 'heading' ? (
        <h4 className={styles.heading} dir="auto">
          {words}
        </h4>
      ) : role === 'quotation' ? (
        <blockquote className={styles.quotation} dir="auto">
          {words}
          {passage && <FirstPlace passage={passage} says="from" />}
          {passage && <Misquotes source={source} passage={passage} />}
        </blockquote>
      ) : (
        <p className={classes(styles[role], isListItem(source, row) && styles.item)} dir="auto">
          {words}
        </p>
      )}
    </div>
  )
}

/** A way to where copied words first stand: “from turn 3”. Nothing where that was not found. */
function FirstPlace({ passage, says }: { passage: Passage; says: string }) {
  const sources = useDebate((state) => state.debate.sources)
  const readAt = useDebate((state) => state.readAt)
  const first: CopiedFrom | null = useMemo(() => copiedFrom(sources, passage), [sources, passage])
  if (!first) return null
  return (
    <button
      type="button"
      className={styles.first}
      data-stop
      tabIndex={-1}
      title="Read it where it first stands"
      onClick={() => readAt(first.span)}
    >
      {says} {first.place}
    </button>
  )
}

/** Says of a quotation that it has other words than it takes, and how many. Nothing where it is true. */
function Misquotes({ source, passage }: { source: Source; passage: Passage }) {
  const sources = useDebate((state) => state.debate.sources)
  const says = useMemo(() => {
    const difference = misquotationAt(sources, source, passage)
    return difference && misquotationInWords(difference)
  }, [sources, source, passage])
  if (!says) return null
  return (
    <span className={styles.misquotes} title="Select its link to see both side by side">
      <Icon icon={TriangleAlert} size={11} /> {says}
    </span>
  )
}

const isListItem = ({ text = '' }: Source, { start, isCut }: WordsRow) =>
  !isCut && /^(?:[-*•‣◦]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/.test(text.slice(start, start + 8))
