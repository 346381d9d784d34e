import Taro, { useShareAppMessage } from '@tarojs/taro'
import { Image, Text, View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { Invited } from '@contract/staff'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { Wanted } from './InviteForm'
import './InvitationCard.scss'

const said = staffWords.people.invite

interface InvitationCardProps {
  invited: Invited
  wanted: Wanted
  onAnother: () => void
}

/** The code to be scanned, to be forwarded in WeChat or to be copied, with who may use it and until when. */
export function InvitationCard({ invited, wanted: { role, place }, onAnother }: InvitationCardProps) {
  const roleName = words.registration.role[role]
  useShareAppMessage(() => ({ title: said.shareTitle(place.name, roleName), path: `/${invited.link}` }))
  const until = words.dates.instant(invited.expiresAt, dayOf(new Date()))
  const copy = () =>
    Taro.setClipboardData({ data: said.message(place.name, roleName, invited.code) }).then(
      () => void Taro.showToast({ title: said.copied, icon: 'success' }),
      () => void Taro.showToast({ title: said.notCopied, icon: 'none' }),
    )
  return (
    <>
      <View className="card invitation">
        <Text className="title">{said.done}</Text>
        <View>{said.doneFor(place.name, roleName)}</View>
        <Image
          className="invitation__picture"
          src={`data:${invited.image.type};base64,${invited.image.base64}`}
          mode="aspectFit"
          aria-label={said.picture(roleName)}
        />
        <View>{said.rules(until)}</View>
        <View className="soft">{said.notAgain}</View>
      </View>
      {process.env.TARO_ENV === 'weapp' && (
        <View className="invitation__button">
          <BigButton tone="primary" share>
            {said.share}
          </BigButton>
        </View>
      )}
      <View className="invitation__button">
        <BigButton onClick={() => void copy()}>{said.copy}</BigButton>
      </View>
      <BigButton onClick={onAnother}>{said.another}</BigButton>
    </>
  )
}
