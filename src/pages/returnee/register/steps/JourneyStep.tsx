import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { addDays, type Day } from '@contract/calendar'
import { limits, transports, type Transport } from '@contract/returnee'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import { ChoiceQuestion, DayQuestion, TextQuestion } from '../questions'
import { RegionQuestion } from '../RegionQuestion'
import { useAnswer, useRegistrationForm } from '../useAnswer'
import './JourneyStep.scss'

const said = words.register.journey

/** Where they come from, when, and by what. */
export function JourneyStep({ today }: { today: Day }) {
  const { value: leftOn } = useAnswer('answers.leftOn')
  const earliest = addDays(today, -limits.departureDaysBack)
  const latest = addDays(today, limits.arrivalDaysAhead)
  return (
    <>
      <View className="card">
        <RegionQuestion name="answers.from.region" label={said.from} hint={said.fromHint} />
        <Tap
          className="journey-step__search"
          onTap={() => void Taro.navigateTo({ url: '/pages/account/risk/index' })}
        >
          {words.home.riskSearch}
        </Tap>
        <TextQuestion
          name="answers.from.detail"
          label={said.detail}
          placeholder={said.detailPlaceholder}
          optional
          most={60}
        />
      </View>
      <View className="card">
        <DayQuestion
          name="answers.leftOn"
          label={said.leftOn}
          hint={said.leftOnHint}
          today={today}
          from={earliest}
          until={latest}
        />
        <DayQuestion
          name="answers.arrivesOn"
          label={said.arrivesOn}
          hint={said.arrivesOnHint}
          today={today}
          from={leftOn || earliest}
          until={latest}
        />
      </View>
      <View className="card">
        <TransportQuestions />
      </View>
    </>
  )
}

function TransportQuestions() {
  const { setValue } = useRegistrationForm()
  const { value: chosen } = useAnswer('answers.transport.by')
  // Not answered yet, whatever the type of a checked form says.
  const by = chosen as Transport | undefined
  // What was typed for another way of travelling would be sent unseen.
  const clear = () => {
    setValue('answers.transport.number', '')
    setValue('answers.transport.plate', '')
  }
  return (
    <>
      <ChoiceQuestion
        name="answers.transport.by"
        label={said.by}
        choices={transports.map((value) => ({ value, text: words.registration.transport[value] }))}
        onChosen={clear}
      />
      {by === 'car' && (
        <TextQuestion
          name="answers.transport.plate"
          label={said.plate}
          placeholder={said.platePlaceholder}
          keyboard="capitals"
          most={12}
        />
      )}
      {by && by !== 'car' && (
        <TextQuestion
          name="answers.transport.number"
          label={said.number[by]}
          placeholder={said.numberPlaceholder[by]}
          keyboard={by === 'other' ? 'text' : 'capitals'}
          optional
          most={20}
        />
      )}
    </>
  )
}
