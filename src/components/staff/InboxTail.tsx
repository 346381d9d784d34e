import { View } from '@tarojs/components'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import './InboxTail.scss'

const said = staffWords.inbox

export interface InboxTailProps {
  state: 'fetching' | 'failed' | 'more' | 'end'
  count: number
  onMore: () => void
}

/** The end of a list that goes on by itself when it is scrolled to. */
export function InboxTail({ state, count, onMore }: InboxTailProps) {
  if (state === 'fetching') return <View className="inbox-tail">{said.loadingMore}</View>
  if (state === 'end') return <View className="inbox-tail">{said.allShown(count)}</View>
  return (
    <Tap className="inbox-tail inbox-tail--more" onTap={onMore}>
      {state === 'failed' ? said.moreFailed : said.more}
    </Tap>
  )
}
