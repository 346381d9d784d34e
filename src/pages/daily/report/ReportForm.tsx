import { useEffect, useState, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { FormProvider, useForm } from 'react-hook-form'
import type { Day } from '@contract/calendar'
import type { FieldFault } from '@contract/faults'
import type { EnteredHow } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Page } from '@/components/Page'
import { PageSight } from '@/components/PageSight'
import { Resumed } from '@/components/Resumed'
import { useSaving } from '@/services/drafts'
import { words } from '@/words'
import { selfReportWords as said } from '@/words/selfReport'
import type { Reporting } from '../reporting'
import {
  beginningOf,
  dailyForm,
  dayBefore,
  faultsOfPeople,
  isUntouched,
  standingOf,
  type CheckedDailyForm,
  type DailyForm,
} from './answers'
import { dropDailyDraft, keepDraft, type Beginning } from './begin'
import { ConfirmSheet } from './ConfirmSheet'
import { PersonCard } from './PersonCard'
import { sendWords } from './sendWords'
import { useReporting } from './useReporting'

interface ReportFormProps {
  reporting: Reporting
  how: EnteredHow
  beginning: Beginning
  today: Day
  onRestart: () => void
}

/**
 * All people of a household on one screen: the whole family is reported with two taps where nothing has changed. The children
 * stand above: which household, what waits, what was reported already.
 */
export function ReportForm(props: PropsWithChildren<ReportFormProps>) {
  const { reporting, how, beginning, today, onRestart, children } = props
  const { people, rules, id } = reporting
  const form = useForm<DailyForm, unknown, CheckedDailyForm>({
    defaultValues: beginning.values,
    resolver: valibotResolver(dailyForm(today)),
  })
  const { watch, getValues, handleSubmit, formState } = form
  const [open, setOpen] = useState<string | null>(null)
  const { soon, cancel } = useSaving(() => keepDraft(id, today, getValues()))
  useEffect(() => watch(soon).unsubscribe, [watch, soon])
  const faults = faultsOfPeople(formState.errors, people.length)
  const showFirst = (wrong: readonly (FieldFault | undefined)[]) => {
    const first = people[wrong.findIndex((fault) => fault !== undefined)]
    if (first) setOpen(first.id)
  }
  const sending = useReporting(reporting, how, form, {
    onGone: () => {
      cancel()
      dropDailyDraft(id)
    },
    onRefused: showFirst,
  })
  const values = watch()
  const before = isUntouched(values, beginningOf(reporting, today)) ? dayBefore(people) : null
  return (
    <FormProvider {...form}>
      <Page
        tallFooter={sending.leaveOut !== undefined}
        footer={
          <>
            {sending.leaveOut && (
              <BigButton busy={sending.isSending} onClick={sending.leaveOut}>
                {words.waiting.leaveOut}
              </BigButton>
            )}
            <BigButton
              tone="primary"
              onClick={() =>
                void handleSubmit(sending.check, (errors) =>
                  showFirst(faultsOfPeople(errors, people.length)),
                )()
              }
            >
              {sendWords(people.length, how, standingOf(values, rules), before, today)}
            </BigButton>
          </>
        }
      >
        {children}
        <Resumed from={beginning.resumedFrom} today={today} onRestart={onRestart} />
        <FailureNotice error={sending.refused} />
        <PageSight>
          <View className="soft daily__lead">{before ? said.lead : said.firstLead}</View>
          {people.map((person, index) => (
            <PersonCard
              key={person.id}
              person={person}
              index={index}
              people={people}
              rules={rules}
              today={today}
              fault={faults[index]}
              isOpen={open === person.id || people.length === 1}
              onToggle={() => setOpen(open === person.id ? null : person.id)}
            />
          ))}
        </PageSight>
        <ConfirmSheet people={people} answers={values.people} rules={rules} {...sending} />
      </Page>
    </FormProvider>
  )
}
