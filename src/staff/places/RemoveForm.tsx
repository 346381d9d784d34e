import { View } from '@tarojs/components'
import { BigButton } from '@/components/BigButton'
import { SheetBody } from '@/components/SheetBody'
import { EditFailure } from '@/components/staff/EditFailure'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import type { EditFormProps } from './edit'

const said = staffWords.places.remove

/** An empty node is taken out of the tree. */
export function RemoveForm({ node, onDone }: EditFormProps) {
  const removing = useSend('places', 'remove')
  const send = () => removing.mutate({ place: node.id, version: node.version }, { onSuccess: onDone })
  return (
    <>
      <SheetBody>
        <EditFailure error={removing.error && callErrorOf(removing.error)} />
        <View>{said.willDo(node.name)}</View>
        <View className="soft">{said.onlyEmpty}</View>
      </SheetBody>
      <BigButton tone="danger" busy={removing.isPending} onClick={send}>
        {said.send(node.name)}
      </BigButton>
    </>
  )
}
