import { useEffect } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { householdWords } from '@/words/household'
import { useHousehold } from '../useHousehold'
import { AddMember } from './AddMember'
import { ChangeMember } from './ChangeMember'

const said = householdWords.member

/** `?household=` and, to change somebody, `?person=`; without one somebody is added. */
export default function MemberPage() {
  const { household: id = '', person } = useRouter().params
  const shown = useHousehold(id)
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: person ? said.title : said.addTitle })
  }, [person])
  return (
    <Page>
      <StateView query={shown}>
        {(household) => {
          if (person === undefined) return <AddMember household={household} />
          const member = household.members.find((one) => one.id === person)
          if (member) return <ChangeMember key={member.id} household={household} member={member} />
          return (
            <Notice tone="warning" title={said.taken}>
              {said.takenWhat}
            </Notice>
          )
        }}
      </StateView>
    </Page>
  )
}
