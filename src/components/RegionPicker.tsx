import { useState } from 'react'
import { View } from '@tarojs/components'
import { words } from '@/words'
import { DrillList, type DrillLine } from './DrillList'
import { Sheet } from './Sheet'
import { TextInput } from './TextInput'
import './RegionPicker.scss'

export interface RegionPickerProps {
  title: string
  open: boolean
  /** The table, given by whoever carries it. */
  regions: {
    below: (code: string) => { code: string; name: string }[]
    find: (typed: string) => { code: string; name: string; path: string }[]
    isCounty: (code: string) => boolean
  }
  onChoose: (code: string) => void
  onClose: () => void
}

const MOST_TYPED = 20

/** A county, found by typing part of its name or by going down from its province. */
export function RegionPicker({ title, open, regions, onChoose, onClose }: RegionPickerProps) {
  const [typed, setTyped] = useState('')
  const [trail, setTrail] = useState<{ key: string; text: string }[]>([])
  const lines = typed ? foundLines(regions, typed) : linesBelow(regions, trail[trail.length - 1]?.key ?? '')
  const enter = (code: string) => {
    const line = lines.find(({ key }) => key === code)
    if (!line) return
    if (line.more) setTrail([...trail, line])
    else onChoose(code)
  }
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <View className="region-picker__search">
        <TextInput
          label={words.register.journey.search}
          placeholder={words.register.journey.search}
          value={typed}
          onChange={setTyped}
          most={MOST_TYPED}
        />
      </View>
      <DrillList
        crumbs={typed ? [] : [{ key: '', text: words.register.journey.allProvinces }, ...trail]}
        lines={lines}
        onCrumb={(code) => setTrail(trail.slice(0, trail.findIndex(({ key }) => key === code) + 1))}
        onLine={enter}
      >
        {typed && lines.length === 0 && (
          <View className="soft region-picker__none">{words.register.journey.noRegion}</View>
        )}
      </DrillList>
    </Sheet>
  )
}

const foundLines = (regions: RegionPickerProps['regions'], typed: string): DrillLine[] =>
  regions.find(typed).map(({ code, name, path }) => ({ key: code, text: name, note: path, more: false }))

/** A province with a single city (北京市) goes straight to its counties, and 境外, with a single county, is chosen at once. */
const linesBelow = (regions: RegionPickerProps['regions'], code: string): DrillLine[] => {
  const below = regions.below(code)
  const only = below.length === 1 ? below[0] : undefined
  if (only && !regions.isCounty(only.code)) return linesBelow(regions, only.code)
  return below.map(({ code: key, name: text }) => {
    const county = onlyCountyIn(regions, key)
    return { key: county ?? key, text, more: county === null }
  })
}

const onlyCountyIn = (regions: RegionPickerProps['regions'], code: string): string | null => {
  if (regions.isCounty(code)) return code
  const [only, another] = regions.below(code)
  return only && !another ? onlyCountyIn(regions, only.code) : null
}
