import { useCallback } from 'react'
import { type Doubt, doubtOf } from '../graph/whoseWords'
import type { Debate } from '../model/debate'
import { quoteProblem, wordsProblem } from '../model/quoteEdits'
import type { Id, SourceSpan } from '../model/schema'
import { useDebateStore } from '../store'
import type { Selection } from '../store/selection'

/** What can be made of picked words. */
export type PickAct = 'claim' | 'rebut' | 'support' | 'quote' | 'note'

/** The keys that act on picked words. Elsewhere the same keys act on the selected statement. */
export const pickKeys: Readonly<Record<PickAct, string>> = {
  claim: 'N',
  rebut: 'R',
  support: 'S',
  quote: 'Q',
  note: 'A',
}

/** Why something cannot be made of picked words, as a sentence; null where it can. `doubt` is what `doubtOf` says of them. */
export function whyNot(
  act: PickAct,
  debate: Debate,
  picked: SourceSpan,
  doubt: Doubt | null,
  selected: Selection | null,
): string | null {
  if (doubt?.isBar) return doubt.says
  if (act === 'claim' || act === 'note') return wordsProblem(debate, picked)
  const target = targetOf(debate, selected)
  if (target === null) return needs[act]
  return act === 'quote' ? quoteProblem(debate, target, picked) : wordsProblem(debate, picked)
}

const needs = {
  rebut: 'Select the statement to rebut first, on the map or in the text.',
  support: 'Select the statement to support first, on the map or in the text.',
  quote: 'Select the statement to quote these words for first, on the map or in the text.',
}

/** The statement that picked words can answer or be quoted for: the selected one. */
export const targetOf = (debate: Debate, selected: Selection | null): Id | null =>
  selected?.kind === 'statement' && debate.statements.has(selected.id) ? selected.id : null

/** Gives a way to make something of the picked words; where it cannot be made, the person is told why. */
export function usePickActs(): (act: PickAct) => void {
  const store = useDebateStore()
  return useCallback(
    (act) => {
      const { picked, debate, selected, showDialog, notify, actions, pick } = store.getState()
      if (!picked) return
      const problem = whyNot(act, debate, picked, doubtOf(debate, picked), selected)
      if (problem) return notify(problem, { tone: 'hint' })
      const form = { kind: 'addStatement', words: picked } as const
      if (act === 'claim') return showDialog(form)
      if (act === 'note') return showDialog({ ...form, note: true })
      const target = targetOf(debate, selected)
      if (target === null) return
      if (act === 'quote') {
        if (actions.addQuote(target, picked)) pick(null)
        return
      }
      const link = act === 'rebut' ? 'rebuts' : 'supports'
      showDialog({ ...form, answers: { kind: 'statement', id: target }, link })
    },
    [store],
  )
}
