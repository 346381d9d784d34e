import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BigButton } from '@/components/BigButton'
import { CallButton } from '@/components/CallButton'
import { words } from '@/words'
import { healthAlertWords } from '@/words/household'
import { reportsWords } from '@/words/reports'
import { selfReportWords } from '@/words/selfReport'
import { adviceFor, type Afterwards } from './afterwards'
import './UnwellCard.scss'

const said = selfReportWords.after

const AMBULANCE = '120'

/** What to do at once and whom to call, before anything else on the screen. */
export function UnwellCard({ unwell, isWaiting, contact, telephones }: Afterwards) {
  const isEmergency = unwell.some((one) => one.isEmergency)
  return (
    <View className={`card unwell-card${isEmergency ? ' unwell-card--emergency' : ''}`}>
      {unwell.map(({ name, concerns }) => (
        <Text key={name} className="unwell-card__title">
          {said.unwell(name, concerns.map((one) => reportsWords.concern[one]).join(words.app.list))}
        </Text>
      ))}
      {isEmergency && (
        <>
          <View className="unwell-card__emergency">{healthAlertWords.emergency}</View>
          <Call name={healthAlertWords.ambulance} phone={AMBULANCE} primary />
        </>
      )}
      <View className="unwell-card__sentence">{told(isWaiting, contact)}</View>
      {contact && <Call name={contact.name} phone={contact.phone} primary={!isEmergency} />}
      {telephones.map(({ name, phone }) => (
        <Call key={phone} name={name} phone={phone} primary={false} />
      ))}
      {whatToDo(unwell).map((sentence) => (
        <View key={sentence} className="unwell-card__sentence">
          {sentence}
        </View>
      ))}
      {unwell.map(({ name, alert }) =>
        alert === null ? null : (
          <View key={alert} className="unwell-card__call">
            <BigButton onClick={() => void Taro.redirectTo({ url: `/pages/daily/alert/index?id=${alert}` })}>
              {said.follow(name)}
            </BigButton>
          </View>
        ),
      )}
    </View>
  )
}

function Call(props: { name: string; phone: string; primary: boolean }) {
  return (
    <View className="unwell-card__call">
      <CallButton {...props} />
    </View>
  )
}

const told = (isWaiting: boolean, contact: Afterwards['contact']): string => {
  if (isWaiting) return said.notTold
  if (!contact) return said.toldNobody
  return said.told(words.registration.roleAndName(words.registration.duty[contact.duty], contact.name))
}

const whatToDo = (unwell: Afterwards['unwell']): readonly string[] => {
  const advice = adviceFor(unwell)
  return advice === 'unwell' ? healthAlertWords.todo : [said[advice]]
}
