import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { PlaceName } from '@contract/cases'
import type { PlaceLine, PlaceNode } from '@contract/places'
import type { Level } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { DrillList } from '@/components/DrillList'
import { StateView } from '@/components/StateView'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { canMoveTo, targetLines, type Purpose } from './targets'

const said = staffWords.places.pick

/** Where a node may go. */
export interface Target {
  id: string
  name: string
  level: Level
  /** From the top of the tree down to itself. */
  names: string[]
}

interface TargetPickerProps {
  purpose: Purpose
  node: PlaceNode
  own: readonly PlaceName[]
  onChoose: (target: Target) => void
}

const START = 'start'

const targetAt = ({ id, level, names }: PlaceName): Target => ({
  id,
  level,
  names,
  name: names[names.length - 1] ?? '',
})

const ownLines = (own: readonly PlaceName[]): PlaceLine[] =>
  own.map(targetAt).map(({ id, level, name }) => ({ id, level, name, more: true }))

/** Walks the tree below one's own places to where a node may go. */
export function TargetPicker({ purpose, node, own, onChoose }: TargetPickerProps) {
  const [only] = own
  const [trail, setTrail] = useState<readonly Target[]>(only && own.length === 1 ? [targetAt(only)] : [])
  const here = trail[trail.length - 1]
  const below = useQuery({
    ...asked('places', 'below', { place: here?.id ?? '' }),
    enabled: here !== undefined,
  })
  const lines = targetLines(purpose, node, here ? (below.data ?? []) : ownLines(own))
  const open = (id: string) => {
    const line = lines.find((one) => one.id === id)
    if (!line) return
    const place = own.find((one) => one.id === id)
    const target = place ? targetAt(place) : { ...line, names: [...(here?.names ?? []), line.name] }
    if (line.more) setTrail([...trail, target])
    else onChoose(target)
  }
  return (
    <>
      <DrillList
        crumbs={[
          ...(own.length > 1 ? [{ key: START, text: said.start }] : []),
          ...trail.map(({ id, name }) => ({ key: id, text: name })),
        ]}
        lines={lines.map(({ id, name, level, more }) => ({
          key: id,
          text: name,
          note: words.registration.level[level],
          more,
        }))}
        onCrumb={(key) => setTrail(trail.slice(0, trail.findIndex(({ id }) => id === key) + 1))}
        onLine={open}
      >
        {here && !below.data && <StateView query={below}>{() => null}</StateView>}
        {below.data && lines.length === 0 && <View className="soft">{said.nothing}</View>}
      </DrillList>
      <View className="target-form__foot">
        <Foot purpose={purpose} node={node} here={here} onChoose={onChoose} />
      </View>
    </>
  )
}

/** A node is moved to the place one has walked to; what it is merged into is tapped in the list. */
function Foot({
  purpose,
  node,
  here,
  onChoose,
}: Omit<TargetPickerProps, 'own'> & { here: Target | undefined }) {
  if (purpose === 'merge' || !here) return <View className="soft">{said.goDeeper[purpose]}</View>
  if (!canMoveTo(node, here)) return <View className="soft">{said.alreadyHere(here.name)}</View>
  return <BigButton onClick={() => onChoose(here)}>{said.here(here.name)}</BigButton>
}
