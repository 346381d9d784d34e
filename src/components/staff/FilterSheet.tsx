import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { caseKinds, type CaseKind } from '@contract/cases'
import { healthAlertMachine } from '@contract/healthAlerts'
import { isAtRest } from '@contract/machine'
import { tipMachine } from '@contract/tipMachine'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { Choices, type Choice } from '../Choices'
import { Field } from '../Field'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'

const said = staffWords.inbox

const registrationStatuses = (['submitted', 'asked', 'tightening', 'appealed'] as const).map((status) => ({
  value: status,
  text: words.registration.status.staff[status],
}))

/** Statuses in which somebody has something to do; without a kind those of most cases. */
const statusesOf: Record<CaseKind | 'all', Choice<string>[]> = {
  all: registrationStatuses,
  returnee: registrationStatuses,
  healthAlert: healthAlertMachine.statuses
    .filter((status) => status !== 'closed')
    .map((status) => ({ value: status, text: staffWords.healthAlert.status[status] })),
  tip: tipMachine.statuses
    .filter((status) => !isAtRest(tipMachine, status))
    .map((status) => ({ value: status, text: staffWords.tips.status[status] })),
  lookAlert: [],
  textCheck: [],
}

export interface CaseFilters {
  kind?: CaseKind
  status?: string
}

export interface FilterSheetProps {
  filters: CaseFilters
  onChange: (filters: CaseFilters) => void
  /** Places to choose from. */
  places: ReactNode
  open: boolean
  onClear: () => void
  onClose: () => void
}

/** Narrows the inbox; the list behind follows at once. */
export function FilterSheet({ filters, onChange, places, open, onClear, onClose }: FilterSheetProps) {
  const statuses = statusesOf[filters.kind ?? 'all']
  return (
    <Sheet title={said.filter} open={open} onClose={onClose}>
      <SheetBody>
        <OneOf
          label={said.byKind}
          choices={caseKinds.map((kind) => ({ value: kind, text: words.registration.kind[kind] }))}
          chosen={filters.kind}
          onChoose={(kind) => onChange({ kind, status: undefined })}
        />
        {statuses.length > 0 && (
          <OneOf
            label={said.byStatus}
            choices={statuses}
            chosen={statuses.find(({ value }) => value === filters.status)?.value}
            onChoose={(status) => onChange({ ...filters, status })}
          />
        )}
        {places}
      </SheetBody>
      <View className="beside">
        <BigButton onClick={onClear}>{said.clear}</BigButton>
        <BigButton tone="primary" onClick={onClose}>
          {said.apply}
        </BigButton>
      </View>
    </Sheet>
  )
}

interface OneOfProps<Value extends string> {
  label: string
  choices: Choice<Value>[]
  /** Absent: all of them. */
  chosen: Value | undefined
  onChoose: (value: Value | undefined) => void
}

function OneOf<Value extends string>({ label, choices, chosen, onChoose }: OneOfProps<Value>) {
  return (
    <Field label={label}>
      <Choices<Value | 'all'>
        label={label}
        choices={[{ value: 'all', text: said.all }, ...choices]}
        chosen={[chosen ?? 'all']}
        onToggle={(value) => onChoose(value === 'all' ? undefined : value)}
      />
    </Field>
  )
}
