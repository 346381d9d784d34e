import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PlaceName } from '@contract/cases'
import { limits } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextArea } from '@/components/TextArea'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import type { CallError } from '@/services/api'
import { Places } from '@/staff/inbox/Places'
import { useKeptWords } from '@/services/keptWords'
import { words } from '@/words'
import { tipWorkWords } from '@/words/tipWork'

const said = tipWorkWords.dispatch

/** A district is too wide to go to, and behind a door lives one household. */
const isForGoing = ({ level }: PlaceChoice): boolean => level !== 'district' && level !== 'household'

interface DispatchSheetProps {
  /** The places of one's own. */
  tops: readonly PlaceName[]
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (to: { place: string; words: string }) => void
  onClose: () => void
}

/** Says more exactly where it is, and so who goes. */
export function DispatchSheet({ tops, open, busy, error, onSend, onClose }: DispatchSheetProps) {
  const [chosen, setChosen] = useState<PlaceChoice[]>([])
  const [spoken, setSpoken] = useKeptWords('dispatch', { open, busy, error })
  const [missing, setMissing] = useState(false)
  const places = chosen.filter(isForGoing)
  const place = places[places.length - 1]
  const fault = missing ? said.missing : faultOf(error)
  const choose = (all: PlaceChoice[]) => {
    setChosen(all)
    setMissing(false)
  }
  const send = () => (place ? onSend({ place: place.id, words: spoken.trim() }) : setMissing(true))
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        <View className="soft tip__hint">{said.hint}</View>
        {fault && (
          <View className="tip__fault" role="alert">
            {fault}
          </View>
        )}
        <Places tops={tops} chosen={chosen} onChange={choose} />
        <Field label={said.words} optional>
          <TextArea
            label={said.words}
            value={spoken}
            onChange={setSpoken}
            placeholder={said.placeholder}
            most={limits.words}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={busy} onClick={send}>
        {place ? said.send(place.name) : said.sendWithout}
      </BigButton>
    </Sheet>
  )
}

const faultOf = (error: CallError | null): string | null => {
  const fault = error?.fields?.place
  return fault ? words.faults[fault] : null
}
