import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { holderRoles, type Hold } from '@contract/keeping'
import type { Post } from '@contract/people'
import { BigButton } from '@/components/BigButton'
import { ReasonSheet } from '@/components/ReasonSheet'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { HoldSheet } from './HoldSheet'
import { holdsRole, placeText, whoText } from './sayings'

const said = staffWords.keeping.hold

interface HoldsProps {
  holds: readonly Hold[]
  own: readonly PlaceName[]
  posts: readonly Post[]
  /** The case that somebody has come from to keep it; null for none. */
  about: string | null
}

/** What is kept beyond its period as evidence, by whom, until when. */
export function Holds({ holds, own, posts, about }: HoldsProps) {
  const [isOpen, setOpen] = useState(about !== null)
  const mayHold = holdsRole(posts, holderRoles)
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <View className="soft">{said.explain}</View>
      {holds.length === 0 && <View className="keeping__one">{said.none}</View>}
      {holds.map((hold) => (
        <OneHold key={hold.id} hold={hold} />
      ))}
      {mayHold && (
        <BigButton onClick={() => setOpen(true)}>{about === null ? said.begin : said.beginCase}</BigButton>
      )}
      <HoldSheet own={own} about={about} open={isOpen} onClose={() => setOpen(false)} />
    </View>
  )
}

function OneHold({ hold }: { hold: Hold }) {
  const [isReleasing, setReleasing] = useState(false)
  const releasing = useSend('keeping', 'release')
  const today = dayOf(new Date())
  const place = placeText(hold.place)
  const send = (reason: string) =>
    releasing.mutate(
      { place: hold.place.id, hold: hold.id, words: reason },
      { onSuccess: () => void Taro.showToast({ title: said.released, icon: 'success' }) },
    )
  return (
    <View className="keeping__one">
      <View>{hold.case ? said.one(hold.case.display, place) : said.whole(place)}</View>
      <View className="soft">{said.by(whoText(hold.by), words.dates.dayInFull(hold.until, today))}</View>
      <View>{hold.words}</View>
      {hold.mayRelease && (
        <View className="keeping__button">
          <BigButton onClick={() => setReleasing(true)}>{said.release}</BigButton>
        </View>
      )}
      <ReasonSheet
        title={said.release}
        explain={said.releaseExplain}
        label={said.releaseLabel}
        presets={said.releasePresets}
        confirm={said.releaseSend}
        tone="danger"
        open={isReleasing}
        busy={releasing.isPending}
        error={releasing.error && callErrorOf(releasing.error)}
        onSend={send}
        onClose={() => setReleasing(false)}
      />
    </View>
  )
}
