import { View } from '@tarojs/components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm, type FieldPath } from 'react-hook-form'
import type { InputOf } from '@contract'
import { staffActions } from '@contract/staff'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { ownPhone } from '@/pages/phones/OwnPhoneButton'
import { PageSight } from '@/components/PageSight'
import { TextQuestion } from '@/components/TextQuestion'
import { callErrorOf, type useSend } from '@/services/queries'
import { words } from '@/words'

const said = words.joining

type Joining = InputOf<typeof staffActions.join>

interface JoinFormProps {
  code: string
  joining: ReturnType<typeof useSend<'staff', 'join'>>
}

/** Under which name and number one will be known. Stays filled in until it has arrived. */
export function JoinForm({ code, joining }: JoinFormProps) {
  const form = useForm<Joining>({
    resolver: valibotResolver(staffActions.join.input),
    defaultValues: { code, name: '', phone: '' },
  })
  const send = (typed: Joining) =>
    joining.mutate(typed, {
      onError: (error) => {
        for (const [path, fault] of Object.entries(callErrorOf(error).fields ?? {})) {
          form.setError(path as FieldPath<Joining>, { message: fault })
        }
      },
    })
  return (
    <PageSight>
      <FailureNotice error={joining.error && callErrorOf(joining.error)} kept={words.app.kept} />
      <View className="card">
        <TextQuestion control={form.control} name="name" label={said.name} hint={said.public} most={40} />
        <TextQuestion
          control={form.control}
          name="phone"
          label={said.phone}
          most={20}
          keyboard="phone"
          below={ownPhone}
        />
      </View>
      <BigButton tone="primary" busy={joining.isPending} onClick={() => void form.handleSubmit(send)()}>
        {said.send}
      </BigButton>
    </PageSight>
  )
}
