import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '@contract/calendar'
import { caseRoles } from '@contract/roles'
import type { TipForReview } from '@contract/tips'
import { ReasonSheet } from '@/components/ReasonSheet'
import { ReassignSheet } from '@/components/staff/ReassignSheet'
import { asked } from '@/services/queries'
import { tipWorkWords, type TipDeedName, type TipSpokenEvent } from '@/words/tipWork'
import { DispatchSheet } from './DispatchSheet'
import { JoinSheet } from './JoinSheet'
import { LeadSheet } from './LeadSheet'
import { results } from './tipDeed'
import type { TipDesk } from './useTipDesk'
import { VisitSheet } from './VisitSheet'

const spokenEvents = Object.keys(tipWorkWords.spoken) as TipSpokenEvent[]

interface SheetsProps {
  view: TipForReview
  desk: TipDesk
  today: Day
}

/** A sheet for each thing that can be done. All stay, so that what was typed outlives their being closed. */
export function Sheets({ view, desk, today }: SheetsProps) {
  const { sheet, open, deeds, joining } = desk
  const me = useQuery({ ...asked('people', 'me', {}), enabled: sheet === 'dispatch' })
  const colleagues = useQuery({
    ...asked('people', 'colleagues', { place: view.place.id }),
    enabled: sheet === 'reassign',
  })
  const roles: readonly string[] = caseRoles
  const tops = (me.data?.posts ?? []).filter(({ role }) => roles.includes(role)).map(({ place }) => place)
  const of = (name: TipDeedName) => ({
    open: sheet === name,
    busy: deeds.busy,
    error: sheet === name ? deeds.error : null,
    onClose: () => open(null),
  })
  const keyOf = (name: TipDeedName) => `${name} ${deeds.timesDone(name)}`
  return (
    <View>
      <VisitSheet
        key={keyOf('visit')}
        {...of('visit')}
        allowed={results.filter((one) => view.events.includes(one))}
        opens={view.opens}
        households={view.known.households}
        onSend={(visited) => deeds.send({ event: 'visit', ...visited })}
      />
      <DispatchSheet
        key={keyOf('dispatch')}
        {...of('dispatch')}
        tops={tops}
        onSend={(to) => deeds.send({ event: 'dispatch', ...to })}
      />
      <ReassignSheet
        key={keyOf('reassign')}
        {...of('reassign')}
        colleagues={colleagues}
        assignee={view.todo?.assignee?.id ?? null}
        onSend={(to) => deeds.send({ event: 'reassign', ...to })}
      />
      <LeadSheet
        key={keyOf('lead')}
        {...of('lead')}
        registrations={view.known.registrations}
        onSend={(to) => deeds.send({ event: 'lead', to, words: '' })}
      />
      {spokenEvents.map((event) => {
        const { title, hint, presets, label, send } = tipWorkWords.spoken[event]
        return (
          <ReasonSheet
            key={keyOf(event)}
            {...of(event)}
            title={title}
            explain={hint}
            label={label}
            presets={presets}
            confirm={send}
            onSend={(said) => deeds.send({ event, words: said })}
          />
        )
      })}
      <JoinSheet view={view} joining={joining} today={today} />
    </View>
  )
}
