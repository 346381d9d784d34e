import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { scannedPlace } from '@/pages/places/scannedPlace'
import { TellForm } from './TellForm'
import { useBeginning } from './useBeginning'

/** A tip, on one screen and without a name. `?place=`, or WeChat's `?scene=`, from the code at a gate. */
export default function Tell() {
  const { beginning, restart } = useBeginning(scannedPlace(useRouter().params))
  const [today] = useState(() => dayOf(new Date()))
  if (beginning)
    return <TellForm key={beginning.letter} beginning={beginning} today={today} onRestart={restart} />
  return (
    <Page>
      <StateView query={{ data: undefined, error: null, refetch: () => undefined }}>{() => null}</StateView>
    </Page>
  )
}
