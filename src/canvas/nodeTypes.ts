import type { EdgeTypes, NodeTypes } from 'reactflow'
import { PositionNode } from './PositionNode'
import { RelationEdge } from './RelationEdge'
import { SharedEdge } from './SharedEdge'
import { StatementNode } from './StatementNode'
import { EmptyNode, LaneDotNode, QuoteNode, StackNode, StripNode } from './smallNodes'

// Made once: types made inside a component would mount every card anew.

/** The cards of the canvas by the name of their type. */
export const nodeTypes = {
  position: PositionNode,
  statement: StatementNode,
  quote: QuoteNode,
  empty: EmptyNode,
  strip: StripNode,
  stack: StackNode,
  lane: LaneDotNode,
} satisfies NodeTypes

/** The lines of the canvas by the name of their type. */
export const edgeTypes = {
  shared: SharedEdge,
  relation: RelationEdge,
} satisfies EdgeTypes
