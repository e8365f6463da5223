import {
  BookOpen,
  ChevronDown,
  CirclePlus,
  Ellipsis,
  Link,
  MessageSquareText,
  Pencil,
  Split,
  SquarePlus,
  Trash2,
  Waypoints,
  X,
} from 'lucide-react'
import { kindSigns, relationSigns } from '../cards/signs'
import type { RelationKind, Statement } from '../model/debate'
import { StatementKind } from '../model/debate'
import { kindWords, relationNouns } from '../model/words'
import { useActions, useDebate, useDebateStore } from '../store'
import { copyLink } from '../store/copyLink'
import { openReader } from '../store/ties'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Menu, MenuChoice, MenuItem, MenuSeparator, SubMenu } from '../ui/Menu'
import { useAnnounce } from './Announcer'

/** The kinds of statement as the options of a choice. */
export const kindOptions = StatementKind.options.map((kind) => ({
  value: kind,
  label: kindWords[kind],
  icon: kindSigns[kind].icon,
}))

export interface StatementMenuProps {
  statement: Statement
  onReword(): void
  onConnect(): void
  onPut(): void
  onNote(): void
}

/** Everything that can be done with a statement. */
export function StatementMenu(props: StatementMenuProps) {
  const { statement, onReword, onConnect, onPut, onNote } = props
  const { deleteStatement } = useActions()
  const store = useDebateStore()
  const showDialog = useDebate((state) => state.showDialog)
  const answer = (link: RelationKind) =>
    showDialog({ kind: 'addStatement', answers: { kind: 'statement', id: statement.id }, link })
  const others = ['concedes', 'clarifies', 'answers'] as const
  return (
    <Menu trigger={<IconButton label="More" icon={Ellipsis} />}>
      <MenuItem icon={CirclePlus} shortcut="S" onSelect={() => answer('supports')}>
        Add a support
      </MenuItem>
      <MenuItem icon={X} shortcut="R" onSelect={() => answer('rebuts')}>
        Add a rebuttal
      </MenuItem>
      <SubMenu label="Add another reply" icon={SquarePlus}>
        {others.map((kind) => (
          <MenuItem key={kind} icon={relationSigns[kind].icon} onSelect={() => answer(kind)}>
            Add {/^[aeiou]/.test(relationNouns[kind]) ? 'an' : 'a'} {relationNouns[kind]}
          </MenuItem>
        ))}
      </SubMenu>
      <MenuItem icon={MessageSquareText} shortcut="A" onSelect={onNote}>
        Write a note
      </MenuItem>
      <MenuSeparator />
      {statement.quotes[0] && (
        <MenuItem icon={BookOpen} shortcut="T" onSelect={() => openReader(store.getState())}>
          Read it in its text
        </MenuItem>
      )}
      <MenuItem
        icon={Link}
        onSelect={() => copyLink(store, { selected: { kind: 'statement', id: statement.id } })}
      >
        Copy a link to it
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Waypoints} onSelect={onConnect}>
        Connect to a statement…
      </MenuItem>
      <MenuItem icon={Split} onSelect={onPut}>
        Put on a position…
      </MenuItem>
      <MenuItem icon={Pencil} shortcut="F2" onSelect={onReword}>
        Reword
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} shortcut="Del" danger onSelect={() => deleteStatement(statement.id)}>
        Delete
      </MenuItem>
    </Menu>
  )
}

/** What puts right what the parser made of a statement: its words, its kind. */
export function CorrectMenu({ statement, onReword }: { statement: Statement; onReword(): void }) {
  const { changeKind } = useActions()
  const announce = useAnnounce()
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="link">
          {statement.madeBy === 'person' ? 'Change' : 'Correct'}
          <Icon icon={ChevronDown} size={11} />
        </Button>
      }
    >
      <MenuItem icon={Pencil} shortcut="F2" onSelect={onReword}>
        Reword
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label="Kind"
        value={statement.kind}
        options={kindOptions}
        onChange={(kind) => {
          changeKind(statement.id, kind)
          announce(`Now a ${kind}.`)
        }}
      />
    </Menu>
  )
}
