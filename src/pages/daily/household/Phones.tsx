import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { Household, JoinCode } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { copyText } from '@/services/copyText'
import { FailureNotice } from '@/components/FailureNotice'
import { forgetHousehold } from '@/services/households'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { householdWords } from '@/words/household'
import './Phones.scss'

const said = householdWords.phones

/** Which phones report for a household: another joins by a code, this one may stop. */
export function Phones({ household: { id, phones } }: { household: Household }) {
  const inviting = useSend('households', 'invite')
  const quitting = useSend('households', 'quit')
  const failed = inviting.error ?? quitting.error
  const quit = async () => {
    if (await isSure(phones === 1)) {
      const left = () => {
        forgetHousehold(id)
        void Taro.reLaunch({ url: '/pages/home/index' })
      }
      quitting.mutate({ household: id }, { onSuccess: left })
    }
  }
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <View className="household__lead">{said.count(phones)}</View>
      <FailureNotice error={failed && callErrorOf(failed)} />
      {inviting.data && <Code {...inviting.data} />}
      <View className="household__button">
        <BigButton busy={inviting.isPending} onClick={() => inviting.mutate({ household: id })}>
          {said.invite}
        </BigButton>
      </View>
      <BigButton tone="danger" busy={quitting.isPending} onClick={() => void quit()}>
        {said.quit}
      </BigButton>
    </View>
  )
}

const isSure = async (isLast: boolean): Promise<boolean> => {
  const { confirm } = await Taro.showModal({
    title: said.quit,
    content: isLast ? said.quitLast : said.quitSure,
    confirmText: said.quitConfirm,
    cancelText: words.app.cancel,
  })
  return confirm
}

/** Read out digit by digit, in two groups. */
const grouped = (code: string): string => `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`

function Code({ code, until }: JoinCode) {
  return (
    <View className="phones__invitation">
      <View>{said.code}</View>
      <Text className="phones__code" userSelect aria-label={code.split('').join(' ')}>
        {grouped(code)}
      </Text>
      <View className="soft">{said.until(words.dates.instant(until, dayOf(new Date())))}</View>
      <View className="soft household__lead">{said.careful}</View>
      <BigButton onClick={() => copyText(said.message(code), said)}>{said.copy}</BigButton>
    </View>
  )
}
