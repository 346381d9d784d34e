import { View } from '@tarojs/components'
import type { TipForReview } from '@contract/tips'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { caseRoute } from '@/staff/caseRoute'
import { openPage } from '@/staff/openPage'
import { tipWorkWords as said } from '@/words/tipWork'

/** What must be known of a tip before anything is done: two officers, another tip, the case that has come of it. */
export function Standing({ view, isRevealed }: { view: TipForReview; isRevealed: boolean }) {
  const { status, into, leadsTo, unchecked, hasWhere, plate } = view
  const knowsMore = !isRevealed && (hasWhere || plate !== '')
  const malice = maliceOf(status)
  return (
    <>
      {malice && (
        <Notice tone="warning" title={malice.title}>
          {malice.body}
        </Notice>
      )}
      {into && (
        <Notice tone="calm" title={said.into.title}>
          <View>{said.into.body}</View>
          <View className="tip__open">
            <BigButton onClick={() => openPage(caseRoute({ kind: 'tip', id: into }))}>
              {said.into.open}
            </BigButton>
          </View>
        </Notice>
      )}
      {leadsTo && (
        <Notice tone="good" title={said.follow.led}>
          <View className="tip__open">
            <BigButton onClick={() => openPage(caseRoute({ kind: 'returnee', id: leadsTo }))}>
              {said.follow.open}
            </BigButton>
          </View>
        </Notice>
      )}
      {canRegister(view) && (
        <Notice tone="calm" title={said.follow.title}>
          {knowsMore ? said.follow.revealFirst : said.follow.body}
        </Notice>
      )}
      {unchecked && (
        <Notice tone="warning" title={said.unchecked.title}>
          {said.unchecked.body}
        </Notice>
      )}
    </>
  )
}

const maliceOf = (status: TipForReview['status']) =>
  status === 'suspected' || status === 'accused' || status === 'appealed' ? said.malice[status] : null

/** Whether somebody is to be registered because of it, and nobody has been yet. */
export const canRegister = ({ status, opens, leadsTo, events }: TipForReview): boolean =>
  status === 'confirmed' && opens === 'registration' && leadsTo === null && events.includes('lead')
