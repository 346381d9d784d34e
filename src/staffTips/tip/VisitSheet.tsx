import { useState } from 'react'
import { View } from '@tarojs/components'
import type { KnownThere } from '@contract/tips'
import { limits } from '@contract/returnee'
import type { TipFollowUp } from '@contract/tippingRules'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { PictureField } from '@/components/PictureField'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextArea } from '@/components/TextArea'
import { OwnPicture } from '@/pages/pictures/OwnPicture'
import type { CallError } from '@/services/api'
import { useKeptWords } from '@/services/keptWords'
import { usePictures } from '@/services/pictures'
import { words } from '@/words'
import { tipWorkWords, type TipResult } from '@/words/tipWork'
import { results } from './tipDeed'

const { visit: said, result: resultWords, event } = tipWorkWords

const PICTURES = 6
const NONE = 'none'

export interface Visited {
  result: TipResult
  words: string
  pictures: string[]
  household: string | null
}

interface VisitSheetProps {
  /** What this visit can end with. */
  allowed: readonly TipResult[]
  /** What follows when it is so. */
  opens: TipFollowUp
  households: KnownThere['households']
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (visited: Visited) => void
  onClose: () => void
}

/** How a visit went. Stays filled in until it is sent. */
export function VisitSheet({
  allowed,
  opens,
  households,
  open,
  busy,
  error,
  onSend,
  onClose,
}: VisitSheetProps) {
  const [result, setResult] = useState<TipResult | null>(null)
  const [spoken, setSpoken] = useKeptWords('visit', { open, busy, error })
  const [household, setHousehold] = useState<string | null>(null)
  const [ids, setIds] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const pictures = usePictures(ids, setIds)
  const unsaid = spoken.trim() === ''
  const choose = (chosen: TipResult) => {
    // What was chosen as said of another result would contradict this one.
    if (result && chosen !== result && resultWords[result].presets.includes(spoken)) setSpoken('')
    setResult(chosen)
  }
  const send = () => {
    setTried(true)
    if (result && !unsaid) onSend({ result, words: spoken.trim(), pictures: ids, household })
  }
  return (
    <Sheet title={event.visit} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        <Field label={said.result} fault={tried && !result ? 'required' : undefined}>
          <Choices
            label={said.result}
            shape="rows"
            choices={results
              .filter((one) => allowed.includes(one))
              .map((value) => ({ value, text: resultWords[value].text, note: noteOf(value, opens) }))}
            chosen={result ? [result] : []}
            onToggle={choose}
          />
        </Field>
        <Field label={said.words} fault={tried && unsaid ? 'required' : undefined}>
          {result && <Presets of={result} chosen={spoken} onChoose={setSpoken} />}
          <TextArea
            label={said.words}
            value={spoken}
            onChange={setSpoken}
            placeholder={said.placeholder}
            most={limits.words}
            wrong={tried && unsaid}
          />
        </Field>
        <PictureField
          label={said.pictures}
          optional
          explain={said.picturesExplain}
          fault={error?.fields?.pictures}
          pictures={pictures.pictures}
          most={PICTURES}
          notChosen={pictures.notChosen}
          show={({ picture, path }) => <OwnPicture picture={picture} path={path} label={said.pictures} />}
          onAdd={pictures.add}
          onRetake={pictures.retake}
          onRetry={pictures.retry}
          onRemove={pictures.remove}
        />
        {households.length > 0 && (
          <Field label={said.household} hint={said.householdHint} fault={error?.fields?.household}>
            <Choices
              label={said.household}
              shape="rows"
              choices={[
                ...households.map(({ id, display, place }) => ({
                  value: id,
                  text: tipWorkWords.known.family(display),
                  note: place.names.slice(-2).join(' '),
                })),
                { value: NONE, text: said.noHousehold },
              ]}
              chosen={[household ?? NONE]}
              onToggle={(id) => setHousehold(id === NONE ? null : id)}
            />
          </Field>
        )}
      </SheetBody>
      <BigButton tone="primary" busy={busy || pictures.isSending} onClick={send}>
        {sendText(result)}
      </BigButton>
    </Sheet>
  )
}

/** Where nobody is to be registered nothing follows. */
const noteOf = (result: TipResult, opens: TipFollowUp): string =>
  result === 'confirm' && opens === 'registration' ? said.newThenRegister : resultWords[result].note

const sendText = (result: TipResult | null): string => {
  if (result === 'suspect') return said.sendSuspect
  return result ? said.send(resultWords[result].text) : said.sendWithout
}

interface PresetsProps {
  of: TipResult
  chosen: string
  onChoose: (words: string) => void
}

function Presets({ of: result, chosen, onChoose }: PresetsProps) {
  return (
    <View className="tip__presets">
      <Choices
        label={said.words}
        choices={resultWords[result].presets.map((preset) => ({ value: preset, text: preset }))}
        chosen={[chosen]}
        onToggle={onChoose}
      />
    </View>
  )
}
