import type { Step } from '../../model/change'
import { titled } from '../../model/clip'
import type { Source, Statement } from '../../model/debate'
import { unsettledIn } from '../../model/unsettled'
import type { DebateStore } from '../../store'
import { counted } from '../counts'

/** Makes the step that brings texts into the map, says what came, and offers the way to it. */
export function addToMap(store: DebateStore, step: Step): void {
  const { debate: before, edit, notify } = store.getState()
  const wasThere = (id: string) => before.sources.has(id)
  const statements = recordsOf<Statement>(step, 'statements').filter(
    ({ id }) => !before.statements.has(id),
  )
  const sources = recordsOf<Source>(step, 'sources').filter(
    ({ supersededBy }) => supersededBy === undefined,
  )
  const added = sources.filter(({ id }) => !wasThere(id))
  edit(step)

  const { debate } = store.getState()
  const texts = new Set((added.length > 0 ? added : sources).map(({ id }) => id))
  const news = statements
    .filter(({ quotes }) => texts.has(quotes[0]?.source ?? ''))
    .sort((a, b) => (a.quotes[0]?.start ?? 0) - (b.quotes[0]?.start ?? 0))
  const stanceOf = new Map(
    [...debate.stances.values()].map(({ statement, position }) => [statement, position]),
  )
  const first = news.find(({ id }) => stanceOf.has(id)) ?? news[0]
  const [source] = added.length > 0 ? added : sources
  const what =
    added.length > 1
      ? `${counted(added.length, 'text')} are in the map`
      : added.length === 1
        ? `${titled(source?.title ?? '')} is in the map`
        : `${titled(source?.title ?? '')} was read again`
  const show = () => {
    if (!first) return
    store.getState().openOnCanvas(stanceOf.get(first.id) ?? null)
    store.getState().select({ kind: 'statement', id: first.id })
  }
  const unsettled = unsettledIn(debate).filter(({ source }) => texts.has(source.id)).length
  const settle = () => store.getState().showDialog({ kind: 'settle' })
  const says = `${what}, with ${counted(news.length, 'new statement')}.`
  if (unsettled > 0)
    notify(`${says} ${counted(unsettled, 'quote')} to settle.`, {
      action: { label: 'Settle', run: settle },
    })
  else notify(says, first ? { action: { label: 'Show the first', run: show } } : {})
}

const recordsOf = <R>(step: Step, kind: 'sources' | 'statements'): R[] =>
  step.changes.flatMap((change) =>
    change.kind === kind && change.record ? [change.record as R] : [],
  )
