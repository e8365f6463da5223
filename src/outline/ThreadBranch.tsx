import { EmptyPlace } from '../cards/EmptyPlace'
import { StatementCard } from '../cards/StatementCard'
import { Icon, relationSigns } from '../cards/signs'
import { indexOf } from '../graph/debateIndex'
import { hasNoReply, isObjection, repliesTo } from '../graph/replies'
import { sidesOn } from '../graph/tally'
import type { Branch } from '../graph/threads'
import { whereaboutsOf } from '../graph/whereabouts'
import type { Id } from '../model/schema'
import { relationPassives } from '../model/words'
import { useDebate } from '../store'
import styles from './outline.module.css'

/** A statement and, indented beneath it, what is linked to it. */
export function ThreadBranch({ branch, position }: { branch: Branch; position: Id }) {
  const debate = useDebate((state) => state.debate)
  const statement = debate.statements.get(branch.statement)
  const isSelected = useDebate((state) => state.selected?.id === branch.statement)
  const select = useDebate((state) => state.select)
  const showDialog = useDebate((state) => state.showDialog)
  if (!statement) return null

  const { id } = statement
  const side = sidesOn(debate, position).get(id) ?? 'neutral'
  const unanswered = isObjection(statement, side) && hasNoReply(debate, id)
  const answer = () =>
    showDialog({ kind: 'addStatement', answers: { kind: 'statement', id }, link: 'rebuts' })
  return (
    <li>
      {branch.link && (
        <p className={`${styles.how} ${relationSigns[branch.link.kind].tone}`}>
          <Icon icon={relationSigns[branch.link.kind].icon} />
          {relationPassives[branch.link.kind]}
        </p>
      )}
      <StatementCard
        statement={statement}
        facts={{
          on: { title: debate.positions.get(position)?.title ?? '', side },
          answers: repliesTo(debate, id).length,
          unanswered,
        }}
        where={whereaboutsOf(debate, statement)?.place ?? null}
        notes={indexOf(debate).annotationsOn(id).length}
        selected={isSelected}
        onSelect={() => select({ kind: 'statement', id })}
      />
      {unanswered && (
        <div className={styles.missing}>
          <EmptyPlace shortcut="" name={`Answer: ${statement.text}`} onFill={answer} />
        </div>
      )}
      {branch.branches.length > 0 && (
        <ul className={styles.replies}>
          {branch.branches.map((reply) => (
            <ThreadBranch key={reply.statement} branch={reply} position={position} />
          ))}
        </ul>
      )}
    </li>
  )
}
