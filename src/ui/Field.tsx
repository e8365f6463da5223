import { TriangleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes'
import styles from './Field.module.css'
import { Icon } from './Icon'

interface Labelled {
  label: string
  /** Hides the label from sight where the place says it already. */
  labelHidden?: boolean
  /** What to know before writing. */
  hint?: ReactNode
  /** What is wrong, as a sentence. */
  error?: string | null
}

export interface TextFieldProps extends Labelled, Omit<ComponentProps<'input'>, 'id'> {}

/** One line to write in, under its label. */
export function TextField({ label, labelHidden, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} className={className}>
      {(aria) => <input {...rest} {...aria} className={styles.control} />}
    </Field>
  )
}

export interface TextAreaProps extends Labelled, Omit<ComponentProps<'textarea'>, 'id'> {
  /** In whose voice one writes here: a statement is set in serif, as it will be shown. */
  voice?: 'serif' | 'sans'
}

/** Several lines to write in, under their label. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, error, className, voice = 'sans', rows = 3, ...rest } = props
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} className={className}>
      {(aria) => (
        <textarea
          rows={rows}
          // It grows with what is written, and starts at so many lines.
          style={{ minHeight: `calc(${rows}lh + 12px)` }}
          {...rest}
          {...aria}
          className={classes(styles.control, styles.area, styles[voice])}
        />
      )}
    </Field>
  )
}

export interface SelectProps<Value extends string>
  extends Labelled,
    Omit<ComponentProps<'select'>, 'id' | 'value' | 'onChange' | 'children'> {
  value: Value
  options: readonly { value: Value; label: string }[]
  onChoose(value: NoInfer<Value>): void
}

/** A choice of one among several, under its label. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden, hint, error, className, value, options, onChoose, ...rest } = props
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} className={className}>
      {(aria) => (
        <select
          {...rest}
          {...aria}
          value={value}
          onChange={(event) => onChoose(event.target.value as Value)}
          className={classes(styles.control, styles.select)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** What ties a control to its label, its hint and its error. */
interface Ties {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FieldProps {
  label: string
  labelHidden: boolean | undefined
  hint: ReactNode
  error: string | null | undefined
  className: string | undefined
  children(ties: Ties): ReactNode
}

function Field({ label, labelHidden, hint, error, className, children }: FieldProps) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          <Icon icon={TriangleAlert} size={12} />
          {error}
        </p>
      )}
    </div>
  )
}

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  label: ReactNode
  onChange(checked: boolean): void
}

/** A box to tick, with its words to the right. */
export function Checkbox({ label, onChange, className, ...rest }: CheckboxProps) {
  return (
    <label className={classes(styles.checkbox, className)}>
      <input {...rest} type="checkbox" onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
