import { Text, View } from '@tarojs/components'
import { handlingWords } from '@/words/handling'
import { Notice } from '../Notice'
import { Tap } from '../Tap'
import type { TimelineLine } from '../timelineLines'
import './NewsNotice.scss'

const said = handlingWords.news

export interface UnsentDeed {
  /** 确认登记. */
  name: string
  /** What was typed with it; '' when nothing was. */
  words: string
  /** Whether it can still be done, after what happened. */
  allowed: boolean
}

export interface NewsNoticeProps {
  /** What others did meanwhile, the latest first. */
  lines: readonly TimelineLine[]
  /** In words, how the case stands now. */
  status: string
  unsent: UnsentDeed | null
  busy: boolean
  onGoOn: () => void
  onKeepAsNote: () => void
  onSeen: () => void
}

/** Tells that somebody else was quicker, what they did, and what becomes of what was typed. */
export function NewsNotice({ lines, status, unsent, busy, onGoOn, onKeepAsNote, onSeen }: NewsNoticeProps) {
  return (
    <Notice tone="warning" title={said.title}>
      {lines.map(({ when, sentence, words: quoted }) => (
        <View key={`${when} ${sentence}`} className="news__line">
          <Text>{`${when} ${sentence}`}</Text>
          {quoted && <Text className="news__words">{quoted}</Text>}
        </View>
      ))}
      {unsent && (
        <View className="news__unsent">
          <View>{unsent.allowed ? said.unsent(unsent.name) : said.noLonger(unsent.name, status)}</View>
          {unsent.words && <View>{said.youWrote(unsent.words)}</View>}
        </View>
      )}
      <View className="news__actions">
        {unsent?.allowed && (
          <Tap className="news__action" onTap={onGoOn}>
            {said.goOn(unsent.name)}
          </Tap>
        )}
        {unsent && !unsent.allowed && unsent.words && (
          <Tap className="news__action" disabled={busy} onTap={onKeepAsNote}>
            {said.keepAsNote}
          </Tap>
        )}
        <Tap className="news__action" onTap={onSeen}>
          {said.seen}
        </Tap>
      </View>
    </Notice>
  )
}
