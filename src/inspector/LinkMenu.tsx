import {
  BookOpen,
  Link as LinkIcon,
  Scissors,
  SquareArrowOutUpRight,
  Trash2,
  UserCheck,
} from 'lucide-react'
import type { ReactElement } from 'react'
import { relationSigns } from '../cards/signs'
import type { Relation, RelationKind } from '../model/debate'
import { relationVerbs } from '../model/words'
import { useActions, useDebate, useDebateStore } from '../store'
import { copyLink } from '../store/copyLink'
import { openReader } from '../store/ties'
import { Menu, MenuChoice, MenuItem, MenuSeparator, SubMenu } from '../ui/Menu'
import { useAnnounce } from './Announcer'
import { canConfirm } from './ReadBy'
import { capital } from './words'

/** The kinds that a link between two statements can be of. An undercut is none: it goes to a link. */
export const linkKinds = [
  'supports',
  'rebuts',
  'concedes',
  'clarifies',
  'answers',
] as const satisfies readonly RelationKind[]

/** The kinds of link as the options of a choice. */
export const linkKindOptions = linkKinds.map((kind) => ({
  value: kind,
  label: capital(relationVerbs[kind]),
  icon: relationSigns[kind].icon,
}))

export interface LinkMenuProps {
  relation: Relation
  trigger: ReactElement
  /** Whether the link can be gone to from here; not where it is shown already. */
  goes?: boolean
}

/** What can be done with a link: go to it, confirm it, change what it does, undercut it, delete it. */
export function LinkMenu({ relation, trigger, goes = true }: LinkMenuProps) {
  const { confirm, changeLink, deleteLink } = useActions()
  const store = useDebateStore()
  const select = useDebate((state) => state.select)
  const showDialog = useDebate((state) => state.showDialog)
  const announce = useAnnounce()
  const { id, kind } = relation
  const read = () => {
    select({ kind: 'relation', id })
    openReader(store.getState())
  }
  return (
    <Menu trigger={trigger}>
      {goes && (
        <MenuItem icon={SquareArrowOutUpRight} onSelect={() => select({ kind: 'relation', id })}>
          Show this link
        </MenuItem>
      )}
      {canConfirm(relation) && (
        <MenuItem
          icon={UserCheck}
          onSelect={() => {
            confirm('relations', id)
            announce('Link confirmed.')
          }}
        >
          Confirm
        </MenuItem>
      )}
      {kind !== 'undercuts' && (
        <SubMenu label="Change what it does" icon={relationSigns[kind].icon}>
          <MenuChoice
            label="It…"
            value={kind}
            options={linkKindOptions}
            onChange={(next) => {
              changeLink(id, next)
              announce(`The link now ${relationVerbs[next]}.`)
            }}
          />
        </SubMenu>
      )}
      <MenuItem
        icon={Scissors}
        onSelect={() =>
          showDialog({
            kind: 'addStatement',
            answers: { kind: 'relation', id },
            link: 'undercuts',
          })
        }
      >
        Undercut it…
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={BookOpen} onSelect={read}>
        Read it in its text
      </MenuItem>
      <MenuItem
        icon={LinkIcon}
        onSelect={() => copyLink(store, { selected: { kind: 'relation', id } })}
      >
        Copy a link to it
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => deleteLink(id)}>
        Delete the link
      </MenuItem>
    </Menu>
  )
}
