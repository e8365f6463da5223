import { nanoid } from 'nanoid'
import { keepQuote, settleAll, settleQuote } from '../model/anchorEdits'
import type { Step } from '../model/change'
import { clip, titled } from '../model/clip'
import type { Judged, Quote, RelationKind, Side, StatementKind } from '../model/debate'
import * as edits from '../model/edits'
import { applyOperation, decidedOn, isReading, type Judgement } from '../model/operations'
import {
  addPosition,
  deletePosition,
  editPosition,
  keepPosition,
  type PositionWords,
} from '../model/positionEdits'
import { addFromWords, addQuote, overlapping, quoteProblem, removeQuote } from '../model/quoteEdits'
import type { Id, Point, SourceSpan } from '../model/schema'
import type { Unsettled } from '../model/unsettled'
import { type Applied, restoreRejected } from '../model/verdicts'
import type { DebateSlice } from './debateSlice'
import type { SessionSlice } from './sessionSlice'
import type { SettingsSlice } from './settingsSlice'

/** What a person asked for when adding a statement. */
export interface StatementWish {
  kind: StatementKind
  text: string
  position?: { id: Id; side: Side }
  answers?: { to: Id; kind: RelationKind }
  /** The words of a text that it is made from; without them it is in a person's own. */
  words?: SourceSpan
  /** What is noted on it in the same go. Only with words. */
  note?: NoteWords
}

/** What a person writes in the margin, and who signs it. */
export interface NoteWords {
  body: string
  tags: readonly string[]
  author: string
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
  /** Adds words of a text to the quotes of a statement; tells the person where they cannot be, and where they overlap others. */
  addQuote(statement: Id, words: SourceSpan): boolean
  /** Takes a quote from a statement, and offers to bring it back. */
  removeQuote(statement: Id, quote: SourceSpan): void
  /** Moves a quote to the words at a place: a person says that these are the words. */
  settleQuote(statement: Id, quote: Quote, place: SourceSpan): void
  /** Moves several quotes, each to the first of its places. */
  settleAll(all: readonly Unsettled[]): void
  /** Leaves a quote on the words as they were. */
  keepQuote(statement: Id, quote: Quote): void
  writeNote(target: Id, note: NoteWords): void
  rewriteNote(annotation: Id, note: NoteWords): void
  deleteNote(annotation: Id): void
  /** Adds a position, selects it, and gives its id. */
  addPosition(words: PositionWords): Id
  editPosition(position: Id, words: PositionWords): void
  /** Deletes a position with the sides taken on it. Where it stands open, all positions are shown. */
  deletePosition(position: Id): void
  /** Takes on a position that was proposed. */
  keepPosition(position: Id): void
  confirm(kind: Judged, id: Id): void
  /**
   * Does something about what the parser made, and keeps it as a verdict of the reader. Tells the person, and changes
   * nothing, where it cannot be done; gives whether it was.
   */
  judge(judgement: Judgement): boolean
  /** Brings back what a verdict has taken out of the map. */
  restore(verdict: Id): boolean
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
  const newNote = ({ body, tags, author }: NoteWords) => {
    const at = moment()
    return { id: `n-${nanoid(10)}`, body, author, tags: [...tags], createdAt: at, updatedAt: at }
  }

  /** The step of a judgement, by whoever reads here. */
  const judged = (judgement: Judgement): Applied => {
    const number = String(debate().verdicts.size + 1).padStart(5, '0')
    return applyOperation(debate(), decidedOn(debate(), judgement), {
      id: `v-${number}-${nanoid(6)}`,
      by: getState().author || 'a reader',
      at: moment(),
      as: 'person',
    })
  }
  const makeApplied = (applied: Applied): boolean => {
    if (applied.ok) make(applied.step)
    else getState().notify(applied.problem, { tone: 'problem' })
    return applied.ok
  }
  const judge = (judgement: Judgement): boolean => makeApplied(judged(judgement))

  /** Deletes a statement or a link. What the parser made is rejected with that. */
  const remove = (what: 'statements' | 'relations', id: Id) => {
    const step =
      what === 'statements'
        ? edits.deleteStatement(debate(), id)
        : edits.deleteRelation(debate(), id)
    const applied = isReading(edits.found(debate(), what, id))
      ? judged({ do: 'reject', what, id })
      : null
    takeAway(applied?.ok ? { ...applied.step, name: step.name } : step)
  }

  const tellDone = (text: string) =>
    getState().notify(text, { action: { label: 'Undo', run: () => getState().undo() } })

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
    addStatement({ kind, text, position, answers, words, note }) {
      const id = `s-${nanoid(10)}`
      const wish = {
        id,
        kind,
        text,
        ...(position && {
          stance: { id: `st-${nanoid(10)}`, position: position.id, side: position.side },
        }),
        ...(answers && { link: { id: `r-${nanoid(10)}`, ...answers } }),
      }
      if (note) getState().setAuthor(note.author)
      make(
        words
          ? addFromWords(debate(), { ...wish, words, ...(note && { note: newNote(note) }) })
          : edits.addStatement(debate(), wish),
      )
      getState().select({ kind: 'statement', id })
      return id
    },
    reword(id, text) {
      const step = edits.rewordStatement(debate(), id, text)
      const isJudged = step.changes.length > 0 && isReading(edits.found(debate(), 'statements', id))
      if (isJudged) judge({ do: 'headline', statement: id, text: text.trim() })
      else make(step)
    },
    changeKind(id, kind) {
      const step = edits.changeStatementKind(debate(), id, kind)
      const isJudged = step.changes.length > 0 && isReading(edits.found(debate(), 'statements', id))
      if (isJudged) judge({ do: 'kind', statement: id, kind })
      else make(step)
    },
    deleteStatement: (id) => remove('statements', id),
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
      else if (relation && relation.kind !== kind && isReading(relation))
        judge({ do: 'link', relation: id, kind })
      else make(edits.changeRelationKind(debate(), id, kind))
    },
    deleteLink: (id) => remove('relations', id),
    deleteSelected() {
      const selected = getState().selected
      if (selected?.kind === 'statement') remove('statements', selected.id)
      if (selected?.kind === 'relation') remove('relations', selected.id)
    },
    setStance(statement, position, side) {
      const present = [...debate().stances.values()].filter(
        (stance) => stance.statement === statement && stance.position === position,
      )
      const [stance] = present
      const step = edits.setStance(debate(), `st-${nanoid(10)}`, statement, position, side)
      const isJudged = present.length === 1 && step.changes.length > 0
      if (!stance || !isJudged || !isReading(stance)) make(step)
      else if (side === null) judge({ do: 'reject', what: 'stances', id: stance.id })
      else judge({ do: 'side', stance: stance.id, side })
    },
    place: (places) => make(edits.placeCards(places)),
    tidyUp: (ids) => make(edits.releaseCards(debate(), ids)),
    addQuote(id, words) {
      const { notify, undo } = getState()
      const problem = quoteProblem(debate(), id, words)
      const statement = debate().statements.get(id)
      if (problem || !statement) {
        notify(problem ?? 'The statement is no longer in the map.', { tone: 'problem' })
        return false
      }
      const shares = overlapping(statement, words).length > 0
      make(addQuote(debate(), id, words))
      notify(
        `Added as a quote of ${titled(clip(statement.text, 60))}${shares ? '. It shares words with another quote of it' : ''}.`,
        { action: { label: 'Undo', run: undo } },
      )
      return true
    },
    removeQuote(id, quote) {
      const { notify, undo } = getState()
      make(removeQuote(debate(), id, quote))
      notify(
        debate().statements.get(id)?.quotes.length
          ? 'Removed the quote.'
          : 'Removed the last quote. The statement is a person’s own now.',
        { action: { label: 'Undo', run: undo } },
      )
    },
    settleQuote(id, quote, place) {
      make(settleQuote(debate(), id, quote, place))
      tellDone('The quote has moved to these words.')
    },
    settleAll(all) {
      make(settleAll(debate(), all))
      tellDone(
        `${plural(all.length, 'quote')} moved to ${all.length === 1 ? 'its words' : 'their words'}.`,
      )
    },
    keepQuote(id, quote) {
      make(keepQuote(debate(), id, quote))
      tellDone('The quote stays on the earlier words.')
    },
    writeNote(target, note) {
      getState().setAuthor(note.author)
      make(edits.putAnnotation(debate(), { ...newNote(note), target }))
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
    confirm: (what, id) => void judge({ do: 'confirm', what, id }),
    judge,
    restore: (verdict) => makeApplied(restoreRejected(debate(), verdict)),
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
