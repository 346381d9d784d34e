import { useState } from 'react'
import { View } from '@tarojs/components'
import { callResults, type CallResult } from '@contract/calls'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { Field } from '../Field'
import { TextArea } from '../TextArea'

const said = staffWords.calling

/** As many characters as the contract takes. */
const MOST = 200

export interface CallResultsProps {
  busy: boolean
  onTell: (result: CallResult, words: string) => void
}

/** How a call went: one tap, with words where there is something to say. */
export function CallResults({ busy, onTell }: CallResultsProps) {
  const [spoken, setSpoken] = useState('')
  return (
    <>
      <Field label={said.words} optional>
        <TextArea
          label={said.words}
          value={spoken}
          onChange={setSpoken}
          placeholder={said.wordsPlaceholder}
          most={MOST}
        />
      </Field>
      <View className="title call-sheet__ask">{said.ask}</View>
      <View className="call-sheet__results">
        {callResults.map((result) => (
          <View key={result} className="call-sheet__result">
            <BigButton
              busy={busy}
              label={said.tell(said.result[result])}
              onClick={() => onTell(result, spoken.trim())}
            >
              {said.result[result]}
            </BigButton>
          </View>
        ))}
      </View>
    </>
  )
}
