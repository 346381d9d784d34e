import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import type { Day } from '@contract/calendar'
import { registrationAnswers } from '@contract/returnee'
import { Answers } from '@/components/Answers'
import type { AnswerSectionName } from '@/components/answerSections'
import { StateView } from '@/components/StateView'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { regionPath } from '../findCounties'
import { useRegistrationForm } from '../useAnswer'
import './CheckStep.scss'

const said = words.register.check

/** All answers, as they will be sent. */
export function CheckStep({ today, onEdit }: { today: Day; onEdit: (section: AnswerSectionName) => void }) {
  const answers = v.safeParse(registrationAnswers(today), useRegistrationForm().getValues('answers'))
  const placeId = answers.success ? answers.output.household.place : ''
  const place = useQuery({ ...asked('places', 'show', { place: placeId }), enabled: placeId !== '' })
  // A draft of yesterday may break a rule of today; sending it leads to the question.
  if (!answers.success) return null
  const { from, passed } = answers.output
  const codes = [from.region, ...passed.map(({ region }) => region)]
  return (
    <>
      <View className="check-step__lead">{said.lead}</View>
      <StateView query={place}>
        {(shown) => (
          <View className="card">
            <Answers
              answers={answers.output}
              regions={Object.fromEntries(codes.map((code) => [code, regionPath(code)]))}
              place={shown}
              today={today}
              onEdit={onEdit}
            />
          </View>
        )}
      </StateView>
      <View className="soft">{said.whoSees}</View>
    </>
  )
}
