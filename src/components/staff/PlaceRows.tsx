import type { Level } from '@contract/roles'
import { words } from '@/words'
import { Choices } from '../Choices'
import { Field } from '../Field'

export interface PlaceChoice {
  id: string
  level: Level
  name: string
  /** Whether there is anything to choose below it. */
  more: boolean
}

export interface PlaceRowsProps {
  /** Widest first; below each chosen place the ones to choose from next. */
  rows: readonly (readonly PlaceChoice[])[]
  /** The chosen place of each row, widest first. */
  chosen: readonly PlaceChoice[]
  onChange: (chosen: PlaceChoice[]) => void
}

/** A place, narrowed down level by level; tapping a chosen one widens it again. */
export function PlaceRows({ rows, chosen, onChange }: PlaceRowsProps) {
  const toggle = (depth: number, place: PlaceChoice) =>
    onChange(chosen[depth]?.id === place.id ? chosen.slice(0, depth) : [...chosen.slice(0, depth), place])
  return (
    <>
      {rows.map((row, depth) => {
        const label = words.registration.level[row[0]?.level ?? 'community']
        return (
          <Field key={row[0]?.id ?? depth} label={label}>
            <Choices
              label={label}
              choices={row.map(({ id, name }) => ({ value: id, text: name }))}
              chosen={chosen[depth] ? [chosen[depth].id] : []}
              onToggle={(id) => {
                const place = row.find((one) => one.id === id)
                if (place) toggle(depth, place)
              }}
            />
          </Field>
        )
      })}
    </>
  )
}
