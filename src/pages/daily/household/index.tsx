import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { Household } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked } from '@/services/queries'
import { householdWords as said } from '@/words/household'
import { pick, useWholeHouseholds } from '../useHousehold'
import { HouseholdView } from './HouseholdView'
import { JoinSheet } from './JoinSheet'
import { Opening } from './Opening'
import './index.scss'

/**
 * `?id=` of one of one's own households; `?new=1` to open another; `?for=staff` to open one for somebody without a phone;
 * `?place=` from a scanned code.
 */
export default function HouseholdPage() {
  const { id, place, for: reader, new: another } = useRouter().params
  if (reader === 'staff') {
    const show = (opened: Household) =>
      void Taro.redirectTo({ url: `/staff/household/index?household=${opened.id}` })
    return <Opening opener="staff" place={place} family={[]} onOpened={show} />
  }
  return <Own id={id} place={place} opensAnother={another !== undefined} />
}

interface OwnProps {
  id: string | undefined
  place: string | undefined
  opensAnother: boolean
}

function Own({ id, place, opensAnother }: OwnProps) {
  const mine = useWholeHouseholds()
  const me = useQuery(asked('people', 'me', {}))
  const [chosen, setChosen] = useState(id)
  const [isJoining, setJoining] = useState(false)
  usePullDownRefresh(() => void mine.refetch().finally(() => Taro.stopPullDownRefresh()))
  const show = (household: Household) =>
    void Taro.redirectTo({ url: `/pages/daily/household/index?id=${household.id}` })
  const join = <JoinSheet open={isJoining} onClose={() => setJoining(false)} onJoined={show} />
  const hasNone = mine.data?.length === 0
  // Whom somebody has registered before is only an offer: without it the form opens all the same.
  if ((hasNone || opensAnother) && !me.isPending) {
    return (
      <Opening
        opener="family"
        place={place}
        family={me.data?.family ?? []}
        onOpened={show}
        onJoin={() => setJoining(true)}
      >
        {join}
      </Opening>
    )
  }
  const household = pick(mine.data ?? [], chosen) ?? mine.data?.[0]
  return (
    <Page footer={household && <ReportButton household={household} />}>
      <StateView query={mine}>
        {(households) => (
          <>
            <Which households={households} chosen={household} onChoose={setChosen} />
            {household && <HouseholdView key={household.id} household={household} />}
            <Others onJoin={() => setJoining(true)} />
          </>
        )}
      </StateView>
      {join}
    </Page>
  )
}

function ReportButton({ household }: { household: Household }) {
  const go = () => void Taro.navigateTo({ url: `/pages/daily/report/index?household=${household.id}` })
  return (
    <BigButton tone="primary" onClick={go}>
      {said.report}
    </BigButton>
  )
}

interface WhichProps {
  households: readonly Household[]
  chosen: Household | undefined
  onChoose: (id: string) => void
}

/** One's own household or one's parents': nothing to choose where there is only one. */
function Which({ households, chosen, onChoose }: WhichProps) {
  if (households.length < 2) return null
  return (
    <View className="card">
      <Field label={said.which}>
        <Choices
          label={said.which}
          shape="rows"
          choices={households.map(({ id, place, door }) => ({
            value: id,
            text: [...place.names.slice(-2), door].join(' '),
          }))}
          chosen={chosen ? [chosen.id] : []}
          onToggle={onChoose}
        />
      </Field>
    </View>
  )
}

function Others({ onJoin }: { onJoin: () => void }) {
  const open = () => void Taro.navigateTo({ url: '/pages/daily/household/index?new=1' })
  return (
    <>
      <View className="household__button">
        <BigButton onClick={open}>{said.another}</BigButton>
      </View>
      <BigButton onClick={onJoin}>{said.join.title}</BigButton>
    </>
  )
}
