import { useState } from 'react'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { ListEntry } from '@/components/ListEntry'
import { RegionPicker } from '@/components/RegionPicker'
import { regionPath, regionTable } from '@/pages/regions/findCounties'
import { selfReportWords } from '@/words/selfReport'
import type { PersonProps } from './personProps'
import { StayFields } from './StayFields'
import { hasRoom, onDays } from './stays'
import { useAnswer } from './useAnswer'

const said = selfReportWords.stays

/** Where one of them was since the last report. */
export function StayQuestions(props: PersonProps) {
  const { index, today } = props
  const { value: been, change } = useAnswer(`people.${index}.been`)
  const [isPicking, setPicking] = useState(false)
  const add = (region: string) => {
    setPicking(false)
    change([...been, onDays({ region, detail: '', first: today, last: today }, 'today', today)])
  }
  return (
    <Field label={said.label} hint={said.hint}>
      {been.map((stay, place) => (
        <ListEntry
          key={`${stay.region} ${place}`}
          title={regionPath(stay.region)}
          removeLabel={said.remove(regionPath(stay.region))}
          onRemove={() => change(been.filter((_, other) => other !== place))}
        >
          <StayFields {...props} place={place} />
        </ListEntry>
      ))}
      {hasRoom({ been }) && <BigButton onClick={() => setPicking(true)}>{said.add}</BigButton>}
      <RegionPicker
        title={said.region}
        open={isPicking}
        regions={regionTable}
        onChoose={add}
        onClose={() => setPicking(false)}
      />
    </Field>
  )
}
