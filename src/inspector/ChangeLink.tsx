import { ChevronDown } from 'lucide-react'
import type { Relation } from '../model/debate'
import { relationVerbs } from '../model/words'
import { useActions } from '../store'
import { Button, type ButtonProps } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu, MenuChoice } from '../ui/Menu'
import { useAnnounce } from './Announcer'
import { linkKindOptions } from './LinkMenu'

export interface ChangeLinkProps {
  relation: Relation
  variant: ButtonProps['variant']
}

/** Corrects what a link does: a button with the kinds to choose from. An undercut has no other kind. */
export function ChangeLink({ relation, variant = 'link' }: ChangeLinkProps) {
  const { changeLink } = useActions()
  const announce = useAnnounce()
  if (relation.kind === 'undercuts') return null
  return (
    <Menu
      align="start"
      trigger={
        <Button variant={variant}>
          {relation.madeBy === 'person' ? 'Change' : 'Correct'}
          <Icon icon={ChevronDown} size={11} />
        </Button>
      }
    >
      <MenuChoice
        label="It…"
        value={relation.kind}
        options={linkKindOptions}
        onChange={(next) => {
          changeLink(relation.id, next)
          announce(`The link now ${relationVerbs[next]}.`)
        }}
      />
    </Menu>
  )
}
