import { useShareAppMessage } from '@tarojs/taro'
import { Image, Text, View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { Invited } from '@contract/staff'
import { BigButton } from '@/components/BigButton'
import { pictureLabel } from '@/components/pictureLabel'
import { copyText } from '@/services/copyText'
import { SHARE_PICTURE } from '@/services/sharing'
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
  useShareAppMessage(() => ({
    title: said.shareTitle(place.name, roleName),
    path: `/${invited.link}`,
    imageUrl: SHARE_PICTURE,
  }))
  const until = words.dates.instant(invited.expiresAt, dayOf(new Date()))
  const copy = () => copyText(said.message(place.name, roleName, invited.code), said)
  return (
    <>
      <View className="card invitation">
        <Text className="title">{said.done}</Text>
        <View>{said.doneFor(place.name, roleName)}</View>
        <Image
          className="invitation__picture"
          src={`data:${invited.image.type};base64,${invited.image.base64}`}
          mode="aspectFit"
          {...pictureLabel(said.picture(roleName))}
        />
        <View>{said.rules(until)}</View>
        <View className="soft">{said.notAgain}</View>
      </View>
      {process.env.TARO_ENV === 'weapp' && (
        <View className="invitation__button">
          <BigButton tone="primary" wechat={{ openType: 'share' }}>
            {said.share}
          </BigButton>
        </View>
      )}
      <View className="invitation__button">
        <BigButton onClick={copy}>{said.copy}</BigButton>
      </View>
      <BigButton onClick={onAnother}>{said.another}</BigButton>
    </>
  )
}
