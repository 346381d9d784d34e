import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import { asksSame, type RegistrationForReview } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { OutcomeCard } from '@/components/staff/OutcomeCard'
import { staffWords } from '@/words/staff'
import './index.scss'

const said = staffWords.case

/** What is in force, and what the rules expect where that is something else. */
export function Outcomes({ view, today }: { view: RegistrationForReview; today: Day }) {
  const { outcome, expected, regions, decidedAlone } = view
  const isOther = expected && (!outcome || !asksSame(outcome, expected))
  return (
    <>
      {isOther && (
        <OutcomeCard title={said.expected.title} outcome={expected} regions={regions} today={today} />
      )}
      {outcome && (
        <OutcomeCard
          title={said.outcome}
          outcome={outcome}
          regions={regions}
          today={today}
          decidedAlone={decidedAlone}
        />
      )}
      {expected && (
        <View className="case__policy">
          <BigButton
            onClick={() => void Taro.navigateTo({ url: `/staff/policy/index?place=${view.place.id}` })}
          >
            {said.expected.policy}
          </BigButton>
        </View>
      )}
    </>
  )
}
