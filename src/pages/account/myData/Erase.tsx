import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import type { OwnCase } from '@contract/myData'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { StoredCase } from './StoredCases'

const said = words.myData.erase

/** Says first what goes now and what later, and asks once more before anything goes. */
export function Erase({ cases, today }: { cases: readonly OwnCase[]; today: Day }) {
  const [isOpen, setOpen] = useState(false)
  const { submission, renew } = useSubmission()
  const erasing = useSend('myData', 'erase')
  const free = cases.filter(({ obstacle }) => obstacle === null)
  const stays = cases.filter(({ obstacle }) => obstacle !== null)
  const arrived = () => {
    renew()
    setOpen(false)
  }
  const send = async () => {
    if (free.length > 0 && !(await isSure())) return
    erasing.mutate({ submission }, { onSuccess: arrived })
  }
  return (
    <View className="my-data__erase">
      {erasing.data && <Done cases={erasing.data.cases} certificate={erasing.data.certificate} />}
      {cases.length > 0 && (
        <BigButton tone="danger" onClick={() => setOpen(true)}>
          {said.button}
        </BigButton>
      )}
      <Sheet title={said.title} open={isOpen} onClose={() => setOpen(false)}>
        <SheetBody>
          <FailureNotice error={erasing.error && callErrorOf(erasing.error)} />
          <View>{free.length > 0 ? said.goes(free.length) : said.goesNothing}</View>
          {free.length > 0 && <View className="soft">{said.proof}</View>}
          {stays.length > 0 && (
            <View className="my-data__stays">
              <View>{said.stays}</View>
              {stays.map((one) => (
                <StoredCase key={one.id} one={one} today={today} says="obstacle" />
              ))}
            </View>
          )}
        </SheetBody>
        <BigButton tone="danger" busy={erasing.isPending} onClick={() => void send()}>
          {free.length > 0 ? said.send : said.sendWish}
        </BigButton>
      </Sheet>
    </View>
  )
}

const isSure = async (): Promise<boolean> => {
  const { confirm } = await Taro.showModal({
    title: said.title,
    content: said.sure,
    confirmText: said.send,
    cancelText: words.app.cancel,
  })
  return confirm
}

function Done({ cases, certificate }: { cases: number; certificate: number | null }) {
  if (certificate === null) return <Notice tone="good" title={said.noted} />
  return (
    <Notice tone="good" title={said.done(cases)}>
      {said.certificate(certificate)}
    </Notice>
  )
}
