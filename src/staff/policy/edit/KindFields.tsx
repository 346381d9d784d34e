import type { Faults } from '@contract/faults'
import { tipFollowUps, type TipKind } from '@contract/tippingRules'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'
import { staffWords } from '@/words/staff'

const said = staffWords.policy.tipping

/** Characters: what the contract takes. */
const most = { name: 12, example: 60 } as const

interface KindFieldsProps {
  kind: TipKind
  faults: Faults
  /** Where the faults of this kind stand: kinds.0 */
  at: string
  onChange: (changes: Partial<TipKind>) => void
}

/** One kind of thing that can be told. */
export function KindFields({
  kind: { name, example, urgent, opens },
  faults,
  at,
  onChange,
}: KindFieldsProps) {
  return (
    <>
      <Field label={said.name} fault={faults[`${at}.name`]}>
        <TextInput
          label={said.name}
          value={name}
          onChange={(typed) => onChange({ name: typed })}
          most={most.name}
          wrong={faults[`${at}.name`] !== undefined}
        />
      </Field>
      <Field label={said.example} hint={said.exampleHint} fault={faults[`${at}.example`]} optional>
        <TextInput
          label={said.example}
          value={example}
          onChange={(typed) => onChange({ example: typed })}
          most={most.example}
        />
      </Field>
      <Field label={said.urgency}>
        <Choices
          label={said.urgency}
          choices={[
            { value: 'urgent', text: said.urgent },
            { value: 'usual', text: said.usual },
          ]}
          chosen={[urgent ? 'urgent' : 'usual']}
          onToggle={(value) => onChange({ urgent: value === 'urgent' })}
        />
      </Field>
      <Field label={said.opens}>
        <Choices
          label={said.opens}
          choices={tipFollowUps.map((value) => ({ value, text: said.follows[value] }))}
          chosen={[opens]}
          onToggle={(value) => onChange({ opens: value })}
        />
      </Field>
    </>
  )
}
