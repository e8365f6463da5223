import { nanoid } from 'nanoid'
import type { Step } from '../model/change'
import type { RelationKind, Side, StatementKind } from '../model/debate'
import * as edits from '../model/edits'
import {
  addPosition,
  deletePosition,
  editPosition,
  keepPosition,
  type PositionWords,
} from '../model/positionEdits'
import type { Id, Point } from '../model/schema'
import type { DebateSlice } from './debateSlice'
import type { SessionSlice } from './sessionSlice'
import type { SettingsSlice } from './settingsSlice'

/** What a person asked for when adding a statement. */
export interface StatementWish {
  kind: StatementKind
  text: string
  position?: { id: Id; side: Side }
  answers?: { to: Id; kind: RelationKind }
}

/** The edits of a debate as a person makes them: each is one named step, with its notice where it takes something away. */
export interface Actions {
  /** Adds a statement, selects it, and gives its id. */
  addStatement(wish: StatementWish): Id
  reword(statement: Id, text: string): void
  changeKind(statement: Id, kind: StatementKind): void
  deleteStatement(statement: Id): void
  /** Links two ends; tells the person, and changes nothing, where they cannot be linked so. */
  connect(from: Id, to: Id, kind: RelationKind): boolean
  changeLink(relation: Id, kind: RelationKind): void
  deleteLink(relation: Id): void
  /** Deletes what is selected, if it can be deleted. */
  deleteSelected(): void
  setStance(statement: Id, position: Id, side: Side | null): void
  place(places: ReadonlyMap<Id, Point>): void
  tidyUp(ids: Iterable<Id>): void
  writeNote(target: Id, note: { body: string; tags: readonly string[]; author: string }): void
  rewriteNote(annotation: Id, note: { body: string; tags: readonly string[]; author: string }): void
  deleteNote(annotation: Id): void
  /** Adds a position, selects it, and gives its id. */
  addPosition(words: PositionWords): Id
  editPosition(position: Id, words: PositionWords): void
  /** Deletes a position with the sides taken on it. Where it stands open, all positions are shown. */
  deletePosition(position: Id): void
  /** Takes on a position that was proposed. */
  keepPosition(position: Id): void
  confirm(kind: 'statements' | 'relations' | 'stances', id: Id): void
  rename(title: string): void
}

/** Makes the actions over a store's state. `now` is the clock that dates notes. */
export function createActions(
  getState: () => DebateSlice & SessionSlice & SettingsSlice,
  now: () => Date = () => new Date(),
): Actions {
  const debate = () => getState().debate
  const make = (step: Step) => getState().edit(step)
  const moment = () => now().toISOString()

  /** Makes a step that takes something away, and offers to bring it back. */
  const takeAway = (step: Step) => {
    const selected = getState().selected
    make(step)
    if (selected && step.changes.some((change) => change.id === selected.id && !change.record))
      getState().select(null)
    getState().notify(tellDeletion(step), {
      action: { label: 'Undo', run: () => getState().undo() },
    })
  }

  return {
    addStatement({ kind, text, position, answers }) {
      const id = `s-${nanoid(10)}`
      make(
        edits.addStatement(debate(), {
          id,
          kind,
          text,
          ...(position && {
            stance: { id: `st-${nanoid(10)}`, position: position.id, side: position.side },
          }),
          ...(answers && { link: { id: `r-${nanoid(10)}`, ...answers } }),
        }),
      )
      getState().select({ kind: 'statement', id })
      return id
    },
    reword: (id, text) => make(edits.rewordStatement(debate(), id, text)),
    changeKind: (id, kind) => make(edits.changeStatementKind(debate(), id, kind)),
    deleteStatement: (id) => takeAway(edits.deleteStatement(debate(), id)),
    connect(from, to, kind) {
      const id = `r-${nanoid(10)}`
      const problem = edits.linkProblem(debate(), { id, from, to, kind })
      if (problem) getState().notify(problem, { tone: 'problem' })
      else make(edits.addRelation(debate(), id, from, to, kind))
      return problem === null
    },
    changeLink(id, kind) {
      const relation = debate().relations.get(id)
      const problem = relation && edits.linkProblem(debate(), { ...relation, kind })
      if (problem) getState().notify(problem, { tone: 'problem' })
      else make(edits.changeRelationKind(debate(), id, kind))
    },
    deleteLink: (id) => takeAway(edits.deleteRelation(debate(), id)),
    deleteSelected() {
      const selected = getState().selected
      if (selected?.kind === 'statement') takeAway(edits.deleteStatement(debate(), selected.id))
      if (selected?.kind === 'relation') takeAway(edits.deleteRelation(debate(), selected.id))
    },
    setStance: (statement, position, side) =>
      make(edits.setStance(debate(), `st-${nanoid(10)}`, statement, position, side)),
    place: (places) => make(edits.placeCards(places)),
    tidyUp: (ids) => make(edits.releaseCards(debate(), ids)),
    writeNote(target, { body, tags, author }) {
      const at = moment()
      const id = `n-${nanoid(10)}`
      getState().setAuthor(author)
      make(
        edits.putAnnotation(debate(), {
          id,
          target,
          body,
          author,
          tags: [...tags],
          createdAt: at,
          updatedAt: at,
        }),
      )
    },
    rewriteNote(id, { body, tags, author }) {
      const note = debate().annotations.get(id)
      if (!note) throw new RangeError(`Cannot rewrite note ${id}: the debate has no such note`)
      getState().setAuthor(author)
      make(
        edits.putAnnotation(debate(), {
          ...note,
          body,
          author,
          tags: [...tags],
          updatedAt: moment(),
        }),
      )
    },
    deleteNote: (id) => takeAway(edits.deleteAnnotation(debate(), id)),
    addPosition(words) {
      const id = `q-${nanoid(10)}`
      make(addPosition(debate(), id, words))
      getState().select({ kind: 'position', id })
      return id
    },
    editPosition: (id, words) => make(editPosition(debate(), id, words)),
    deletePosition(id) {
      if (getState().openPosition === id) getState().openOnCanvas(null)
      takeAway(deletePosition(debate(), id))
    },
    keepPosition: (id) => make(keepPosition(debate(), id)),
    confirm: (kind, id) =>
      make(edits.confirmReading(debate(), kind, id, getState().author || 'a reader', moment())),
    rename: (title) => make(edits.renameMap(debate(), title)),
  }
}

/** What a step has taken away, counted: "Deleted 1 statement and 5 links". */
export function tellDeletion(step: Step): string {
  const count = (kind: string) =>
    step.changes.filter((change) => change.kind === kind && change.record === null).length
  const positions = count('positions')
  const parts = [
    plural(positions, 'position'),
    plural(count('statements'), 'statement'),
    plural(count('relations'), 'link'),
    // The sides of a statement go without saying.
    plural(positions && count('stances'), 'side'),
    plural(count('annotations'), 'note'),
  ].filter((part) => part !== null)
  return `Deleted ${new Intl.ListFormat('en').format(parts)}.`
}

const plural = (n: number, noun: string) => (n === 0 ? null : `${n} ${noun}${n === 1 ? '' : 's'}`)
