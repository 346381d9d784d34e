import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OwnRegistrationLine } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'
import './AskedCard.scss'

const said = words.home.asked

/** Questions of the community that wait for this person: they come before everything else. */
export function AskedCard({ lines }: { lines: readonly OwnRegistrationLine[] }) {
  return lines
    .filter(({ status }) => status === 'asked')
    .map(({ id, name }) => (
      <View key={id} className="card asked-card">
        <Text className="title">{said.title}</Text>
        <View className="home__note">{said.about(name)}</View>
        <BigButton
          tone="primary"
          onClick={() => void Taro.navigateTo({ url: `/pages/mine/record/index?id=${id}` })}
        >
          {said.answer}
        </BigButton>
      </View>
    ))
}
