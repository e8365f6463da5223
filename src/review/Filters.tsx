import { useMemo } from 'react'
import { openFilter, type QueueFilter, type Reading } from '../graph/reviewQueue'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Select } from '../ui/Field'
import styles from './review.module.css'

export interface FiltersProps {
  readings: readonly Reading[]
  filter: QueueFilter
  onFilter(filter: QueueFilter): void
}

const any = { value: '', label: 'Any' } as const

const states = [
  { value: 'unchecked', label: 'Unchecked' },
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'corrected', label: 'Corrected' },
  { value: 'rejected', label: 'Rejected' },
  { value: '', label: 'All but the rejected' },
] as const

const kinds = [
  any,
  { value: 'statements', label: 'Statements' },
  { value: 'relations', label: 'Links' },
  { value: 'stances', label: 'Sides' },
] as const

/** Ranges of confidence, by what is told of them. The last takes in what is quite sure. */
const ranges: readonly { value: string; label: string; range: readonly [number, number] | null }[] =
  [
    { ...any, range: null },
    { value: '0', label: 'Under 0.5', range: [0, 0.5] },
    { value: '1', label: '0.5 to 0.7', range: [0.5, 0.7] },
    { value: '2', label: '0.7 to 0.85', range: [0.7, 0.85] },
    { value: '3', label: '0.85 and more', range: [0.85, 2] },
  ]

/** What the queue is narrowed to. */
export function Filters({ readings, filter, onFilter }: FiltersProps) {
  const debate = useDebate((state) => state.debate)
  const rules = useMemo(
    () => [...new Set(readings.flatMap((reading) => reading.rules))].sort(),
    [readings],
  )
  const set = (part: Partial<QueueFilter>) => onFilter({ ...filter, ...part })
  const isOpen = filter === openFilter
  return (
    <div className={styles.filters}>
      <Select
        label="Show"
        value={filter.state ?? ''}
        options={states}
        onChoose={(state) => set({ state: state || null })}
      />
      <Select
        label="What"
        value={filter.what ?? ''}
        options={kinds}
        onChoose={(what) => set({ what: what || null })}
      />
      <Select
        label="Text"
        value={filter.source ?? ''}
        options={[any, ...[...debate.sources.values()].map(named)]}
        onChoose={(source) => set({ source: source || null })}
      />
      <Select
        label="Position"
        value={filter.position ?? ''}
        options={[any, ...[...debate.positions.values()].map(named)]}
        onChoose={(position) => set({ position: position || null })}
      />
      <Select
        label="Rule"
        value={filter.rule ?? ''}
        options={[any, ...rules.map((rule) => ({ value: rule, label: rule }))]}
        onChoose={(rule) => set({ rule: rule || null })}
      />
      <Select
        label="How sure"
        value={ranges.find(({ range }) => range === filter.confidence)?.value ?? ''}
        options={ranges}
        onChoose={(value) =>
          set({ confidence: ranges.find((one) => one.value === value)?.range ?? null })
        }
      />
      {!isOpen && (
        <Button variant="link" onClick={() => onFilter(openFilter)}>
          Clear the filter
        </Button>
      )}
    </div>
  )
}

const named = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title })
