import { Ellipsis, MessageSquareText, Scissors, UserCheck } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { relationSigns } from '../cards/signs'
import type { Relation } from '../model/debate'
import { relationVerbs } from '../model/words'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { PanelSection } from '../ui/Panel'
import { useAnnounce } from './Announcer'
import { BothEnds } from './BothEnds'
import { ChangeLink } from './ChangeLink'
import { Frame, usePlace } from './Frame'
import { groundsIn, trackRecordOf } from './grounds'
import styles from './inspector.module.css'
import { LinkMenu } from './LinkMenu'
import { Undercuts } from './Links'
import { Notes, type NotesHandle } from './Notes'
import { canConfirm, ReadBy, Unsure } from './ReadBy'
import { Why } from './Why'
import { capital } from './words'

/** A link in full: what it says, the words at both ends, and why the parser drew it. Key it by the link's id. */
export function RelationInspector({ relation }: { relation: Relation }) {
  const debate = useDebate((state) => state.debate)
  const showDialog = useDebate((state) => state.showDialog)
  const { confirm } = useActions()
  const announce = useAnnounce()
  const place = usePlace()
  const notes = useRef<NotesHandle>(null)
  const { id, kind } = relation
  const { icon, tone } = relationSigns[kind]
  const grounds = useMemo(
    () => groundsIn(debate, relation.because, relation.confidence, null),
    [debate, relation],
  )
  const records = [...new Set(relation.because.map(({ rule }) => trackRecordOf(rule)))]

  const undercut = () =>
    showDialog({ kind: 'addStatement', answers: { kind: 'relation', id }, link: 'undercuts' })
  const write = () => {
    place.setFull(true)
    requestAnimationFrame(() => notes.current?.write())
  }
  const confirmIt = () => {
    confirm('relations', id)
    announce('Link confirmed.')
  }

  return (
    <Frame
      label="Link"
      bar={
        <>
          <span className={classes(styles.barKind, tone)}>
            <Icon icon={icon} size={12} />
            {capital(relationVerbs[kind])}
          </span>
          <span className={styles.barUnsure}>
            <Unsure
              confidence={relation.reviewed ? null : relation.confidence}
              rule={relation.because[0]?.rule}
            />
          </span>
          <span className={styles.grow} />
          <LinkMenu
            relation={relation}
            goes={false}
            trigger={<IconButton label="More" icon={Ellipsis} />}
          />
        </>
      }
      actions={[
        { label: 'Undercut', icon: Scissors, onSelect: undercut },
        ...(canConfirm(relation)
          ? [{ label: 'Confirm', icon: UserCheck, onSelect: confirmIt }]
          : []),
        { label: 'Note', icon: MessageSquareText, onSelect: write },
      ]}
    >
      <BothEnds relation={relation} />
      <PanelSection>
        <ReadBy kind="relations" record={relation}>
          <ChangeLink relation={relation} variant="link" />
          <Button variant="link" onClick={undercut}>
            Undercut it…
          </Button>
        </ReadBy>
      </PanelSection>
      <Why grounds={grounds} />
      {records.some(Boolean) && (
        <PanelSection>
          {records.map((says) => says && <TrackRecord key={says} says={says} />)}
        </PanelSection>
      )}
      <Undercuts relation={relation} />
      <Notes target={id} ref={notes} />
    </Frame>
  )
}

function TrackRecord({ says }: { says: string }) {
  return <p className={styles.meta}>{says}</p>
}
