import { useEffect } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked, useFreshWhenShown } from '@/services/queries'
import { householdWords } from '@/words/household'
import { useHousehold } from '../useHousehold'
import { AddMember } from './AddMember'
import { ChangeMember } from './ChangeMember'
import { asFamily, asStaff, type ChangedHousehold } from './changedHousehold'

const said = householdWords.member

/** `?household=` and, to change somebody, `?person=`; without one somebody is added. `&for=staff` where they do it. */
export default function MemberPage() {
  const { household: id = '', person, for: reader } = useRouter().params
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: person ? said.title : said.addTitle })
  }, [person])
  return (
    <Page>{reader === 'staff' ? <OfHousehold {...{ id, person }} /> : <OfOwn {...{ id, person }} />}</Page>
  )
}

interface OfProps {
  id: string
  person: string | undefined
}

function OfOwn({ id, person }: OfProps) {
  const shown = useHousehold(id)
  return (
    <StateView query={shown}>
      {(household) => <Form household={asFamily(household)} person={person} />}
    </StateView>
  )
}

function OfHousehold({ id, person }: OfProps) {
  const shown = useQuery(asked('households', 'review', { household: id }))
  useFreshWhenShown(shown)
  return (
    <StateView query={shown}>
      {(household) => <Form household={asStaff(household)} person={person} />}
    </StateView>
  )
}

function Form({ household, person }: { household: ChangedHousehold; person: string | undefined }) {
  if (person === undefined) return <AddMember household={household} />
  const member = household.members.find((one) => one.id === person)
  if (member) return <ChangeMember key={member.id} household={household} member={member} />
  return (
    <Notice tone="warning" title={said.taken}>
      {said.takenWhat}
    </Notice>
  )
}
