import { useState } from 'react'
import { View } from '@tarojs/components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import type { Level } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { SheetBody } from '@/components/SheetBody'
import { EditFailure } from '@/components/staff/EditFailure'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { EditFormProps } from './edit'
import { nameFields, NameFields, showNameFaults, type NameTyped } from './NameFields'

const said = staffWords.places.add

/** A new node below this one. */
export function AddForm({ node, onDone }: EditFormProps) {
  const [level, setLevel] = useState<Level>(node.mayAdd[0] ?? 'household')
  const { submission, renew } = useSubmission()
  const adding = useSend('places', 'add')
  const form = useForm<NameTyped>({
    resolver: valibotResolver(nameFields),
    defaultValues: { name: '', code: '' },
  })
  const error = adding.error && callErrorOf(adding.error)
  const wasAddedBefore = error?.code === 'submissionTaken'
  const send = (typed: NameTyped) =>
    adding.mutate(
      { submission, place: node.id, level, ...typed },
      {
        onSuccess: onDone,
        onError: (cause) => {
          const refusal = callErrorOf(cause)
          showNameFaults(form, refusal)
          if (refusal.code === 'submissionTaken') renew()
        },
      },
    )
  return (
    <>
      <SheetBody>
        {wasAddedBefore ? (
          <Notice tone="warning" title={said.taken} />
        ) : (
          <EditFailure error={error} fields={['name', 'code']} />
        )}
        <Field label={staffWords.places.node.level}>
          <Choices
            label={staffWords.places.node.level}
            choices={node.mayAdd.map((value) => ({ value, text: words.registration.level[value] }))}
            chosen={[level]}
            onToggle={setLevel}
          />
        </Field>
        <NameFields form={form} level={level} />
        <View className="soft">{said.willDo}</View>
      </SheetBody>
      <BigButton tone="primary" busy={adding.isPending} onClick={() => void form.handleSubmit(send)()}>
        {said.send(words.registration.level[level])}
      </BigButton>
    </>
  )
}
