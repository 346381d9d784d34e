import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { SimilarTip } from '@contract/tips'
import { Tag } from '@/components/Tag'
import { Tap } from '@/components/Tap'
import { tipTones } from '@/components/staff/tipTones'
import { caseRoute } from '@/staff/caseRoute'
import { openPage } from '@/staff/openPage'
import { words } from '@/words'
import { tipWorkWords } from '@/words/tipWork'
import { Alike } from './Alike'

const said = tipWorkWords.similar

interface SimilarTipsProps {
  title: string
  tips: readonly SimilarTip[]
  today: Day
  /** Whether the reader can join one with this. */
  mayJoin?: (tip: SimilarTip) => boolean
  onJoin?: (tip: SimilarTip) => void
}

/** Other tips, each with what it has in common with this one. */
export function SimilarTips({ title, tips, today, mayJoin, onJoin }: SimilarTipsProps) {
  if (tips.length === 0) return null
  return (
    <View className="card">
      <View className="title">{title}</View>
      {tips.map((tip) => {
        const moment = words.dates.instant(tip.toldAt, today)
        return (
          <View key={tip.id} className="tip__other">
            <View className="tip__tags">
              <Tag tone={tipTones[tip.status]} text={tipWorkWords.status[tip.status]} />
              <Alike tip={tip} />
            </View>
            <View className="soft">{`${moment} ${tip.kindName}`}</View>
            <View className="tip__words">{tip.words}</View>
            <View className="tip__actions">
              <Tap
                className="tip__action"
                label={said.openLabel(moment)}
                onTap={() => openPage(caseRoute({ kind: 'tip', id: tip.id }))}
              >
                {said.open}
              </Tap>
              {onJoin && mayJoin?.(tip) && (
                <Tap className="tip__action" label={said.joinLabel(moment)} onTap={() => onJoin(tip)}>
                  {said.join}
                </Tap>
              )}
            </View>
          </View>
        )
      })}
    </View>
  )
}
