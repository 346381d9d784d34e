import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { dayOf, daysBetween } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { lifterRoles, type Lift } from '@contract/keeping'
import type { Post } from '@contract/people'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { ReasonSheet } from '@/components/ReasonSheet'
import { Tag } from '@/components/Tag'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { AnnounceSheet } from './AnnounceSheet'
import { holdsRole, placeText, whoText } from './sayings'

const said = staffWords.keeping.lift

interface LiftsProps {
  lifts: readonly Lift[]
  own: readonly PlaceName[]
  posts: readonly Post[]
}

/** Outbreaks that come to their end: proposed by one, confirmed by another, counted down. */
export function Lifts({ lifts, own, posts }: LiftsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <View className="soft">{said.explain}</View>
      {lifts.length === 0 && <View className="keeping__one">{said.none}</View>}
      {lifts.map((lift) => (
        <OneLift key={lift.id} lift={lift} />
      ))}
      {holdsRole(posts, lifterRoles) && <BigButton onClick={() => setOpen(true)}>{said.announce}</BigButton>}
      <AnnounceSheet own={own} open={isOpen} onClose={() => setOpen(false)} />
    </View>
  )
}

function OneLift({ lift }: { lift: Lift }) {
  const today = dayOf(new Date())
  const signed = ({ at, ...by }: Lift['announced']) =>
    [whoText(by), words.dates.instant(at, today)] as [string, string]
  return (
    <View className="keeping__one">
      <View>
        <Text>{placeText(lift.place)} </Text>
        <Tag
          tone={lift.status === 'counting' ? 'warning' : 'calm'}
          text={staffWords.keeping.liftStatus[lift.status]}
        />
      </View>
      <View>{lift.words}</View>
      <View className="soft">{said.announcedBy(...signed(lift.announced))}</View>
      {lift.confirmed && <View className="soft">{said.confirmedBy(...signed(lift.confirmed))}</View>}
      <View>{countdownText(lift, today)}</View>
      {lift.status === 'announced' && !lift.mayConfirm && <View className="soft">{said.waitsForOther}</View>}
      <LiftButtons lift={lift} />
    </View>
  )
}

const countdownText = ({ endsAt, days }: Lift, today: string): string => {
  if (!endsAt) return said.period(days)
  const day = dayOf(endsAt)
  return said.ends(words.dates.dayInFull(day, today), daysBetween(today, day) - 1)
}

function LiftButtons({ lift: { id, place, days, mayConfirm } }: { lift: Lift }) {
  const [isCancelling, setCancelling] = useState(false)
  const confirming = useSend('keeping', 'confirmLift')
  const cancelling = useSend('keeping', 'cancelLift')
  const confirmLift = async () => {
    const { confirm } = await Taro.showModal({
      title: said.confirmTitle,
      content: said.confirmBody(placeText(place), days),
      confirmText: words.app.confirm,
      cancelText: words.app.cancel,
    })
    if (confirm) confirming.mutate({ place: place.id, lift: id })
  }
  const cancelLift = (reason: string) =>
    cancelling.mutate(
      { place: place.id, lift: id, words: reason },
      { onSuccess: () => void Taro.showToast({ title: said.cancelled, icon: 'success' }) },
    )
  return (
    <>
      <FailureNotice error={confirming.error && callErrorOf(confirming.error)} />
      {mayConfirm && (
        <View className="keeping__button">
          <BigButton tone="primary" busy={confirming.isPending} onClick={() => void confirmLift()}>
            {said.confirm}
          </BigButton>
        </View>
      )}
      <View className="keeping__button">
        <BigButton onClick={() => setCancelling(true)}>{said.cancel}</BigButton>
      </View>
      <ReasonSheet
        title={said.cancel}
        explain={said.cancelExplain}
        label={said.cancelLabel}
        presets={said.cancelPresets}
        confirm={said.cancelSend}
        open={isCancelling}
        busy={cancelling.isPending}
        error={cancelling.error && callErrorOf(cancelling.error)}
        onSend={cancelLift}
        onClose={() => setCancelling(false)}
      />
    </>
  )
}
