import { ChevronDown, Plus, Split } from 'lucide-react'
import { useMemo } from 'react'
import { sideSigns } from '../cards/signs'
import { indexOf } from '../graph/debateIndex'
import type { Side, Stance, Statement } from '../model/debate'
import { sideWords } from '../model/words'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu'
import { PanelSection } from '../ui/Panel'
import { useAnnounce } from './Announcer'
import styles from './inspector.module.css'
import { canConfirm, Unsure, wasInWords } from './ReadBy'
import { capital } from './words'

const sides: readonly Side[] = ['for', 'against', 'neutral']

/** The sides as the options of a choice. */
export const sideOptions = sides.map((side) => ({
  value: side,
  label: capital(sideWords[side]),
  icon: sideSigns[side].icon,
}))

/** The positions a statement bears on, with its side on each, and the way to put it on one. */
export function Sides({ statement, onPut }: { statement: Statement; onPut(): void }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const stances = useMemo(
    () =>
      indexOf(debate)
        .stancesOf(statement.id)
        .filter(({ position }) => debate.positions.has(position))
        .sort((a, b) => Number(b.position === openPosition) - Number(a.position === openPosition)),
    [debate, statement.id, openPosition],
  )
  if (stances.length === 0)
    return (
      <PanelSection title="Positions">
        <p className={styles.nowhere}>On no position.</p>
        <Button icon={Split} onClick={onPut}>
          Put on a position…
        </Button>
      </PanelSection>
    )
  return (
    <PanelSection
      title="Positions"
      aside={
        <IconButton
          label="Put on a position…"
          icon={Plus}
          size={14}
          className={styles.small}
          onClick={onPut}
        />
      }
    >
      <ul>
        {stances.map((stance) => (
          <SideRow key={stance.id} stance={stance} />
        ))}
      </ul>
    </PanelSection>
  )
}

function SideRow({ stance }: { stance: Stance }) {
  const title = useDebate((state) => state.debate.positions.get(stance.position)?.title)
  const select = useDebate((state) => state.select)
  const { setStance, confirm } = useActions()
  const announce = useAnnounce()
  const { icon, tone } = sideSigns[stance.stance]
  if (title === undefined) return null

  const put = (side: Side | null) => {
    setStance(stance.statement, stance.position, side)
    announce(side ? `${capital(sideWords[side])} on ${title}.` : `Taken off ${title}.`)
  }
  return (
    <li className={styles.side}>
      <Menu
        align="start"
        trigger={
          <Button
            variant="quiet"
            className={classes(styles.sideChoice, tone)}
            aria-label={`Side on ${title}: ${sideWords[stance.stance]}`}
          >
            <Icon icon={icon} />
            {sideWords[stance.stance]}
            <Icon icon={ChevronDown} size={11} />
          </Button>
        }
      >
        <MenuChoice label="Side" value={stance.stance} options={sideOptions} onChange={put} />
        <MenuSeparator />
        {canConfirm(stance) && (
          <MenuItem
            onSelect={() => {
              confirm('stances', stance.id)
              announce('Side confirmed.')
            }}
          >
            Confirm
          </MenuItem>
        )}
        <MenuItem danger onSelect={() => put(null)}>
          Take it off this position
        </MenuItem>
      </Menu>
      <Button
        variant="link"
        className={styles.sideTitle}
        onClick={() => select({ kind: 'position', id: stance.position })}
      >
        {title}
      </Button>
      {stance.reviewed ? (
        <span className={styles.sign} title={`By ${stance.reviewed.by}`}>
          {wasInWords(stance)?.toLowerCase() ?? 'checked'}
        </span>
      ) : (
        <Unsure confidence={stance.confidence} rule={stance.because[0]?.rule} />
      )}
    </li>
  )
}
