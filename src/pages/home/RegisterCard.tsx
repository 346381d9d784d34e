import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { DraftCard } from './DraftCard'
import { useBegunForm } from './useBegunForm'

const said = words.home.register

interface RegisterCardProps {
  /** Where the person has scanned a code. */
  place: string | undefined
  today: Day
  /** Whether there is nothing more urgent to do. */
  isMain: boolean
}

/** The way into the form, where there is a draft: back to it. */
export function RegisterCard({ place, today, isMain }: RegisterCardProps) {
  const { savedAt, drop } = useBegunForm()
  const scanned = useQuery({
    ...asked('places', 'show', { place: place ?? '' }),
    enabled: place !== undefined,
  })
  const go = () => {
    const query = place ? `?place=${place}` : ''
    void Taro.navigateTo({ url: `/pages/returnee/register/index${query}` })
  }
  if (savedAt) return <DraftCard savedAt={savedAt} today={today} isMain={isMain} onGo={go} onDrop={drop} />
  return (
    <View className="card">
      <Text className="title">{said.title}</Text>
      <View className="home__note">
        {scanned.data ? said.atPlace(scanned.data.names.slice(-2).join(' ')) : said.note}
      </View>
      <BigButton tone={isMain ? 'primary' : 'plain'} onClick={go}>
        {said.begin}
      </BigButton>
    </View>
  )
}
