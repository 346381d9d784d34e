import { useState, type PropsWithChildren } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { FieldFault } from '@contract/faults'
import type { PlaceLine } from '@contract/places'
import { levels, type Level } from '@contract/roles'
import { Field } from '@/components/Field'
import { PickerRow } from '@/components/PickerRow'
import { PlacePicker, type PlaceStep } from '@/components/PlacePicker'
import { StateView } from '@/components/StateView'
import { asked } from '@/services/queries'
import { words } from '@/words'

export interface PlaceFieldProps {
  label: string
  hint: string
  /** What to do where the place is not in the list. */
  notFound?: string
  /** The widest level that may be chosen. */
  widest: Level
  /** Where the screen scrolls to when something is wrong here. */
  id?: string
  /** '' when none is chosen. */
  place: string
  onChange: (place: string) => void
  fault?: FieldFault
}

/** A place of the tree as residents know it; the children stand below what is chosen. */
export function PlaceField(props: PropsWithChildren<PlaceFieldProps>) {
  const { label, hint, notFound, widest, id, place: placeId, onChange, fault, children } = props
  const [trail, setTrail] = useState<readonly PlaceStep[]>([])
  const [open, setOpen] = useState(false)
  const chosen = useQuery({ ...asked('places', 'show', { place: placeId }), enabled: placeId !== '' })
  const place = placeId === '' ? undefined : chosen.data
  const way = useWay(trail, open, widest)

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
    <Field id={id} label={label} hint={hint} fault={fault}>
      <PickerRow
        label={label}
        text={place?.names.join(' ') ?? ''}
        placeholder={placeId && chosen.isPending ? words.app.loading : words.app.choose}
        wrong={fault !== undefined}
        onClick={start}
      />
      {children}
      <PlacePicker
        title={label}
        open={open}
        trail={way.trail}
        lines={way.lines.data ?? []}
        widest={widest}
        notFound={notFound}
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
function useWay(trail: readonly PlaceStep[], open: boolean, widest: Level) {
  const lines = useQuery({
    ...asked('places', 'list', { under: trail[trail.length - 1]?.id }),
    enabled: open,
  })
  const only = onlyWay(lines.data ?? [], widest)
  const further = useQuery({ ...asked('places', 'list', { under: only?.id }), enabled: only !== undefined })
  return only ? { trail: [...trail, only], lines: further } : { trail, lines }
}

const onlyWay = (lines: readonly PlaceLine[], widest: Level): PlaceLine | undefined => {
  const [line] = lines
  const isTooWide = line && levels.indexOf(line.level) < levels.indexOf(widest)
  return lines.length === 1 && line?.more && isTooWide ? line : undefined
}

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
