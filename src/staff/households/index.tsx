import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { householdRoles, readerRoles } from '@contract/roles'
import { householdLists } from '@contract/selfReport'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Page } from '@/components/Page'
import { CallSheet } from '@/components/staff/CallSheet'
import { asked } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { AtMyPlaces } from '../AtMyPlaces'
import { useCalling } from '../calling/useCalling'
import { holdsRole } from '../keeping/sayings'
import { Lines } from './Lines'
import { Progress, type Narrowed } from './Progress'
import './index.scss'

const said = staffWords.households

type Show = (typeof householdLists)[number]

/** Who has not reported today at my places, building by building: to be called, or visited. */
export default function HouseholdsPage() {
  const me = useQuery(asked('people', 'me', {}))
  const calling = useCalling()
  const [show, setShow] = useState<Show>('notReported')
  const mayCall = holdsRole(me.data?.posts ?? [], householdRoles)
  return (
    <Page>
      <AtMyPlaces
        roles={readerRoles}
        label={said.place}
        empty={{ title: said.noPlace, whatToDo: said.noPlaceHint }}
      >
        {({ id, level }) => (
          <At key={id} place={id}>
            {(place) => (
              <>
                {mayCall && (
                  <BigButton
                    onClick={() => openForSomebody(place === id && level !== 'building' ? undefined : place)}
                  >
                    {said.add}
                  </BigButton>
                )}
                <View className="households__show">
                  <Choices
                    label={said.show}
                    choices={householdLists.map((value) => ({ value, text: said.list[value] }))}
                    chosen={[show]}
                    onToggle={setShow}
                  />
                </View>
                <Lines place={place} show={show} me={me.data} calling={mayCall ? calling : null} />
              </>
            )}
          </At>
        )}
      </AtMyPlaces>
      <CallSheet {...calling.sheet} />
    </Page>
  )
}

/** A place of one's own, or one of its buildings. */
function At({ place, children }: { place: string; children: (place: string) => ReactNode }) {
  const [narrowed, setNarrowed] = useState<Narrowed | null>(null)
  return (
    <>
      <Progress place={place} narrowed={narrowed} onNarrow={setNarrowed} />
      {children(narrowed?.id ?? place)}
    </>
  )
}

/** In this building, where it is one. */
const openForSomebody = (building: string | undefined) => {
  const inBuilding = building ? `&place=${building}` : ''
  void Taro.navigateTo({ url: `/pages/daily/household/index?for=staff${inBuilding}` })
}
