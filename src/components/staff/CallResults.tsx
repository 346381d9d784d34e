import { useState } from 'react'
import { View } from '@tarojs/components'
import { callResults, type CallResult } from '@contract/calls'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { Field } from '../Field'
import { TextInput } from '../TextInput'

const said = staffWords.calling

/** As many characters as the contract takes. */
const MOST = 200

export interface CallResultsProps {
  /** Somebody went to the door. */
  isVisit: boolean
  busy: boolean
  onTell: (result: CallResult, words: string) => void
}

/** How a call went: one tap, with words where there is something to say. */
export function CallResults({ isVisit, busy, onTell }: CallResultsProps) {
  const [spoken, setSpoken] = useState('')
  const named = isVisit ? said.visitResult : said.result
  return (
    <>
      <Field label={said.words} optional>
        <TextInput
          label={said.words}
          value={spoken}
          onChange={setSpoken}
          placeholder={said.wordsPlaceholder}
          most={MOST}
        />
      </Field>
      <View className="title call-sheet__ask">{isVisit ? said.askVisit : said.ask}</View>
      <View className="call-sheet__results">
        {callResults
          .filter((result) => !isVisit || result !== 'busy')
          .map((result) => (
            <View key={result} className="call-sheet__result">
              <BigButton
                busy={busy}
                label={said.tell(named[result])}
                onClick={() => onTell(result, spoken.trim())}
              >
                {named[result]}
              </BigButton>
            </View>
          ))}
      </View>
    </>
  )
}
