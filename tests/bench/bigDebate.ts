import type { Debate, RelationKind, Side } from '../../src/model/debate'
import { debateWith, position, relation, stance, statement } from '../support/debate'
import { seeded } from './debateText'

const linkKinds: readonly RelationKind[] = ['rebuts', 'supports', 'answers', 'rebuts', 'concedes']
const sides: readonly Side[] = ['for', 'against', 'for', 'neutral', 'against']

/** A debate of so many statements, shaped like a real one: hubs, chains of replies, and some links that cross.
 * With `perPosition` as large as `size` all of it is said on one position. */
export function bigDebate(size: number, perPosition = 40): Debate {
  const random = seeded(size)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const positions = Array.from({ length: Math.max(1, Math.round(size / perPosition)) }, (_, at) =>
    position(`p${at}`, `Position ${at}`, `Theme ${at % 5}`),
  )
  const statements = Array.from({ length: size }, (_, at) =>
    statement(
      at % 3 ? 'rebuttal' : 'claim',
      `s${at}`,
      `Statement ${at} says that ${'gradient descent shapes goals '.repeat(1 + (at % 4))}slowly.`,
    ),
  )
  // A third opens a thread; the rest answer something said shortly before; a few links cross over.
  const relations = statements.flatMap(({ id }, at) => {
    if (at % 3 === 0) return []
    const near = `s${Math.max(0, at - 1 - Math.floor(random() * 3))}`
    const links = [relation(`r${at}`, id, pick(linkKinds), near)]
    if (random() < 0.15 && at > 20)
      links.push(relation(`x${at}`, id, 'rebuts', `s${Math.floor(random() * (at - 10))}`))
    return links
  })
  const stances = statements.map(({ id }, at) =>
    stance(`st${at}`, id, pick(sides), `p${Math.floor((at * positions.length) / size)}`),
  )
  return debateWith({ title: `${size} statements`, positions, statements, relations, stances })
}
