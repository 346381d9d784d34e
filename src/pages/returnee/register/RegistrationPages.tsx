import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { FormProvider, useForm } from 'react-hook-form'
import type { Day } from '@contract/calendar'
import type { FamilyMember } from '@contract/people'
import { Page } from '@/components/Page'
import { Resumed } from '@/components/Resumed'
import { Steps } from '@/components/Steps'
import { dropDraft, saveDraft, useSaving } from '@/services/drafts'
import { usePictures } from '@/services/pictures'
import { askToNotify } from '@/services/subscriptions'
import { keepRegistered, tellRegistered } from '@/services/tipRegistration'
import { words } from '@/words'
import { formSchema, stepNames, type CheckedForm, type FieldName, type RegistrationForm } from './form'
import { FormFooter } from './FormFooter'
import { SendingNotices } from './notices'
import { draftNameOf, isByStaff, type Beginning, type Occasion } from './occasion'
import { StepQuestions } from './steps/StepQuestions'
import { useSending } from './useSending'
import { useSteps } from './useSteps'

interface RegistrationPagesProps {
  occasion: Occasion
  beginning: Beginning
  family: readonly FamilyMember[]
  today: Day
  onRestart: () => void
}

/** The form, one topic at a time, saved by itself until it has arrived. */
export function RegistrationPages({ occasion, beginning, family, today, onRestart }: RegistrationPagesProps) {
  const form = useForm<RegistrationForm, unknown, CheckedForm>({
    defaultValues: beginning.values,
    resolver: valibotResolver(formSchema(today)),
  })
  const { watch, getValues, setError, setValue } = form
  const steps = useSteps(form, beginning.step, today)
  const draft = draftNameOf(occasion)
  const { submission } = beginning
  const { soon, cancel } = useSaving(() =>
    saveDraft(draft, { values: getValues(), step: steps.step, submission }),
  )
  useEffect(() => watch(soon).unsubscribe, [watch, soon])

  const pictures = usePictures(watch(PICTURES) ?? [], (ids) =>
    setValue(PICTURES, ids, { shouldValidate: true }),
  )
  const sending = useSending(occasion, submission, {
    onGone: (id, hasArrived) => {
      cancel()
      dropDraft(draft)
      if (occasion.kind === 'tip') {
        keepRegistered(occasion.tip, id)
        void tellRegistered(occasion.tip)
      }
      if (occasion.kind === 'amend' && !hasArrived)
        void Taro.showToast({ title: words.waiting.kept.amend, icon: 'none' })
      leave(occasion, id)
    },
    onRefused: ({ fields = {} }) => {
      for (const [path, fault] of Object.entries(fields)) setError(path as FieldName, { message: fault })
      steps.goToFault(fields)
    },
  })
  const move = (go: () => void) => {
    go()
    soon()
  }
  return (
    <FormProvider {...form}>
      <Page
        footer={
          <FormFooter
            isAmending={occasion.kind === 'amend'}
            isLast={steps.name === 'check'}
            hasChecked={steps.hasChecked}
            sending={sendingWords(sending.isSending, pictures.isSending)}
            onBack={steps.step > 0 ? () => move(() => steps.go(steps.step - 1)) : undefined}
            onNext={() => move(steps.next)}
            onSend={() => {
              // Whom staff register is somebody else, and has no WeChat that could be told.
              if (!isByStaff(occasion)) askToNotify(['caseProgress'])
              void form.handleSubmit(sending.send, steps.next)()
            }}
          />
        }
      >
        <Steps current={steps.step} titles={stepNames.map((name) => words.register.steps[name])} />
        <Resumed from={beginning.resumedFrom} today={today} onRestart={onRestart} />
        <SendingNotices {...sending} today={today} />
        <StepQuestions
          name={steps.name}
          asksPurpose={occasion.kind === 'new' || (occasion.kind === 'again' && !isByStaff(occasion))}
          family={family}
          today={today}
          pictures={pictures}
          onEdit={(section) => move(() => steps.go(stepNames.indexOf(section)))}
        />
      </Page>
    </FormProvider>
  )
}

const PICTURES = 'answers.test.pictures'

/** A registration waits for the picture that is on its way, and then for its own answer. */
const sendingWords = (form: boolean, picture: boolean): string | null => {
  if (form) return words.app.sending
  return picture ? words.pictures.sending : null
}

const leave = (occasion: Occasion, id: string): void => {
  // A page that was opened from a message has nothing behind it.
  if (occasion.kind === 'amend' && Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else if (occasion.kind === 'amend') void Taro.redirectTo({ url: `/pages/mine/record/index?id=${id}` })
  else {
    const purpose = isByStaff(occasion) ? 'telephone' : 'new'
    void Taro.redirectTo({ url: `/pages/returnee/done/index?id=${id}&for=${purpose}` })
  }
}
