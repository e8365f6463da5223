import {
  ChevronDown,
  Columns2,
  Copy,
  History,
  Maximize2,
  Printer,
  Quote,
  Search,
  TableOfContents,
  X,
} from 'lucide-react'
import { counted } from '../cards/names'
import type { Role, Source } from '../model/debate'
import { newestOf, supersededBy } from '../model/earlier'
import { useDebate } from '../store'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { isMac } from '../ui/isMac'
import { Menu, MenuChoice } from '../ui/Menu'
import styles from './Reader.module.css'
import type { Finding } from './useFind'

export interface ReaderBarProps {
  source: Source | null
  hasContents: boolean
  onContents(): void
  finding: Finding
}

/** The line above the page: which text is open, what it is made of, and what can be done with it. */
export function ReaderBar({ source, hasContents, onContents, finding }: ReaderBarProps) {
  const panes = useDebate((state) => state.panes)
  const setPanes = useDebate((state) => state.setPanes)
  const isAlone = panes === 'reader'
  return (
    <div className={styles.bar}>
      {source ? <SourcePicker source={source} /> : <b>No text</b>}
      {source?.text !== undefined && <Roles source={source} />}
      <div className={styles.acts}>
        {source?.text !== undefined && (
          <>
            <IconButton
              icon={TableOfContents}
              label="Contents"
              aria-expanded={hasContents}
              onClick={onContents}
            />
            <IconButton
              icon={Search}
              label="Find in the text"
              shortcut={findKey}
              aria-pressed={finding.isOpen}
              onClick={finding.isOpen ? finding.close : finding.open}
            />
            <IconButton icon={Printer} label="Print this text…" onClick={() => print()} />
          </>
        )}
        <IconButton
          className={styles.wideOnly}
          icon={isAlone ? Columns2 : Maximize2}
          label={isAlone ? 'Read beside the map' : 'Read in full width'}
          onClick={() => setPanes(isAlone ? 'both' : 'reader')}
        />
        <IconButton icon={X} label="Close the reader" onClick={() => setPanes('map')} />
      </div>
    </div>
  )
}

/** The open text by name; a menu of all texts, with their earlier versions. */
function SourcePicker({ source }: { source: Source }) {
  const sources = useDebate(({ debate }) => debate.sources)
  const read = useDebate((state) => state.read)
  const earlier = [...sources.values()].filter((one) => supersededBy(one) !== null)
  const options = (all: readonly Source[]) =>
    all.map(({ id, title }) => ({ value: id, label: `${nameOf(id)}: ${title}` }))
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.picker} title={source.title}>
          <b>{nameOf(supersededBy(source) ?? source.id)}</b>
          <span>
            {source.title}, {counted(source.turns.length, 'turn')}
          </span>
          <Icon icon={ChevronDown} size={12} />
        </button>
      }
    >
      <MenuChoice
        label="Texts"
        value={source.id}
        options={options(newestOf(sources))}
        onChange={read}
      />
      {earlier.length > 0 && (
        <MenuChoice
          label="Earlier versions"
          value={source.id}
          options={options(earlier).map((option) => ({ ...option, icon: History }))}
          onChange={read}
        />
      )}
    </Menu>
  )
}

/** The key that finds, as keyboards here have it. */
const findKey = isMac ? '⌘F' : 'Ctrl F'

const nameOf = (id: string) => `Text ${id}`

const icons: Partial<Record<Role, typeof Quote>> = { quotation: Quote, repeat: Copy }

/** How many passages of each role the text has; what it has none of is left out. */
function Roles({ source }: { source: Source }) {
  const counts = new Map<Role, number>()
  for (const { role } of source.passages) counts.set(role, (counts.get(role) ?? 0) + 1)
  return (
    <span className={styles.roles}>
      {(['speech', 'quotation', 'repeat', 'furniture'] as const)
        .filter((role) => counts.has(role))
        .map((role) => {
          const icon = icons[role]
          return (
            <span key={role}>
              {icon && <Icon icon={icon} size={11} />} {counts.get(role)} {role}
            </span>
          )
        })}
    </span>
  )
}
