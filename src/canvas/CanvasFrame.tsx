import type { ReactNode } from 'react'
import { ReactFlowProvider } from 'reactflow'

/** Lets the canvas, the minimap and what stands around them see one view of the map. */
export function CanvasFrame({ children }: { children: ReactNode }) {
  return <ReactFlowProvider>{children}</ReactFlowProvider>
}
