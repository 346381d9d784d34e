import { useState, type ReactNode } from 'react'
import * as v from 'valibot'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import * as field from '@contract/fields'
import { StateView } from '@/components/StateView'
import { TextQuestion } from '@/components/TextQuestion'
import { CandidateChoices } from '@/components/staff/CandidateChoices'
import { asked } from '@/services/queries'
import { staffWords } from '@/words/staff'

const said = staffWords.places.appoint

/** Who shall have a duty; `post` where they are on the staff. */
export interface Appointed {
  name: string
  phone: string
  post: string | null
}

/** A way to say who it is. */
interface Asking {
  fields: ReactNode
  /** Hands over who was said, or shows what is missing. */
  give: (to: (person: Appointed) => void) => void
}

/** One of the staff whose place covers this one; they are asked for when one is wanted. */
export function useColleague(place: string, isWanted: boolean): Asking {
  const candidates = useQuery({ ...asked('places', 'candidates', { place }), enabled: isWanted })
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const choose = (post: string) => {
    setChosen(post)
    setMissing(false)
  }
  return {
    fields: (
      <StateView query={candidates} empty={{ when: (list) => list.length === 0, title: said.noStaff }}>
        {(list) => (
          <CandidateChoices
            candidates={list}
            chosen={chosen}
            fault={missing ? 'required' : undefined}
            onChoose={choose}
          />
        )}
      </StateView>
    ),
    give: (to) => {
      const person = candidates.data?.find(({ id }) => id === chosen)
      if (person) to({ name: person.name, phone: person.phone, post: person.id })
      else setMissing(true)
    },
  }
}

const typedFields = v.strictObject({ name: field.name, phone: field.phone })

/** Anybody, by name and telephone. */
export function useSomebody(): Asking {
  const { control, handleSubmit } = useForm<v.InferInput<typeof typedFields>>({
    resolver: valibotResolver(typedFields),
    defaultValues: { name: '', phone: '' },
  })
  return {
    fields: (
      <>
        <TextQuestion control={control} name="name" label={said.name} most={40} />
        <TextQuestion control={control} name="phone" label={said.phone} keyboard="phone" most={20} />
      </>
    ),
    give: (to) => void handleSubmit((typed) => to({ ...typed, post: null }))(),
  }
}
