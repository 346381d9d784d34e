import { View } from '@tarojs/components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { BigButton } from '@/components/BigButton'
import { SheetBody } from '@/components/SheetBody'
import { EditFailure } from '@/components/staff/EditFailure'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import type { EditFormProps } from './edit'
import { nameFields, NameFields, showNameFaults, type NameTyped } from './NameFields'

const said = staffWords.places.rename

/** Another name or number for a node. */
export function RenameForm({ node, onDone }: EditFormProps) {
  const renaming = useSend('places', 'rename')
  const form = useForm<NameTyped>({
    resolver: valibotResolver(nameFields),
    defaultValues: { name: node.name, code: node.code },
  })
  const send = (typed: NameTyped) =>
    renaming.mutate(
      { place: node.id, version: node.version, ...typed },
      { onSuccess: onDone, onError: (error) => showNameFaults(form, callErrorOf(error)) },
    )
  return (
    <>
      <SheetBody>
        <EditFailure error={renaming.error && callErrorOf(renaming.error)} fields={['name', 'code']} />
        <NameFields form={form} level={node.level} now={node.name} />
        <View className="soft">{said.willDo}</View>
      </SheetBody>
      <BigButton tone="primary" busy={renaming.isPending} onClick={() => void form.handleSubmit(send)()}>
        {said.send}
      </BigButton>
    </>
  )
}
