import { useEffect, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useController, useForm, type Control, type FieldPath } from 'react-hook-form'
import { dayOf } from '@contract/calendar'
import type { FieldFault } from '@contract/faults'
import { householdsActions, type EnteredHow, type Household } from '@contract/households'
import type { FamilyMember } from '@contract/people'
import { BigButton } from '@/components/BigButton'
import { ChoiceQuestion } from '@/components/ChoiceQuestion'
import type { Choice } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { Page } from '@/components/Page'
import { Resumed } from '@/components/Resumed'
import { TextQuestion } from '@/components/TextQuestion'
import { HomePlaceField } from '@/pages/places/HomePlaceField'
import { dropDraft, saveDraft, useSaving } from '@/services/drafts'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { householdWords } from '@/words/household'
import { MemberEntries } from './MemberEntries'
import { begin, draftOf, type Opener, type OpeningForm } from './opening'

const said = householdWords.open

interface OpeningProps {
  opener: Opener
  /** The place whose code was scanned. */
  place: string | undefined
  /** Who was registered before. */
  family: readonly FamilyMember[]
  onOpened: (household: Household) => void
  /** Joins one that the family has opened already; not for staff. */
  onJoin?: () => void
  /** A sheet: only inside the page has it the page's colours and sizes. */
  children?: ReactNode
}

/** Asks once where a family lives and who belongs to it. */
export function Opening(props: OpeningProps) {
  const { opener, place, family } = props
  const start = () => begin(opener, place, family[0]?.household)
  const [beginning, setBeginning] = useState(start)
  const restart = () => {
    dropDraft(draftOf(opener))
    setBeginning(start())
  }
  const title = opener === 'staff' ? said.staffTitle : said.title
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  const { submission } = beginning.values
  return <OpeningForm key={submission} {...props} beginning={beginning} onRestart={restart} />
}

interface OpeningFormProps extends OpeningProps {
  beginning: ReturnType<typeof begin>
  onRestart: () => void
}

const hows = ['door', 'telephone'] as const

function OpeningForm(props: OpeningFormProps) {
  const { opener, family, beginning, onOpened, onJoin, onRestart, children } = props
  const { form, sending, send } = useOpening(opener, beginning.values, onOpened)
  const { control } = form
  const isStaff = opener === 'staff'
  return (
    <Page
      footer={
        <BigButton tone="primary" busy={sending.isPending} onClick={send}>
          {said.send}
        </BigButton>
      }
    >
      <Resumed from={beginning.resumedFrom} today={dayOf(new Date())} onRestart={onRestart} />
      <FailureNotice error={sending.error && callErrorOf(sending.error)} kept={words.app.kept} />
      <View className="card">
        <View className="title">{said.where}</View>
        {!isStaff && <View className="soft household__lead">{said.lead}</View>}
        <PlaceQuestion control={control} />
        <DoorQuestion control={control} />
        {isStaff && (
          <ChoiceQuestion
            control={control}
            name="how"
            label={said.how}
            choices={hows.map((value): Choice<EnteredHow> => ({ value, text: said.hows[value] }))}
          />
        )}
      </View>
      <MemberEntries form={form} family={family} byStaff={isStaff} />
      {onJoin && <BigButton onClick={onJoin}>{said.join}</BigButton>}
      {children}
    </Page>
  )
}

function PlaceQuestion({ control }: { control: Control<OpeningForm> }) {
  const { field, fieldState } = useController({ control, name: 'place' })
  return (
    <HomePlaceField
      place={field.value}
      onChange={field.onChange}
      fault={fieldState.error?.message as FieldFault | undefined}
    />
  )
}

function DoorQuestion({ control }: { control: Control<OpeningForm> }) {
  const { answer } = words.registration
  return (
    <TextQuestion
      control={control}
      name="door"
      label={answer.door}
      placeholder={words.register.household.doorPlaceholder}
      most={40}
    />
  )
}

/** The form with its draft, and sending it: the same household however often it is sent. */
function useOpening(opener: Opener, values: OpeningForm, onOpened: (household: Household) => void) {
  const form = useForm<OpeningForm>({
    defaultValues: values,
    resolver: valibotResolver(householdsActions.open.input),
  })
  const { watch, getValues } = form
  const { soon, cancel } = useSaving(() =>
    saveDraft(draftOf(opener), { values: getValues(), step: 0, submission: values.submission }),
  )
  useEffect(() => watch(soon).unsubscribe, [watch, soon])
  const sending = useSend('households', 'open')
  const send = (typed: OpeningForm) => {
    if (opener === 'family' && typed.members.every(({ phone }) => !phone)) {
      form.setError('members.0.phone', { message: 'phoneNeeded' satisfies FieldFault })
      return
    }
    sending.mutate(typed, {
      onSuccess: (household) => {
        cancel()
        dropDraft(draftOf(opener))
        onOpened(household)
      },
      onError: (error) => {
        for (const [path, fault] of Object.entries(callErrorOf(error).fields ?? {})) {
          form.setError(path as FieldPath<OpeningForm>, { message: fault })
        }
      },
    })
  }
  return { form, sending, send: () => void form.handleSubmit(send, scrollToFault)() }
}

/** The first field that is wrong, once it has been drawn as such. */
const scrollToFault = (): void =>
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: '.field--wrong', offsetTop: -64, duration: 200 }).catch(() => undefined)
  })
