import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { FieldFault } from '@contract/faults'
import type { PlaceLine } from '@contract/places'
import { levels } from '@contract/roles'
import { Field } from '@/components/Field'
import { PickerRow } from '@/components/PickerRow'
import { PlacePicker, type PlaceStep } from '@/components/PlacePicker'
import { StateView } from '@/components/StateView'
import { asked } from '@/services/queries'
import { words } from '@/words'
import './HomePlaceField.scss'

const said = words.register.household

/** The widest level at which somebody can be said to live. */
const WIDEST = 'compound'

interface HomePlaceFieldProps {
  /** Where the screen scrolls to when something is wrong here. */
  id?: string
  /** '' when none is chosen. */
  place: string
  onChange: (place: string) => void
  fault?: FieldFault
}

/** Where somebody lives: a compound, or a building in it; and whom to call there. */
export function HomePlaceField({ id, place: placeId, onChange, fault }: HomePlaceFieldProps) {
  const [trail, setTrail] = useState<readonly PlaceStep[]>([])
  const [open, setOpen] = useState(false)
  const chosen = useQuery({ ...asked('places', 'show', { place: placeId }), enabled: placeId !== '' })
  const place = placeId === '' ? undefined : chosen.data
  const way = useWay(trail, open)

  const start = () => {
    // The building is picked below the compound that a scanned code or the last registration has filled in.
    setTrail(place?.level === 'compound' ? [stepAt(place)] : [])
    setOpen(true)
  }
  const choose = ({ id: chosenId }: PlaceStep) => {
    onChange(chosenId)
    setOpen(false)
  }
  return (
    <Field id={id} label={said.place} hint={said.placeHint} fault={fault}>
      <PickerRow
        label={said.place}
        text={place?.names.join(' ') ?? ''}
        placeholder={placeId && chosen.isPending ? words.app.loading : words.app.choose}
        wrong={fault !== undefined}
        onClick={start}
      />
      {place?.contact && (
        <View className="soft home-place__contact">
          {said.contact(words.registration.duty[place.contact.duty], place.contact.name)}
        </View>
      )}
      <PlacePicker
        title={said.place}
        open={open}
        trail={way.trail}
        lines={way.lines.data ?? []}
        widest={WIDEST}
        onGo={setTrail}
        onChoose={choose}
        onClose={() => setOpen(false)}
      >
        {way.lines.data ? null : <StateView query={way.lines}>{() => null}</StateView>}
      </PlacePicker>
    </Field>
  )
}

/** What lies below the way down so far. Where there is a single place to go, a tap is saved: one street office. */
function useWay(trail: readonly PlaceStep[], open: boolean) {
  const lines = useQuery({
    ...asked('places', 'list', { under: trail[trail.length - 1]?.id }),
    enabled: open,
  })
  const only = onlyWay(lines.data ?? [])
  const further = useQuery({ ...asked('places', 'list', { under: only?.id }), enabled: only !== undefined })
  return only ? { trail: [...trail, only], lines: further } : { trail, lines }
}

const onlyWay = (lines: readonly PlaceLine[]): PlaceLine | undefined => {
  const [line] = lines
  return lines.length === 1 && line?.more && isTooWide(line) ? line : undefined
}

const isTooWide = ({ level }: PlaceLine): boolean => levels.indexOf(level) < levels.indexOf(WIDEST)

const stepAt = ({
  id,
  level,
  names,
}: {
  id: string
  level: PlaceLine['level']
  names: string[]
}): PlaceStep => ({
  id,
  level,
  name: names[names.length - 1] ?? '',
})
