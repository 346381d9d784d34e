import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { UseFormReturn } from 'react-hook-form'
import type { Day } from '@contract/calendar'
import type { Faults } from '@contract/faults'
import {
  anchorOf,
  faultsAt,
  faultsOfForm,
  fieldsOf,
  firstFaulty,
  stepNames,
  type CheckedForm,
  type FieldName,
  type RegistrationForm,
  type StepName,
} from './form'

const CHECK = stepNames.length - 1

const scrollTo = (path: string): void => {
  // After the step has been drawn. An element that is not there scrolls nowhere, which is no fault.
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#${anchorOf(path)}`, offsetTop: -64, duration: 200 }).catch(
      () => undefined,
    )
  })
}

const scrollUp = (): void => {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
}

/** The way through the form: forward only over good answers, back at any time, and from the check to any step. */
export function useSteps(
  form: UseFormReturn<RegistrationForm, unknown, CheckedForm>,
  firstStep: number,
  today: Day,
) {
  const [step, setStep] = useState(firstStep)
  const [hasChecked, setHasChecked] = useState(firstStep === CHECK)
  const name: StepName = stepNames[step] ?? 'person'

  const go = (to: number) => {
    setStep(to)
    if (to === CHECK) setHasChecked(true)
    scrollUp()
  }
  /** Goes to the first of these faults that belongs to a question. */
  const goToFault = (faults: Faults) => {
    const first = firstFaulty(Object.keys(faults))
    if (!first) return
    setStep(stepNames.indexOf(first.step))
    scrollTo(first.path)
  }
  const isGood = (fields: readonly FieldName[]): boolean => {
    const faults = faultsAt(fields, faultsOfForm(form.getValues(), today))
    if (Object.keys(faults).length === 0) return true
    void form.trigger(fields)
    goToFault(faults)
    return false
  }
  const next = () => {
    if (!isGood(fieldsOf[name])) return
    const to = hasChecked ? CHECK : step + 1
    if (to < CHECK || isGood(stepNames.flatMap((one) => fieldsOf[one]))) go(to)
  }
  return { step, name, hasChecked, go, goToFault, next }
}
