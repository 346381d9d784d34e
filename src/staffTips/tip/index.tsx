import { useEffect } from 'react'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { TipForReview } from '@contract/tips'
import { FailureNotice } from '@/components/FailureNotice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { Tag } from '@/components/Tag'
import { timelineLines } from '@/components/timelineLines'
import { TimelineView } from '@/components/TimelineView'
import { CaseHeader } from '@/components/staff/CaseHeader'
import { CaseTools } from '@/components/staff/CaseTools'
import { tipTones } from '@/components/staff/tipTones'
import { tellRegistered } from '@/services/tipRegistration'
import { CaseNews } from '@/staff/case/CaseNews'
import { HoldLink } from '@/staff/case/HoldLink'
import { dueOf } from '@/staff/due'
import { words } from '@/words'
import { handlingWords } from '@/words/handling'
import { tipWorkWords as said, type TipDeedName } from '@/words/tipWork'
import { Footer } from './Footer'
import { footerDeeds } from './footerDeeds'
import { Known } from './Known'
import { Sheets } from './Sheets'
import { SimilarTips } from './SimilarTips'
import { Standing } from './Standing'
import { StepsThere } from './StepsThere'
import { deedsOf, joiningOf } from './tipDeed'
import { SeenThere, Told } from './Told'
import { useTipDesk, type TipDesk } from './useTipDesk'
import './index.scss'

const eventName = (name: TipDeedName): string => said.event[name]

/** `?id=` of a tip: what was seen, what is known there, and what came of going there. Opening it is what `see` says. */
export default function TipPage() {
  const { id = '' } = useRouter().params
  const desk = useTipDesk(id)
  const { data: view, refetch } = desk.review
  // A registration that was made because of it may not have reached the tip, for want of a signal.
  useDidShow(() => void tellRegistered(id))
  usePullDownRefresh(() => void refetch().finally(() => Taro.stopPullDownRefresh()))
  useEffect(() => {
    if (view) void Taro.setNavigationBarTitle({ title: view.kindName })
  }, [view])
  return (
    <Page tallFooter footer={view && <Footer view={view} desk={desk} />}>
      <StateView query={desk.review}>{(view) => <Tip view={view} desk={desk} />}</StateView>
    </Page>
  )
}

function Tip({ view, desk }: { view: TipForReview; desk: TipDesk }) {
  const now = new Date()
  const today = dayOf(now)
  const { revealed, sheet, deeds, joining } = desk
  return (
    <>
      <CaseNews
        status={said.status[view.status]}
        sentences={said.happened}
        events={deedsOf(view.events)}
        nameOf={eventName}
        desk={desk}
      />
      {!sheet && <FailureNotice error={deeds.error} />}
      <CaseHeader
        display={view.kindName}
        tags={
          <>
            {view.urgency === 1 && <Tag tone="danger" text={handlingWords.urgent} />}
            <Tag tone={tipTones[view.status]} text={said.status[view.status]} />
          </>
        }
        place={view.place.names}
        due={view.todo && dueOf(view.todo, now)}
        assignee={view.todo?.assignee?.name ?? null}
        entered={said.received(words.dates.instant(view.toldAt, today))}
      />
      <Standing view={view} isRevealed={revealed !== null} />
      <Told view={view} revealed={revealed} today={today} />
      <SeenThere view={view} />
      <CaseTools events={toolsOf(view)} nameOf={eventName} onChoose={desk.open} />
      <SimilarTips
        title={said.similar.title}
        tips={view.similar.filter(({ id }) => id !== view.into)}
        today={today}
        mayJoin={(other) => joiningOf(view, other) !== null}
        onJoin={({ id }) => joining.open(id)}
      />
      <SimilarTips title={said.similar.joined} tips={view.joined} today={today} />
      {isOpen(view) && <StepsThere view={view} />}
      <Known known={view.known} today={today} />
      <View className="card">
        <View className="title">{handlingWords.timeline}</View>
        <TimelineView lines={timelineLines(view.timeline, 'staff', today, said.happened)} />
      </View>
      <HoldLink id={view.id} text={said.hold} />
      <Sheets view={view} desk={desk} today={today} />
    </>
  )
}

const isOpen = ({ status }: TipForReview): boolean =>
  status === 'told' || status === 'escalated' || status === 'seen'

/** What can be done besides bringing it to its end. A registration can only be chosen where there is one. */
const toolsOf = (view: TipForReview): TipDeedName[] => {
  const ending = footerDeeds(view)
  return deedsOf(view.events).filter(
    (name) =>
      !ending.includes(name) &&
      (name !== 'lead' || (view.leadsTo === null && view.known.registrations.length > 0)),
  )
}
