import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import type { Day } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { registrationAnswers } from '@contract/returnee'
import { Answers } from '@/components/Answers'
import type { AnswerSectionName } from '@/components/answerSections'
import { Notice } from '@/components/Notice'
import { StateView } from '@/components/StateView'
import { OwnPicture } from '@/pages/pictures/OwnPicture'
import { regionPath } from '@/pages/regions/findCounties'
import type { Pictures } from '@/services/pictures'
import type { Refusal } from '@/services/api'
import { asked, isTakenAway } from '@/services/queries'
import { words } from '@/words'
import { useRegistrationForm } from '../useAnswer'
import './CheckStep.scss'

const said = words.register.check

interface CheckStepProps {
  today: Day
  pictures: Pictures
  onEdit: (section: AnswerSectionName) => void
}

/** All answers, as they will be sent. */
export function CheckStep({ today, pictures, onEdit }: CheckStepProps) {
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
      <StateView
        query={place.error && !place.data ? { ...place, data: nameless(place.error), error: null } : place}
      >
        {({ names }) => (
          <View className="card">
            <Answers
              answers={answers.output}
              regions={Object.fromEntries(codes.map((code) => [code, regionPath(code)]))}
              place={{ names }}
              today={today}
              onEdit={onEdit}
            />
          </View>
        )}
      </StateView>
      <CheckedPictures {...pictures} />
      <View className="soft">{said.whoSees}</View>
    </>
  )
}

/** The answers can be looked through and sent without the name of the place. */
const nameless = ({ error }: Refusal): Pick<PlaceName, 'names'> => ({
  names: [isTakenAway(error) ? said.placeGone : said.placeUnnamed],
})

function CheckedPictures({ pictures }: Pictures) {
  const shown = pictures.filter(({ state }) => state !== 'failed')
  return (
    <>
      {shown.length < pictures.length && (
        <Notice tone="warning" title={said.pictureFailed}>
          {said.pictureFailedWhat}
        </Notice>
      )}
      {shown.map((one) => (
        <View key={one.picture} className="card">
          <OwnPicture {...one} label={words.register.health.pictures} />
        </View>
      ))}
    </>
  )
}
