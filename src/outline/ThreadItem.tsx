import { EmptyPlace } from '../cards/EmptyPlace'
import { StatementCard } from '../cards/StatementCard'
import { Icon, relationSigns } from '../cards/signs'
import { indexOf } from '../graph/debateIndex'
import { hasNoReply, isObjection, repliesTo } from '../graph/replies'
import { sidesOn } from '../graph/tally'
import type { Thread } from '../graph/threads'
import { placeOnCard } from '../graph/whereabouts'
import type { Id } from '../model/schema'
import { stateOfQuotes } from '../model/unsettled'
import { relationPassives } from '../model/words'
import { useDebate } from '../store'
import styles from './outline.module.css'

/** A statement and, indented beneath it, what is linked to it. */
export function ThreadItem({ thread, position }: { thread: Thread; position: Id }) {
  const debate = useDebate((state) => state.debate)
  const statement = debate.statements.get(thread.statement)
  const isSelected = useDebate((state) => state.selected?.id === thread.statement)
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
      {thread.link && (
        <p className={`${styles.how} ${relationSigns[thread.link.kind].tone}`}>
          <Icon icon={relationSigns[thread.link.kind].icon} />
          {relationPassives[thread.link.kind]}
        </p>
      )}
      <div>
        <StatementCard
          statement={statement}
          facts={{
            on: { title: debate.positions.get(position)?.title ?? '', side },
            answers: repliesTo(debate, id).length,
            unanswered,
            quote: stateOfQuotes(debate, statement),
          }}
          where={placeOnCard(debate, statement)}
          notes={indexOf(debate).annotationsOn(id).length}
          selected={isSelected}
          onSelect={() => select({ kind: 'statement', id })}
        />
      </div>
      {unanswered && (
        <div className={styles.missing}>
          <EmptyPlace shortcut="" name={`Answer: ${statement.text}`} onFill={answer} />
        </div>
      )}
      {thread.replies.length > 0 && (
        <ul className={styles.replies}>
          {thread.replies.map((reply) => (
            <ThreadItem key={reply.statement} thread={reply} position={position} />
          ))}
        </ul>
      )}
    </li>
  )
}
