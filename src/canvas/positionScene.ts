import { useMemo } from 'react'
import { counted } from '../cards/names'
import { sureFrom } from '../cards/StatementCard'
import { fitHeadline, fitQuote, type Measure, rowPitch, statementHeight } from '../cards/sizes'
import { indexOf } from '../graph/debateIndex'
import { around, type Box, bottom } from '../graph/geometry'
import { type Branch, standingOf, wholeBranch } from '../graph/lanes'
import { linksOf, type PositionLink, routeLinks } from '../graph/positionLinks'
import { layoutPosition, type PageView, type PositionPage } from '../graph/positionPage'
import { hasNoReply, isObjection, repliesTo } from '../graph/replies'
import { seatedLanes } from '../graph/seating'
import { placeOnCard } from '../graph/whereabouts'
import type { Debate, Statement, StatementKind } from '../model/debate'
import type { Id } from '../model/schema'
import { stateOfQuotes } from '../model/unsettled'
import { kindWords } from '../model/words'
import { farSight } from './farSight'
import {
  at,
  type CanvasEdge,
  type CanvasNode,
  type Dragging,
  dragged,
  onTop,
  type Scene,
} from './scene'

/** What the screen knows that an opened position depends on. */
export interface PositionState {
  unfolded: ReadonlySet<string>
  quotesShown: ReadonlySet<Id>
  /** The selected statement shows its whole headline. */
  selected: Id | null
}

/** An opened position as cards and links. */
export function usePositionScene(
  debate: Debate | null,
  position: Id,
  measure: Measure,
  { unfolded, quotesShown, selected }: PositionState,
  drag: Dragging,
): Scene | null {
  const fitted = useMemo(
    () => debate && fitter(debate, measure, quotesShown),
    [debate, measure, quotesShown],
  )
  const before = useStanding(debate, position)
  const page = useMemo(
    () =>
      debate &&
      fitted &&
      layoutPosition(debate, position, { ...viewOf(fitted, unfolded, measure.rem), ...before }),
    [debate, position, fitted, unfolded, measure.rem, before],
  )
  const links = useMemo(() => (debate && page ? linksOf(debate, page) : []), [debate, page])
  const boxes = useMemo(
    () => (page ? dragged(new Map(page.cards.map(({ id, box }) => [id, box])), drag) : new Map()),
    [page, drag],
  )
  const routes = useMemo(() => (page ? routeLinks(page, links, boxes) : []), [page, links, boxes])
  const grown = useMemo(
    () => grow(boxes, debate?.statements.get(selected ?? ''), measure),
    [boxes, debate, selected, measure],
  )
  return useMemo(() => {
    if (!debate || !page || !fitted) return null
    const nodes = nodesOf(debate, position, page, grown, fitted, {
      quotesShown,
      selected,
      dragged: drag?.id ?? null,
    })
    const all = [...nodes].map(({ position: { x, y }, width = 0, height = 0 }) => ({
      x,
      y,
      width,
      height,
    }))
    return {
      nodes,
      edges: routes.map((link) => edgeOf(debate, link)),
      boxes: grown,
      bounds: around(all) ?? { x: 0, y: 0, width: 100, height: 100 },
      far: farSight(debate, position, page),
      opening: null,
      position: page,
    }
  }, [debate, position, page, grown, routes, fitted, quotesShown, selected, drag])
}

/** The boxes with the selected card as high as its whole headline: it lies over what stands below it. */
function grow(
  boxes: ReadonlyMap<Id, Box>,
  statement: Statement | undefined,
  measure: Measure,
): ReadonlyMap<Id, Box> {
  const box = statement && boxes.get(statement.id)
  if (!box) return boxes
  const { lines } = fitHeadline(statement, true, measure)
  const height = Math.max(box.height, statementHeight(lines, measure.rem))
  return new Map(boxes).set(statement.id, { ...box, height })
}

/** How the statements of a position stood when it was opened: edits made since do not shuffle them. */
function useStanding(debate: Debate | null, position: Id) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the debate as it was when the position was opened.
  return useMemo(
    () => (debate ? { before: standingOf(seatedLanes(debate, position)) } : {}),
    [debate === null, position],
  )
}

/** Texts as they fit their cards, each fitted when it is first asked for. */
interface Fits {
  headline(id: Id): { text: string; height: number }
  quotes(id: Id): { words: readonly string[]; heights: readonly number[] }
}

function fitter(debate: Debate, measure: Measure, quotesShown: ReadonlySet<Id>): Fits {
  const headlines = new Map<Id, { text: string; height: number }>()
  return {
    headline(id) {
      const known = headlines.get(id)
      if (known) return known
      const statement = debate.statements.get(id)
      const { text, lines } = statement
        ? fitHeadline(statement, false, measure)
        : { text: '', lines: 1 }
      const fit = { text, height: statementHeight(lines, measure.rem) }
      headlines.set(id, fit)
      return fit
    },
    quotes(id) {
      const quotes = quotesShown.has(id) ? (debate.statements.get(id)?.quotes ?? []) : []
      const fits = quotes.map((quote) => fitQuote(quote, measure))
      return { words: fits.map(({ words }) => words), heights: fits.map(({ height }) => height) }
    },
  }
}

const viewOf = (fits: Fits, unfolded: ReadonlySet<string>, rem: number): PageView => ({
  unfolded,
  heightOf: (id) => fits.headline(id).height,
  quoteHeightOf: (id) => fits.quotes(id).heights.reduce((sum, height) => sum + height, 0),
  pitch: rowPitch(rem),
})

function nodesOf(
  debate: Debate,
  position: Id,
  page: PositionPage,
  boxes: ReadonlyMap<Id, Box>,
  fits: Fits,
  {
    quotesShown,
    selected,
    dragged,
  }: { quotesShown: ReadonlySet<Id>; selected: Id | null; dragged: Id | null },
): CanvasNode[] {
  const on = debate.positions.get(position)?.title ?? ''
  const nodes: CanvasNode[] = page.cards.map((card) => {
    const statement = debate.statements.get(card.id)
    const quotes = statement?.quotes.length ?? 0
    return {
      ...at(boxes.get(card.id) ?? card.box),
      id: card.id,
      type: 'statement',
      ...((dragged === card.id || selected === card.id) && onTop),
      data: {
        statementId: card.id,
        on,
        side: card.side,
        headline: (selected === card.id && statement?.text) || fits.headline(card.id).text,
        where: statement ? placeOnCard(debate, statement) : null,
        answers: repliesTo(debate, card.id).length,
        unanswered:
          !!statement &&
          !!card.side &&
          isObjection(statement, card.side) &&
          hasNoReply(debate, card.id),
        quote: statement ? stateOfQuotes(debate, statement) : null,
        notes: indexOf(debate).annotationsOn(card.id).length,
        hidden: card.hidden,
        unfolded: card.unfolded,
        hasQuotes: quotes > 0,
        showsQuotes: quotesShown.has(card.id),
        isDragged: dragged === card.id,
      },
    }
  })
  for (const { statement, box } of page.quotes) {
    const card = boxes.get(statement)
    const { words, heights } = fits.quotes(statement)
    nodes.push({
      ...at(card ? { ...box, x: card.x, y: bottom(card) } : box),
      id: `quotes of ${statement}`,
      type: 'quote',
      draggable: false,
      ...(selected === statement && onTop),
      data: { statementId: statement, words, heights },
    })
  }
  return [...nodes, ...signsOf(debate, page)]
}

/** What stands on the page besides cards: empty places, the lines that fold a lane, the open stack. */
function signsOf(debate: Debate, page: PositionPage): CanvasNode[] {
  const nodes: CanvasNode[] = page.empties.map(({ answers, box }) => ({
    ...at(box),
    id: `answer to ${answers}`,
    type: 'empty',
    draggable: false,
    data: {
      answers,
      says: 'Nobody has answered this.',
      invites: 'Write a reply',
      shortcut: 'R',
      name: `Nobody has answered this. Write a reply to: ${debate.statements.get(answers)?.text ?? ''}`,
    },
  }))
  for (const { lane, box } of page.vacant) {
    const says = `Nobody speaks ${lane}${lane === 'for' ? ' it' : ''}.`
    nodes.push({
      ...at(box),
      id: `nobody ${lane}`,
      type: 'empty',
      draggable: false,
      data: {
        answers: null,
        says,
        invites: 'Write a statement',
        shortcut: 'N',
        name: `${says} Write a statement`,
      },
    })
  }
  for (const { lane, count, unfolded, box } of page.strips)
    nodes.push({
      ...at(box),
      id: `rest of ${lane}`,
      type: 'strip',
      draggable: false,
      data: { lane, count, unfolded },
    })
  if (page.open) {
    const { branches, box, unfolded } = page.open
    const all = branches.flatMap(wholeBranch)
    const count = all.filter(({ side }) => side === 'neutral').length
    nodes.push({
      ...at(box),
      id: 'open stack',
      type: 'stack',
      draggable: false,
      data: { count, sideless: all.length - count, kinds: kindsOf(debate, all), unfolded },
    })
  }
  return nodes
}

/** What kinds there are, the most frequent first: "3 questions, 5 clarifications", "5 questions, 2 others". */
function kindsOf(debate: Debate, branches: readonly Branch[]): string {
  const counts = new Map<StatementKind, number>()
  for (const { id } of branches) {
    const kind = debate.statements.get(id)?.kind
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const [most, ...rest] = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => ({ count, words: counted(count, kindWords[kind].toLowerCase()) }))
  const others = rest.reduce((sum, { count }) => sum + count, 0)
  const second = rest.length === 1 ? rest[0]?.words : others > 0 && counted(others, 'other')
  return [most?.words, second].filter(Boolean).join(', ')
}

function edgeOf(debate: Debate, { relation, route, ring, passesOver }: PositionLink): CanvasEdge {
  const words = (id: Id) => debate.statements.get(id)?.text ?? 'a link'
  const verb = relation.kind.charAt(0).toUpperCase() + relation.kind.slice(1)
  const denied = debate.relations.get(relation.to)
  const to = denied
    ? `the link from ${words(denied.from)} to ${words(denied.to)}`
    : words(relation.to)
  return {
    id: relation.id,
    type: 'relation',
    source: relation.from,
    // React Flow ties lines to cards only; where an undercut really ends its route says.
    target: denied ? endOf(debate, relation.to) : relation.to,
    ariaRole: 'button',
    ariaLabel: `${verb}: ${words(relation.from)} → ${to}`,
    data: {
      relationId: relation.id,
      kind: relation.kind,
      route,
      ring,
      passesOver,
      isUnsure:
        relation.confidence !== null && relation.confidence < sureFrom && !relation.reviewed,
    },
  }
}

/** The statement at the far end of a link, through however many undercuts. */
function endOf(debate: Debate, link: Id): Id {
  let at = link
  for (let relation = debate.relations.get(at); relation; relation = debate.relations.get(at))
    at = relation.to
  return at
}
