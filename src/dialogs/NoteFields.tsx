import { trimToWords } from '../cards/textFit'
import { statementsFrom } from '../graph/quoted'
import type { SourceSpan } from '../model/schema'
import { useDebate } from '../store'
import { Select, TextArea, TextField } from '../ui/Field'
import type { AddForm } from './addForm'

export interface NoteFieldsProps {
  words: SourceSpan
  form: AddForm
  signed: string
  error: string | null
  onChange(part: Partial<AddForm>): void
  onSign(signed: string): void
}

/** A note on picked words: what it says, and whether it goes on a statement that is there or on one made from the words. */
export function NoteFields({ words, form, signed, error, onChange, onSign }: NoteFieldsProps) {
  const debate = useDebate((state) => state.debate)
  const carriers = statementsFrom(debate, words)
  const options = [
    ...carriers.map((value) => ({
      value,
      label: trimToWords(debate.statements.get(value)?.text ?? '', 70),
    })),
    { value: '', label: 'A new statement from these words' },
  ]
  return (
    <>
      <TextArea
        label="Note"
        rows={3}
        data-autofocus
        placeholder="Markdown: **bold**, - list, > quotation, [link](https://…)"
        value={form.note}
        error={error}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <TextField
        label="Signed"
        placeholder="Your name, or nothing"
        autoComplete="name"
        maxLength={100}
        value={signed}
        onChange={(event) => onSign(event.target.value)}
      />
      {carriers.length > 0 && (
        <Select
          label="On"
          value={form.noteOn}
          options={options}
          onChoose={(noteOn) => onChange({ noteOn })}
        />
      )}
    </>
  )
}
