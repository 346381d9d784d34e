import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import type { Instant } from '@contract/cases'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'

const said = words.home.draft

interface DraftCardProps {
  savedAt: Instant
  today: Day
  isMain: boolean
  onGo: () => void
  onDrop: () => void
}

/** A registration that was begun and not sent: to go on with, or to begin anew. */
export function DraftCard({ savedAt, today, isMain, onGo, onDrop }: DraftCardProps) {
  const restart = async () => {
    const { confirm } = await Taro.showModal({
      title: said.restart,
      content: said.sureToRestart,
      confirmText: said.restart,
      cancelText: words.app.cancel,
    })
    if (!confirm) return
    onDrop()
    onGo()
  }
  return (
    <View className="card">
      <Text className="title">{said.title}</Text>
      <View className="home__note">{said.savedAt(words.dates.instant(savedAt, today))}</View>
      <View className="beside">
        <BigButton onClick={() => void restart()}>{said.restart}</BigButton>
        <BigButton tone={isMain ? 'primary' : 'plain'} onClick={onGo}>
          {said.resume}
        </BigButton>
      </View>
    </View>
  )
}
