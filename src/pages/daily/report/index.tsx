import { useEffect, useState, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { enteredHows, type EnteredHow } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Page } from '@/components/Page'
import { StateView, type StateViewProps } from '@/components/StateView'
import { useHouseholds } from '@/services/households'
import { asked, useFreshWhenShown } from '@/services/queries'
import { selfReportWords as said } from '@/words/selfReport'
import { asFamily, asStaff, type Reporting } from '../reporting'
import { DailyReport } from './DailyReport'
import './index.scss'

const howOf = (given: string | undefined): EnteredHow => enteredHows.find((how) => how === given) ?? 'self'

/** `?household=` where there are several; `&how=door` or `telephone` where staff report for it. */
export default function Report() {
  const { household, how: given } = useRouter().params
  const how = howOf(given)
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: said.staffTitle[how] })
  }, [how])
  if (how !== 'self') return <ForHousehold id={household ?? ''} how={how} />
  return <ForOwn first={household} />
}

function ForOwn({ first }: { first: string | undefined }) {
  const mine = useHouseholds()
  const [chosen, setChosen] = useState(first)
  const households = mine.data ?? []
  const household = households.find(({ id }) => id === chosen) ?? households[0]
  if (!household) return <NoHome query={mine} />
  return (
    <OfDay reporting={asFamily(household)} how="self" isStale={mine.error !== null}>
      {households.length > 1 && (
        <View className="daily__which">
          <Choices
            label={said.which}
            choices={households.map((one) => ({ value: one.id, text: asFamily(one).name }))}
            chosen={[household.id]}
            onToggle={setChosen}
          />
        </View>
      )}
    </OfDay>
  )
}

function NoHome({ query }: { query: StateViewProps<unknown[]>['query'] }) {
  const open = () => void Taro.redirectTo({ url: '/pages/daily/household/index' })
  const { title, whatToDo, action } = said.noHome
  return (
    <Page>
      <StateView
        query={query}
        empty={{
          when: (households) => households.length === 0,
          title,
          whatToDo,
          action: <BigButton onClick={open}>{action}</BigButton>,
        }}
      >
        {() => null}
      </StateView>
    </Page>
  )
}

function ForHousehold({ id, how }: { id: string; how: EnteredHow }) {
  const shown = useQuery(asked('households', 'review', { household: id }))
  useFreshWhenShown(shown)
  if (!shown.data) {
    return (
      <Page>
        <StateView query={shown}>{() => null}</StateView>
      </Page>
    )
  }
  return (
    <OfDay reporting={asStaff(shown.data)} how={how} isStale={shown.error !== null}>
      <View className="soft daily__lead">{said.staffWho}</View>
    </OfDay>
  )
}

interface OfDayProps {
  reporting: Reporting
  how: EnteredHow
  /** Whether what is known of the household is of an earlier time. */
  isStale: boolean
}

/** A new day, or another family, begins a new form. */
function OfDay(props: PropsWithChildren<OfDayProps>) {
  const [today, setToday] = useState(() => dayOf(new Date()))
  useDidShow(() => setToday(dayOf(new Date())))
  const { id, people } = props.reporting
  return <DailyReport key={[id, today, ...people.map((one) => one.id)].join()} today={today} {...props} />
}
