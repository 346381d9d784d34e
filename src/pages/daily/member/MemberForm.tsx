import { View } from '@tarojs/components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm, type FieldPath } from 'react-hook-form'
import { member, type MemberDraft } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { PageSight } from '@/components/PageSight'
import type { CallError } from '@/services/api'
import { callErrorOf } from '@/services/queries'
import { words } from '@/words'
import { MemberQuestions } from '../MemberQuestions'

interface MemberFormProps {
  values: MemberDraft
  /** Said where something is known that the reader does not see. */
  hints?: { name?: string; phone?: string; document?: string }
  byStaff: boolean
  /** Words on the button. */
  confirm: string
  busy: boolean
  error: CallError | null
  /** Sends it; `onError` is told why it was refused. */
  onSend: (typed: MemberDraft, onError: (cause: unknown) => void) => void
}

const at = {
  name: 'name',
  relation: 'relation',
  phone: 'phone',
  documentKind: 'document.kind',
  documentNumber: 'document.number',
} as const

/** Where a refused member stands in what was sent. */
const SENT_AS = /^member\./

/** Who somebody is. What is typed stays when sending fails. */
export function MemberForm({ values, hints, byStaff, confirm, busy, error, onSend }: MemberFormProps) {
  const form = useForm<MemberDraft>({ defaultValues: values, resolver: valibotResolver(member) })
  const refused = (cause: unknown) => {
    for (const [path, fault] of Object.entries(callErrorOf(cause).fields ?? {})) {
      form.setError(path.replace(SENT_AS, '') as FieldPath<MemberDraft>, { message: fault })
    }
  }
  return (
    <PageSight>
      <FailureNotice error={error} kept={words.app.kept} />
      <View className="card">
        <MemberQuestions
          control={form.control}
          at={at}
          asksDocument={Boolean(values.document?.number)}
          byStaff={byStaff}
          hints={hints}
        />
      </View>
      <BigButton
        tone="primary"
        busy={busy}
        onClick={() => void form.handleSubmit((typed) => onSend(typed, refused))()}
      >
        {confirm}
      </BigButton>
    </PageSight>
  )
}
