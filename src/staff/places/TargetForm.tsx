import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PlaceName } from '@contract/cases'
import type { PlaceNode } from '@contract/places'
import { BigButton } from '@/components/BigButton'
import { SheetBody } from '@/components/SheetBody'
import { Tap } from '@/components/Tap'
import { EditFailure } from '@/components/staff/EditFailure'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { TargetPicker, type Target } from './TargetPicker'
import type { Purpose } from './targets'
import { insideOf } from './tree'
import './TargetForm.scss'

const said = staffWords.places

interface TargetFormProps {
  purpose: Purpose
  node: PlaceNode
  own: readonly PlaceName[]
  /** To which place it has gone. */
  onDone: (to: string) => void
}

/** Where a node goes with all that is in it: first the place is picked, then what that means is read. */
export function TargetForm({ purpose, node, own, onDone }: TargetFormProps) {
  const [target, setTarget] = useState<Target | null>(null)
  const moving = useSend('places', 'move')
  const merging = useSend('places', 'merge')
  const sending = purpose === 'move' ? moving : merging
  if (!target) return <TargetPicker purpose={purpose} node={node} own={own} onChoose={setTarget} />

  const on = { place: node.id, version: node.version }
  const arrived = { onSuccess: () => onDone(target.id) }
  const send = () =>
    purpose === 'move'
      ? moving.mutate({ ...on, to: target.id }, arrived)
      : merging.mutate({ ...on, into: target.id }, arrived)
  const pickAgain = () => {
    sending.reset()
    setTarget(null)
  }
  return (
    <>
      <SheetBody>
        <EditFailure error={sending.error && callErrorOf(sending.error)} />
        <View className="target-form__target">
          <View className="target-form__place">
            <View className="soft">{purpose === 'move' ? said.pick.to : said.pick.into}</View>
            <View>{target.names.join(' ')}</View>
          </View>
          <Tap className="target-form__again" onTap={pickAgain}>
            {said.pick.again}
          </Tap>
        </View>
        {meaningOf(purpose, node, target).map((sentence) => (
          <View key={sentence} className="target-form__sentence">
            {sentence}
          </View>
        ))}
      </SheetBody>
      <BigButton tone={purpose === 'move' ? 'primary' : 'danger'} busy={sending.isPending} onClick={send}>
        {said[purpose].send(target.name)}
      </BigButton>
    </>
  )
}

/** What will happen, said before it does. */
const meaningOf = (purpose: Purpose, { name, children }: PlaceNode, to: Target): string[] => {
  const inside = insideOf(children)
  const { move, merge } = said
  return purpose === 'move'
    ? [move.willDo(name, inside), move.hands, move.code]
    : [merge.willDo(name, to.name, inside), merge.cannotUndo, merge.code(name, to.name)]
}
