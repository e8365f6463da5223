import { ArrowLeft, Ellipsis, Scissors, UserCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { relationSigns } from '../cards/signs'
import { trimToWords } from '../cards/textFit'
import { type DebateIndex, indexOf } from '../graph/debateIndex'
import type { Debate, Relation, Statement } from '../model/debate'
import type { Id } from '../model/schema'
import { relationPassives, relationVerbs } from '../model/words'
import { useDebate } from '../store'
import type { Selection } from '../store/selection'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { PanelSection } from '../ui/Panel'
import styles from './inspector.module.css'
import { LinkMenu } from './LinkMenu'
import { Unsure, wasInWords } from './ReadBy'
import { capital, linkInWords, placeOf } from './words'

/** A link as it looks from one of its ends. */
interface LinkSeen {
  relation: Relation
  verb: string
  comesIn: boolean
  /** Where it leads from here, and the words there. */
  goes: Selection
  from: string
  words: string
}

/** How many links are listed before the rest folds. */
const listed = 8

/** What a statement does to others, and they to it: the verb first, then where, then the words. */
export function Links({ statement, at }: { statement: Statement; at?: number }) {
  const debate = useDebate((state) => state.debate)
  const [isUnfolded, setUnfolded] = useState(false)
  const links = useMemo(() => linksOf(debate, statement.id), [debate, statement.id])
  if (links.length === 0) return null

  const shown = isUnfolded ? links : links.slice(0, at ?? listed)
  const more = links.length - shown.length
  return (
    <PanelSection title="Links" aside={links.length}>
      <ul className={styles.links}>
        {shown.map((link) => (
          <LinkRow key={`${link.relation.id} ${link.comesIn}`} link={link} />
        ))}
      </ul>
      {more > 0 && (
        <Button variant="link" className={styles.more} onClick={() => setUnfolded(true)}>
          {more} more
        </Button>
      )}
    </PanelSection>
  )
}

function LinkRow({ link }: { link: LinkSeen }) {
  const select = useDebate((state) => state.select)
  const hint = useDebate((state) => state.hint)
  const debate = useDebate((state) => state.debate)
  const { relation, verb, comesIn, goes, from, words } = link
  const { icon, tone } = relationSigns[relation.kind]
  const undercuts = indexOf(debate).undercutsOf(relation.id).length
  return (
    <li className={styles.link}>
      <button
        type="button"
        className={styles.linkGo}
        aria-label={`${verb} ${from}: ${words}`}
        onClick={() => select(goes)}
        onPointerEnter={() => hint({ kind: 'relation', id: relation.id })}
        onPointerLeave={() => hint(null)}
      >
        <span className={classes(styles.linkSign, tone)}>
          <Icon icon={comesIn ? ArrowLeft : icon} />
        </span>
        <span className={styles.linkHead}>
          <b className={tone}>{verb}</b> <span>{from}</span>
          {relation.reviewed ? (
            <span className={styles.sign}>
              <Icon icon={UserCheck} size={12} />
              {wasInWords(relation)?.toLowerCase() ?? 'checked'}
            </span>
          ) : (
            <Unsure confidence={relation.confidence} rule={relation.because[0]?.rule} isInButton />
          )}
          {undercuts > 0 && (
            <span className={classes(styles.sign, 'against')}>
              <Icon icon={Scissors} size={12} />
              undercut
            </span>
          )}
        </span>
        <span className={styles.linkWords}>{trimToWords(words, 130)}</span>
      </button>
      <LinkMenu
        relation={relation}
        trigger={
          <IconButton
            className={styles.linkMore}
            label={`More about the link: ${verb} ${from}`}
            icon={Ellipsis}
            size={14}
          />
        }
      />
    </li>
  )
}

/** The links of a statement: what it does, what is done to it, and the undercuts of what it does. */
function linksOf(debate: Debate, statement: Id): LinkSeen[] {
  const index = indexOf(debate)
  const out = index.relationsFrom(statement)
  return [
    ...out.flatMap((relation) => goingOut(debate, relation)),
    ...index.relationsTo(statement).flatMap((relation) => comingIn(debate, relation)),
    ...out.flatMap((relation) => undercutsOf(debate, index, relation)),
  ]
}

function goingOut(debate: Debate, relation: Relation): LinkSeen[] {
  const verb = capital(relationVerbs[relation.kind])
  const target = debate.statements.get(relation.to)
  if (target)
    return [
      {
        relation,
        verb,
        comesIn: false,
        goes: { kind: 'statement', id: target.id },
        from: placeOf(debate, target) ?? '',
        words: target.text,
      },
    ]
  const link = debate.relations.get(relation.to)
  if (!link) return []
  const words = linkInWords(debate, link)
  const goes: Selection = { kind: 'relation', id: link.id }
  return [{ relation, verb, comesIn: false, goes, from: 'the link', words }]
}

function comingIn(debate: Debate, relation: Relation): LinkSeen[] {
  const other = debate.statements.get(relation.from)
  if (!other) return []
  return [
    {
      relation,
      verb: capital(relationPassives[relation.kind]),
      comesIn: true,
      goes: { kind: 'statement', id: other.id },
      from: placeOf(debate, other) ?? '',
      words: other.text,
    },
  ]
}

/** The undercuts of a link, told from the statement that makes the link. */
function undercutsOf(debate: Debate, index: DebateIndex, denied: Relation): LinkSeen[] {
  return index.undercutsOf(denied.id).flatMap((relation) =>
    comingIn(debate, relation).map((seen) => ({
      ...seen,
      verb: `Its link undercut by`,
    })),
  )
}

/** The undercuts that deny a link, as the inspector of the link lists them. */
export function Undercuts({ relation }: { relation: Relation }) {
  const debate = useDebate((state) => state.debate)
  const links = useMemo(
    () =>
      indexOf(debate)
        .undercutsOf(relation.id)
        .flatMap((undercut) => comingIn(debate, undercut)),
    [debate, relation.id],
  )
  if (links.length === 0) return null
  return (
    <PanelSection title="Undercuts" aside={links.length}>
      <ul className={styles.links}>
        {links.map((link) => (
          <LinkRow key={link.relation.id} link={link} />
        ))}
      </ul>
    </PanelSection>
  )
}
