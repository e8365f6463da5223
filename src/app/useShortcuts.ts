import { useEffect } from 'react'
import { readUnmapped } from '../reader/unmapped'
import { type DebateStore, useDebateStore } from '../store'
import { showsInspector } from '../store/sessionSlice'
import { toggleReader } from '../store/ties'
import { isElsewhere } from '../ui/elsewhere'

/** The keys that work everywhere but in a text field. The canvas has its own on top. */
export function useShortcuts(announce: (text: string) => void) {
  const store = useDebateStore()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || store.getState().dialog) return
      const press = pressOf(event)
      if (press === 'mod+s') {
        event.preventDefault()
        void store.getState().saveNow()
        return
      }
      if (isElsewhere(event.target)) return
      const act = keys[press]
      if (!act) return
      event.preventDefault()
      selectFocused(store, event.target)
      act(store, announce)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [store, announce])
}

/** Takes back the last step, and says so. */
export function undo(store: DebateStore, announce: (text: string) => void) {
  const { undoName, undo } = store.getState()
  if (!undoName) return announce('There is nothing to undo.')
  undo()
  announce(`Undone: ${undoName}.`)
}

/** Makes again the step that was taken back last, and says so. */
export function redo(store: DebateStore, announce: (text: string) => void) {
  const { redoName, redo } = store.getState()
  if (!redoName) return announce('There is nothing to redo.')
  redo()
  announce(`Redone: ${redoName}.`)
}

type Act = (store: DebateStore, announce: (text: string) => void) => unknown

const keys: Record<string, Act> = {
  'mod+z': undo,
  'mod+shift+z': redo,
  'mod+y': redo,
  s: (store) => answer(store, 'supports'),
  r: (store) => answer(store, 'rebuts'),
  u: (store) => answer(store, 'undercuts'),
  t: (store) => toggleReader(store.getState()),
  i: (store) => store.getState().putInspectorAway(showsInspector(store.getState())),
  ']': (store) => readUnmapped(store, 1),
  '[': (store) => readUnmapped(store, -1),
  c: (store) => store.getState().setReviewing(true),
  n: (store) => store.getState().showDialog({ kind: 'addStatement' }),
  escape: (store) => store.getState().stepOut(),
  '?': (store) => store.getState().showDialog({ kind: 'keys' }),
  delete: (store) => store.getState().actions.deleteSelected(),
  backspace: (store) => store.getState().actions.deleteSelected(),
}

/** Opens the form for a reply to what is selected: a statement, or, to undercut it, a link. */
function answer(store: DebateStore, link: 'supports' | 'rebuts' | 'undercuts') {
  const { selected, showDialog, notify } = store.getState()
  const target = link === 'undercuts' ? 'relation' : 'statement'
  if (selected?.kind === target) showDialog({ kind: 'addStatement', answers: selected, link })
  else
    notify(
      link === 'undercuts'
        ? 'Select the link to undercut first.'
        : 'Select the statement to answer first.',
      { tone: 'hint' },
    )
}

/** A key press as a word: "mod+shift+z"; mod is Command on a Mac and Control elsewhere. */
function pressOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (event.altKey) return ''
  // A sign like ? is itself; the Shift that made it says nothing more.
  const shift = event.shiftKey && (mod || key.length > 1)
  return [mod && 'mod', shift && 'shift', key].filter(Boolean).join('+')
}

/** Selects the statement whose card has the focus: a key acts on what a person sees marked. */
function selectFocused(store: DebateStore, target: EventTarget | null) {
  const card = target instanceof HTMLElement ? target.closest('[data-card]') : null
  const id = card?.getAttribute('data-card')
  if (id && store.getState().debate.statements.has(id))
    store.getState().select({ kind: 'statement', id })
}
