import { useState } from 'react'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { noFilters, type InboxFilters } from './filters'
import { useSettled } from '@/services/useSettled'

/** What is looked for, as far as it has been typed and chosen. It stays for as long as the page does. */
export function useFilters() {
  const [chosen, setChosen] = useState<Omit<InboxFilters, 'text'>>(noFilters)
  const [text, setText] = useState('')
  const [path, setPath] = useState<PlaceChoice[]>([])
  const settled = useSettled(text.trim())
  return {
    filters: { ...chosen, text: settled },
    /** As it stands in the input. */
    text,
    setText,
    change: (changed: Partial<InboxFilters>) => setChosen((before) => ({ ...before, ...changed })),
    /** The chosen place with those above it, widest first. */
    path,
    setPath: (places: PlaceChoice[]) => {
      const last = places[places.length - 1]
      setPath(places)
      setChosen((before) => ({ ...before, place: last && { level: last.level, id: last.id } }))
    },
    clear: () => {
      setChosen(noFilters)
      setText('')
      setPath([])
    },
  }
}
