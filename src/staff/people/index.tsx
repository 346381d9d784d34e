import { useState } from 'react'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PlaceName } from '@contract/cases'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { TextInput } from '@/components/TextInput'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Places } from '../inbox/Places'
import { useSettled } from '@/services/useSettled'
import { keptPlaces } from '../places/tree'
import { Invitations } from './Invitations'
import { StaffLines } from './StaffLines'
import './index.scss'

const said = staffWords.people.list

/** As many characters as the contract takes for a name that is looked for. */
const MOST = 20

const invite = () => void Taro.navigateTo({ url: '/staff/invite/index' })

/** Who serves at the places one looks after. */
export default function PeoplePage() {
  const me = useQuery(asked('people', 'me', {}))
  const own = keptPlaces(me.data?.posts ?? [])
  const footer = own.length > 0 && (
    <BigButton tone="primary" onClick={invite}>
      {said.invite}
    </BigButton>
  )
  return (
    <Page footer={footer}>
      <StateView query={me} empty={{ when: () => own.length === 0, ...words.errors.notAllowed }}>
        {() => <People own={own} />}
      </StateView>
    </Page>
  )
}

function People({ own }: { own: PlaceName[] }) {
  const [path, setPath] = useState<PlaceChoice[]>([])
  const [text, setText] = useState('')
  const name = useSettled(text.trim())
  const place = path[path.length - 1]?.id ?? own[0]?.id ?? ''
  const staff = useQuery({
    ...asked('staff', 'list', name ? { place, name } : { place }),
    placeholderData: keepPreviousData,
  })
  useFreshWhenShown(staff)
  usePullDownRefresh(() => void staff.refetch().finally(() => Taro.stopPullDownRefresh()))
  const nobody = name
    ? { title: said.nobodyFound, whatToDo: said.nobodyFoundHint }
    : { title: said.empty, whatToDo: said.emptyHint }
  return (
    <>
      <View className="people__search">
        <TextInput
          label={said.search}
          value={text}
          onChange={setText}
          placeholder={said.search}
          most={MOST}
        />
      </View>
      <Places tops={own} chosen={path} onChange={setPath} />
      <Invitations place={place} />
      <StateView query={staff} empty={{ when: ({ posts }) => posts.length === 0, ...nobody }}>
        {(list) => <StaffLines key={`${place} ${name}`} {...list} />}
      </StateView>
    </>
  )
}
