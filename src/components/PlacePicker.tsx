import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { levels, type Level } from '@contract/roles'
import { words } from '@/words'
import { BigButton } from './BigButton'
import { DrillList } from './DrillList'
import { Sheet } from './Sheet'
import './PlacePicker.scss'

/** A place on the way down the tree. */
export interface PlaceStep {
  id: string
  name: string
  level: Level
}

export interface PlacePickerProps {
  title: string
  open: boolean
  /** The way down so far, widest first. */
  trail: readonly PlaceStep[]
  lines: readonly (PlaceStep & { more: boolean })[]
  /** The widest level that may be chosen. */
  widest: Level
  /** What to do where the place is not there. */
  notFound?: string
  /** Shown above the lines: loading, failed. */
  children?: ReactNode
  /** Goes down to, or back to, a place; undefined is the top. */
  onGo: (trail: PlaceStep[]) => void
  onChoose: (place: PlaceStep) => void
  onClose: () => void
}

const TOP = 'top'

const isNarrowEnough = (level: Level, widest: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(widest)

/** Walks the tree of places, and stops as early as the person wants once it is narrow enough. */
export function PlacePicker(props: PlacePickerProps) {
  const { title, open, trail, lines, widest, children, onGo, onChoose, onClose } = props
  const { notFound = words.register.household.notFound } = props
  const here = trail[trail.length - 1]
  const enter = (id: string) => {
    const line = lines.find((one) => one.id === id)
    if (!line) return
    if (line.more) onGo([...trail, line])
    else onChoose(line)
  }
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <DrillList
        crumbs={[
          { key: TOP, text: words.register.household.start },
          ...trail.map(({ id, name }) => ({ key: id, text: name })),
        ]}
        lines={lines.map(({ id, name, more }) => ({ key: id, text: name, more }))}
        onCrumb={(key) => onGo(trail.slice(0, trail.findIndex(({ id }) => id === key) + 1))}
        onLine={enter}
      >
        {children}
      </DrillList>
      <View className="place-picker__foot">
        {here && isNarrowEnough(here.level, widest) ? (
          <BigButton tone="primary" onClick={() => onChoose(here)}>
            {words.register.household.here(here.name)}
          </BigButton>
        ) : (
          <View className="soft">{notFound}</View>
        )}
      </View>
    </Sheet>
  )
}
