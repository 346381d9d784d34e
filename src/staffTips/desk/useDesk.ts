import { useState } from 'react'
import * as v from 'valibot'
import { faultsOf, type FieldFault } from '@contract/faults'
import { DESK_CODE_DIGITS, deskCode, receiptDigits } from '@contract/receipts'
import type { RewardAtDesk } from '@contract/rewards'
import type { CallError } from '@/services/api'
import { callErrorOf, isOvertaken, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'

/** As much of it as a code has: nothing that is typed beyond it is looked for. */
const codeIn = (typed: string): string => receiptDigits(typed).slice(0, DESK_CODE_DIGITS)

const faultIn = (digits: string): FieldFault | undefined => {
  const { success, issues } = v.safeParse(deskCode, digits)
  return success ? undefined : faultsOf(issues)['']
}

/** Another desk was faster, it is too late, or nothing is left: how it stands now says which. */
const hasChanged = (error: CallError): boolean => isOvertaken(error) || error.fields?.code !== undefined

/** The desk at a place: looks a code up, and writes down that its reward has been given. */
export function useDesk(place: string) {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<FieldFault>()
  const [found, setFound] = useState<RewardAtDesk>()
  const { submission, renew } = useSubmission()
  const scan = useSend('rewards', 'scan')
  const handOver = useSend('rewards', 'handOver')

  const change = (typed: string) => {
    setCode(codeIn(typed))
    setFault(undefined)
    setFound(undefined)
    scan.reset()
    handOver.reset()
  }
  const look = (digits: string) => {
    const wrong = faultIn(digits)
    setFault(wrong)
    if (!wrong) scan.mutate({ place, code: digits }, { onSuccess: setFound })
  }
  const give = () =>
    handOver.mutate(
      { place, code, submission },
      {
        onSuccess: setFound,
        onError: (cause) => {
          if (hasChanged(callErrorOf(cause))) look(code)
        },
      },
    )
  const errors = [scan.error, handOver.error].flatMap((error) => (error ? callErrorOf(error) : []))
  return {
    code,
    fault,
    change,
    look: () => look(code),
    /** What was scanned. Of what is no desk code nothing stays on this phone: it may be a receipt. */
    lookUp: (text: string) => {
      const digits = receiptDigits(text)
      change(faultIn(digits) ? '' : digits)
      look(digits)
    },
    found,
    isGiven: handOver.isSuccess,
    give,
    next: () => {
      change('')
      renew()
    },
    isLooking: scan.isPending,
    isGiving: handOver.isPending || scan.isPending,
    error: errors.find((error) => !hasChanged(error)) ?? null,
  }
}

export type Desk = ReturnType<typeof useDesk>
