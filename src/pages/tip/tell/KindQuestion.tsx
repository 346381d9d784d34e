import { View } from '@tarojs/components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { TipQuestions } from '@contract/letterbox'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { StateView } from '@/components/StateView'
import { tipWords } from '@/words/tip'
import type { Telling } from './useTelling'

const said = tipWords.tell.kind

interface KindQuestionProps {
  telling: Telling
  /** What can be told at the place. */
  questions: UseQueryResult<TipQuestions>
}

/** What it is, out of what the policy of the place names. */
export function KindQuestion({ telling: { values, change, faultOf }, questions }: KindQuestionProps) {
  return (
    <Field label={said.label} fault={faultOf('kind')}>
      {values.place === '' ? (
        <View className="soft">{said.first}</View>
      ) : (
        <StateView query={questions}>
          {({ kinds }) => (
            <Choices
              label={said.label}
              choices={kinds.map(({ id, name, example }) => ({ value: id, text: name, note: example }))}
              chosen={[values.kind]}
              onToggle={(kind) => change({ kind })}
              shape="rows"
            />
          )}
        </StateView>
      )}
    </Field>
  )
}
