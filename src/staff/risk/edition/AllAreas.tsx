import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { NamedArea, RiskListShown } from '@contract/riskAreas'
import { BigButton } from '@/components/BigButton'
import { StateView } from '@/components/StateView'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { areaPlace, areaRisk } from '../areaWords'
import '../../placeImport/PlanLines.scss'

const said = staffWords.risk.edition

/** Every area of an edition; asked for only when somebody wants to read them. */
export function AllAreas({ list }: { list: RiskListShown }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="card">
      <View className="title">{said.areas(list.total)}</View>
      {isOpen ? (
        <Areas place={list.place.id} edition={list.id} />
      ) : (
        <BigButton onClick={() => setOpen(true)}>{said.showAreas}</BigButton>
      )}
    </View>
  )
}

function Areas(on: { place: string; edition: string }) {
  const { query, pages, showMore } = usePages<RiskListShown, number>({
    key: ['riskAreas', 'areas', on],
    ask: (skip) => api.riskAreas.show({ ...on, skip: skip ?? 0 }),
    next: (page) => page.next,
  })
  const all = query.data && pages.flatMap(({ areas }) => areas)
  return (
    <>
      <StateView query={{ data: all, error: query.error, refetch: query.refetch }}>
        {(areas) => <AreaLines areas={areas} />}
      </StateView>
      {query.hasNextPage && (
        <BigButton busy={query.isFetchingNextPage} onClick={showMore}>
          {said.more}
        </BigButton>
      )}
    </>
  )
}

function AreaLines({ areas }: { areas: readonly NamedArea[] }) {
  const today = dayOf(new Date())
  return (
    <View className="plan-lines">
      {areas.map((area) => (
        <View key={`${area.region} ${area.name} ${area.from}`} className="plan-lines__one">
          <View>{areaPlace(area)}</View>
          <View className="plan-lines__how">{areaRisk(area, today)}</View>
        </View>
      ))}
    </View>
  )
}
