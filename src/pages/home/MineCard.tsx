import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Day } from '@contract/calendar'
import type { OwnRegistrationLine } from '@contract/returnee'
import { RecordLine } from '@/components/RecordLine'
import { Tap } from '@/components/Tap'
import { words } from '@/words'

const said = words.home.mine

interface MineCardProps {
  mine: UseQueryResult<OwnRegistrationLine[]>
  today: Day
}

/** The latest registration, and the way to all of them. */
export function MineCard({ mine, today }: MineCardProps) {
  const lines = mine.data ?? []
  const [latest] = lines
  if (!latest) return null
  const openAll = () => void Taro.navigateTo({ url: '/pages/mine/records/index' })
  return (
    <View>
      <View className="home__mine">
        <Text className="title">{said.title}</Text>
        <Tap className="home__all" onTap={openAll}>
          {said.all(lines.length)}
        </Tap>
      </View>
      <RecordLine
        line={latest}
        today={today}
        onOpen={() => void Taro.navigateTo({ url: `/pages/mine/record/index?id=${latest.id}` })}
      />
    </View>
  )
}
