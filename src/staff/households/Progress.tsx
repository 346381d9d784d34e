import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { ReportingProgress } from '@contract/selfReport'
import { BigButton } from '@/components/BigButton'
import { StateView } from '@/components/StateView'
import { ReportingGaps } from '@/components/staff/ReportingGaps'
import { asked, useFreshWhenShown } from '@/services/queries'
import { staffWords } from '@/words/staff'

const said = staffWords.households

/** A building below one's place. */
export interface Narrowed {
  id: string
  name: string
}

interface ProgressProps {
  place: string
  narrowed: Narrowed | null
  onNarrow: (narrowed: Narrowed | null) => void
}

/** How many have not reported, and in which buildings; a tap on one shows only its households. */
export function Progress({ place, narrowed, onNarrow }: ProgressProps) {
  const progress = useQuery(asked('selfReport', 'progress', { place }))
  useFreshWhenShown(progress)
  return (
    <StateView query={progress} empty={{ when: ({ households }) => households === 0, title: said.none }}>
      {(shown) => (
        <>
          <View className="card">
            <View className="title">{said.notReported(shown.notReported)}</View>
            <View className="soft">{said.of(shown.households)}</View>
          </View>
          {narrowed ? (
            <Only name={narrowed.name} onAll={() => onNarrow(null)} />
          ) : (
            <Buildings places={shown.places} onNarrow={onNarrow} />
          )}
        </>
      )}
    </StateView>
  )
}

function Only({ name, onAll }: { name: string; onAll: () => void }) {
  return (
    <View className="card">
      <View className="title">{said.only(name)}</View>
      <BigButton onClick={onAll}>{said.everywhere}</BigButton>
    </View>
  )
}

/** So many before somebody asks for the others: the list of households begins below. */
const FIRST = 5

function Buildings({
  places,
  onNarrow,
}: Pick<ReportingProgress, 'places'> & Pick<ProgressProps, 'onNarrow'>) {
  const [all, setAll] = useState(false)
  if (places.length < 2) return null
  const gaps = places.map(({ id, names, notReported }) => ({
    id,
    name: names.slice(-2).join(' '),
    notReported,
  }))
  return (
    <View className="card">
      <View className="title">{said.buildings}</View>
      <ReportingGaps
        gaps={all ? gaps : gaps.slice(0, FIRST)}
        onOpen={({ id, name }) => onNarrow({ id, name })}
      />
      {!all && gaps.length > FIRST && (
        <BigButton onClick={() => setAll(true)}>{said.allBuildings(gaps.length)}</BigButton>
      )}
    </View>
  )
}
