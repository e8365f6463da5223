import {
  ArrowLeft,
  ArrowRight,
  BookOpen,
  CirclePlus,
  Download,
  Ellipsis,
  FilePlus,
  FileText,
  FolderOpen,
  Keyboard,
  Library,
  ListChecks,
  Monitor,
  Moon,
  Network,
  Redo2,
  RotateCcw,
  Ruler,
  Split,
  Sun,
  Undo2,
  Upload,
} from 'lucide-react'
import { useDebate, useDebateStore } from '../store'
import type { Theme } from '../store/settingsSlice'
import { openReader } from '../store/ties'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { isMac } from '../ui/isMac'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu'
import { SaveIndicator } from './SaveIndicator'
import styles from './TopBar.module.css'
import { redo, undo } from './useShortcuts'
import { useTheme } from './useTheme'
import { Wordmark } from './Wordmark'

const themes: readonly { value: Theme; label: string; icon: typeof Sun }[] = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
]

/** The bar over everything: what is open, whether it is kept, and what can be done with the whole map. */
export function TopBar({ isPhone, announce }: { isPhone: boolean; announce(text: string): void }) {
  const title = useDebate((state) => state.debate.about.title)
  const showDialog = useDebate((state) => state.showDialog)
  return (
    <header className={styles.top}>
      <Wordmark />
      {!isPhone && <TrailButtons />}
      {!isPhone && (
        <Button
          variant="quiet"
          className={styles.title}
          title="Maps in this browser"
          onClick={() => showDialog({ kind: 'maps' })}
        >
          {title}
        </Button>
      )}
      {!isPhone && <Views />}
      <span className={styles.grow} />
      <SaveIndicator onDownload={() => showDialog({ kind: 'export' })} />
      {!isPhone && (
        <>
          <UndoButtons announce={announce} />
          <Button icon={CirclePlus} onClick={() => showDialog({ kind: 'addStatement' })}>
            Add
          </Button>
          <Button icon={Download} onClick={() => showDialog({ kind: 'export' })}>
            Export
          </Button>
          <ThemeButton />
        </>
      )}
      <MoreMenu isPhone={isPhone} />
    </header>
  )
}

/** Walks the way through the map, as the browser’s own keys do. */
function TrailButtons() {
  const { at, last } = useDebate((state) => state.trail)
  return (
    <span className={styles.group}>
      <IconButton
        icon={ArrowLeft}
        label={at > 0 ? 'Back' : 'Nothing to go back to'}
        shortcut={isMac ? '⌘ [' : 'Alt ←'}
        aria-disabled={at === 0}
        onClick={() => at > 0 && history.back()}
      />
      <IconButton
        icon={ArrowRight}
        label={at < last ? 'Forward' : 'Nothing to go forward to'}
        shortcut={isMac ? '⌘ ]' : 'Alt →'}
        aria-disabled={at >= last}
        onClick={() => at < last && history.forward()}
      />
    </span>
  )
}

/** Switches between the map and the texts it comes from. The reader opens at what is selected. */
function Views() {
  const store = useDebateStore()
  const panes = useDebate((state) => state.panes)
  const setPanes = useDebate((state) => state.setPanes)
  return (
    <nav className={styles.views} aria-label="View">
      <button type="button" aria-pressed={panes === 'map'} onClick={() => setPanes('map')}>
        <Icon icon={Network} />
        Map
      </button>
      <button
        type="button"
        aria-pressed={panes !== 'map'}
        onClick={() => openReader(store.getState())}
      >
        <Icon icon={BookOpen} />
        Reader
      </button>
    </nav>
  )
}

function UndoButtons({ announce }: { announce(text: string): void }) {
  const store = useDebateStore()
  const undoName = useDebate((state) => state.undoName)
  const redoName = useDebate((state) => state.redoName)
  return (
    <span className={styles.group}>
      <IconButton
        icon={Undo2}
        label={undoName ? `Undo: ${undoName}` : 'Nothing to undo'}
        shortcut="Ctrl Z"
        aria-disabled={!undoName}
        onClick={() => undo(store, announce)}
      />
      <IconButton
        icon={Redo2}
        label={redoName ? `Redo: ${redoName}` : 'Nothing to redo'}
        shortcut="Ctrl Shift Z"
        aria-disabled={!redoName}
        onClick={() => redo(store, announce)}
      />
    </span>
  )
}

function ThemeButton() {
  const shown = useTheme()
  const setTheme = useDebate((state) => state.setTheme)
  const other = shown === 'dark' ? 'light' : 'dark'
  return (
    <IconButton
      icon={shown === 'dark' ? Sun : Moon}
      label={other === 'dark' ? 'Dark theme' : 'Light theme'}
      onClick={() => setTheme(other)}
    />
  )
}

function MoreMenu({ isPhone }: { isPhone: boolean }) {
  const showDialog = useDebate((state) => state.showDialog)
  const theme = useDebate((state) => state.theme)
  const setTheme = useDebate((state) => state.setTheme)
  const setReviewing = useDebate((state) => state.setReviewing)
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="More" />}>
      {isPhone && (
        <MenuItem icon={Download} onSelect={() => showDialog({ kind: 'export' })}>
          Export this map…
        </MenuItem>
      )}
      <MenuItem icon={FilePlus} onSelect={() => showDialog({ kind: 'addSource' })}>
        Add a source…
      </MenuItem>
      <MenuItem icon={Library} onSelect={() => showDialog({ kind: 'sources' })}>
        Sources of this map…
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Upload} onSelect={() => showDialog({ kind: 'import' })}>
        Open a map file…
      </MenuItem>
      <MenuItem icon={FolderOpen} onSelect={() => showDialog({ kind: 'maps' })}>
        Maps in this browser…
      </MenuItem>
      <MenuItem icon={Split} onSelect={() => showDialog({ kind: 'positions' })}>
        Positions…
      </MenuItem>
      <MenuItem icon={ListChecks} shortcut="C" onSelect={() => setReviewing(true)}>
        Review the reading…
      </MenuItem>
      <MenuItem icon={RotateCcw} onSelect={() => showDialog({ kind: 'startOver' })}>
        Start over from the texts…
      </MenuItem>
      <MenuSeparator />
      <MenuChoice label="Theme" value={theme} options={themes} onChange={setTheme} />
      <MenuSeparator />
      <MenuItem icon={Keyboard} shortcut="?" onSelect={() => showDialog({ kind: 'keys' })}>
        Keys
      </MenuItem>
      <MenuItem icon={Ruler} onSelect={() => showDialog({ kind: 'howItReads' })}>
        How it reads
      </MenuItem>
      <MenuItem icon={FileText} onSelect={() => showDialog({ kind: 'about' })}>
        About this map
      </MenuItem>
    </Menu>
  )
}
