import type { Debate } from '../model/debate'
import type { Id } from '../model/schema'
import {
  inOrder,
  type LaneName,
  type Lanes,
  type Lodger,
  lanesOf,
  lodgersOf,
  type Standing,
} from './lanes'
import { planLane } from './rows'

/** How many rows of a lane are shown at once. */
export const rowsShown = 5

const known = new WeakMap<Debate, Map<Id, Lanes>>()

/**
 * The lanes of a position with every row used: nobody who takes a side is folded away while a row of it is empty.
 *
 * Whoever would be folded beneath others stands directly in the lane of its side, as far as that has rows left,
 * what matters most first. Objections that would stand behind a card of the for lane come over as well.
 * While a position stays open those who stood directly go on doing so: `before` says how it was opened.
 */
export function seatedLanes(debate: Debate, position: Id, before?: Standing): Lanes {
  if (before) return inOrder(lanesOf(debate, position, before.direct), before)
  const cache = known.get(debate) ?? new Map<Id, Lanes>()
  known.set(debate, cache)
  const seated = cache.get(position) ?? seat(debate, position)
  cache.set(position, seated)
  return seated
}

function seat(debate: Debate, position: Id): Lanes {
  const lodgers = lodgersOf(debate, position)
  const lifted = new Set<Id>()
  let lanes = lanesOf(debate, position)
  // Each of them brings along what stands beneath it, so look again after every one.
  for (;;) {
    const { seen, behind } = shownIn(lanes)
    const next =
      firstWithRoom(lanes, lodgers, ({ id }) => !seen.has(id)) ??
      firstWithRoom(lanes, lodgers, ({ id, undercuts }) => behind.has(id) && !undercuts)
    if (!next) return lanes
    lifted.add(next)
    lanes = lanesOf(debate, position, lifted)
  }
}

/** The first of these statements whose own lane has a row left. */
function firstWithRoom(
  lanes: Lanes,
  lodgers: readonly Lodger[],
  isWanted: (lodger: Lodger) => boolean,
): Id | null {
  const hasRoom = (lane: LaneName) => lanes[lane].length < rowsShown
  return lodgers.find((one) => hasRoom(one.side) && isWanted(one))?.id ?? null
}

/** Who is shown beside the card it answers or backs up, or directly; and which objections stand so behind the for lane. */
function shownIn(lanes: Lanes) {
  const seen = new Set<Id>()
  const behind = new Set<Id>()
  for (const lane of ['for', 'against'] as const) {
    const { shown, rows } = planLane(lanes[lane], rowsShown)
    for (const { id, beneath } of shown) {
      seen.add(id)
      for (const child of beneath)
        if (rows.has(child.id)) {
          seen.add(child.id)
          if (lane === 'for' && child.side === 'against') behind.add(child.id)
        }
    }
  }
  return { seen, behind }
}
