import {
  CirclePlus,
  Copy,
  type LucideIcon,
  MessageSquareText,
  Pilcrow,
  Quote,
  TriangleAlert,
  X,
} from 'lucide-react'
import { Toolbar as Radix } from 'radix-ui'
import { type Ref, type RefObject, useImperativeHandle, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { trimToWords } from '../cards/textFit'
import { statementsFrom } from '../graph/quoted'
import { type Doubt, doubtOf } from '../graph/whoseWords'
import type { SourceSpan } from '../model/schema'
import { useDebate, useDebateStore } from '../store'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { Kbd } from '../ui/Kbd'
import { citationOf } from './citation'
import styles from './PickBar.module.css'
import { type PickAct, pickKeys, targetOf, whyNot } from './pickActs'
import { useBarPlace } from './useBarPlace'

export interface PickBarProps {
  ref: Ref<HTMLElement>
  page: RefObject<HTMLElement | null>
  picked: SourceSpan
  /** How many words are picked. */
  words: number
  onAct(act: PickAct): void
}

/** What can be made of the picked words, beside them; on a phone at the foot. It never takes the selection. */
export function PickBar({ ref, page, picked, words, onAct }: PickBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => bar.current as HTMLElement, [])
  const place = useBarPlace(page, bar, picked)
  const debate = useDebate((state) => state.debate)
  const selected = useDebate((state) => state.selected)
  const doubt = useMemo(() => doubtOf(debate, picked), [debate, picked])
  const target = debate.statements.get(targetOf(debate, selected) ?? '')
  const count = `${words} ${words === 1 ? 'word' : 'words'} picked`
  const act = (name: PickAct, label: string, icon: LucideIcon, says = label) => (
    <Act
      label={label}
      says={says}
      icon={icon}
      shortcut={pickKeys[name]}
      problem={whyNot(name, debate, picked, doubt, selected)}
      onSelect={() => onAct(name)}
    />
  )
  const it = target ? `“${trimToWords(target.text, 60)}”` : 'the selected statement'
  return createPortal(
    <Radix.Root
      ref={bar}
      className={styles.bar}
      aria-label={count}
      style={{ left: place?.left, top: place?.top, visibility: place ? undefined : 'hidden' }}
      onPointerDown={(event) => event.preventDefault()}
    >
      <div className={styles.acts}>
        {act('claim', 'Claim', Pilcrow, 'Make a claim from these words')}
        {act('rebut', 'Rebut', X, `Rebut ${it} with these words`)}
        {act('support', 'Support', CirclePlus, `Support ${it} with these words`)}
        {act('quote', 'Quote', Quote, `Add these words to the quotes of ${it}`)}
        {act('note', 'Note', MessageSquareText, 'Write a note on these words')}
        <CopyAct picked={picked} />
      </div>
      <p className={styles.line}>
        {count}.{' '}
        {target ? (
          <>
            Rebut, support and quote go to <q>{trimToWords(target.text, 60)}</q>
          </>
        ) : (
          'Select a statement to rebut or support it with them, or to quote them for it.'
        )}
      </p>
      <MadeFrom picked={picked} />
      {doubt && <DoubtLine doubt={doubt} />}
    </Radix.Root>,
    document.body,
  )
}

interface ActProps {
  label: string
  /** What it does, in full. */
  says: string
  icon: LucideIcon
  shortcut?: string
  /** Why it cannot be done. */
  problem?: string | null
  onSelect(): void
}

function Act({ label, says, icon, shortcut, problem, onSelect }: ActProps) {
  return (
    <Radix.Button
      className={styles.act}
      aria-label={says}
      aria-disabled={problem ? true : undefined}
      aria-keyshortcuts={shortcut}
      title={problem ?? says}
      onClick={onSelect}
    >
      <Icon icon={icon} size={14} />
      <span>{label}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Radix.Button>
  )
}

function CopyAct({ picked }: { picked: SourceSpan }) {
  const store = useDebateStore()
  const copy = async () => {
    const { debate, notify } = store.getState()
    try {
      await navigator.clipboard.writeText(citationOf(debate, picked))
      notify('Copied the words with their source.')
    } catch {
      notify('This browser does not let the app copy. Copy the words with its own menu.', {
        tone: 'problem',
      })
    }
  }
  return <Act label="Copy" says="Copy these words with their source" icon={Copy} onSelect={copy} />
}

/** How many statements are named that were made from the same words. */
const named = 3

/** The statements that were made from some of the words, as ways to select them. */
function MadeFrom({ picked }: { picked: SourceSpan }) {
  const debate = useDebate((state) => state.debate)
  const selected = useDebate((state) => state.selected)
  const select = useDebate((state) => state.select)
  const ids = useMemo(() => statementsFrom(debate, picked), [debate, picked])
  if (ids.length === 0) return null
  return (
    <div className={classes(styles.line, styles.made)}>
      {ids.length === 1
        ? '1 statement is made from these words: '
        : `${ids.length} statements are made from these words: `}
      {ids.slice(0, named).map((id) => (
        <Radix.Button
          key={id}
          className={styles.way}
          aria-pressed={selected?.id === id}
          onClick={() => select({ kind: 'statement', id }, 'reader')}
        >
          “{trimToWords(debate.statements.get(id)?.text ?? '', 44)}”
        </Radix.Button>
      ))}
      {ids.length > named && ` and ${ids.length - named} more`}
    </div>
  )
}

/** What speaks against crediting the words to whoever speaks there, and better words to take. */
function DoubtLine({ doubt }: { doubt: Doubt }) {
  const pick = useDebate((state) => state.pick)
  const readAt = useDebate((state) => state.readAt)
  return (
    <div className={classes(styles.line, styles.doubt)} role="status">
      <Icon icon={TriangleAlert} size={13} />
      <span>
        {doubt.says}{' '}
        {doubt.offers.map(({ label, words }) => (
          <Radix.Button
            key={label}
            className={styles.way}
            onClick={() => {
              readAt(words)
              pick(words)
            }}
          >
            {label}
          </Radix.Button>
        ))}
      </span>
    </div>
  )
}
