import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'

const said = words.home.tip

const open = (page: string) => void Taro.navigateTo({ url: `/pages/tip/${page}` })

/** The way to tell of something, and back to what has been told. `place` is the one whose code was scanned. */
export function TipCard({ place }: { place: string | undefined }) {
  return (
    <View className="card">
      <Text className="title">{said.title}</Text>
      <View className="home__note">{said.note}</View>
      <View className="beside">
        <BigButton onClick={() => open(place ? `tell/index?place=${place}` : 'tell/index')}>
          {said.tell}
        </BigButton>
        <BigButton onClick={() => open('mine/index')}>{said.follow}</BigButton>
      </View>
    </View>
  )
}
