import { useCallback, useState } from 'react'
import type { FinalConnectionState } from 'reactflow'
import type { RelationKind } from '../model/debate'
import type { Id, Point } from '../model/schema'
import { useActions, useDebate } from '../store'
import styles from './Canvas.module.css'
import { LinkMenu } from './LinkMenu'

/** Drawing a link: from a handle with the mouse, or from a card by key or menu, and the question what it does. */
export function useLinking() {
  const { connect } = useActions()
  const from = useDebate((state) => state.linkingFrom)
  const startLinking = useDebate((state) => state.startLinking)
  const [asked, setAsked] = useState<{ from: Id; to: Id; at: Point } | null>(null)

  const close = useCallback(() => {
    setAsked(null)
    startLinking(null)
  }, [startLinking])

  const onConnectEnd = (event: MouseEvent | TouchEvent, { fromNode }: FinalConnectionState) => {
    const at = 'changedTouches' in event ? event.changedTouches[0] : event
    if (!at || !fromNode) return
    const under = document.elementFromPoint(at.clientX, at.clientY)
    const to = under?.closest('.react-flow__node-statement')?.getAttribute('data-id')
    const link = under?.closest('.react-flow__edge')?.getAttribute('data-id')
    if (to && to !== fromNode.id)
      setAsked({ from: fromNode.id, to, at: { x: at.clientX, y: at.clientY } })
    else if (link) connect(fromNode.id, link, 'undercuts')
  }

  return {
    isLinking: from !== null,
    onConnectEnd,
    /** Makes a card or link the other end of the link being drawn; false where none is. */
    end(target: Id, kind: 'statement' | 'relation', at: Point): boolean {
      if (!from) return false
      if (kind === 'relation') {
        connect(from, target, 'undercuts')
        startLinking(null)
      } else if (target !== from) setAsked({ from, to: target, at })
      return true
    },
    menu: asked && (
      <LinkMenu
        at={asked.at}
        onClose={close}
        onChoose={(kind: RelationKind) => {
          connect(asked.from, asked.to, kind)
          close()
        }}
      />
    ),
    hint: from && (
      <p className={styles.hint} role="status">
        Choose the statement this answers. <kbd>Esc</kbd> cancels
      </p>
    ),
  }
}
