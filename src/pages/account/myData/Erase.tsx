import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import type { Erased, MyData } from '@contract/myData'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { forgetCopies } from '@/services/copies'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { StoredCase } from './StoredCases'

const said = words.myData.erase

/** Says first what goes now and what later, and asks once more before anything goes. */
export function Erase({ mine, today }: { mine: MyData; today: Day }) {
  const { cases, households } = mine
  const [isOpen, setOpen] = useState(false)
  const { submission, renew } = useSubmission()
  const erasing = useSend('myData', 'erase')
  const free = cases.filter(({ obstacle }) => obstacle === null)
  const stays = cases.filter(({ obstacle }) => obstacle !== null)
  const arrived = () => {
    forgetCopies()
    renew()
    setOpen(false)
  }
  const send = async () => {
    if ((free.length > 0 || households.number > 0) && !(await isSure())) return
    erasing.mutate({ submission }, { onSuccess: arrived })
  }
  return (
    <View className="my-data__erase">
      {erasing.data && <Done erased={erasing.data} />}
      {(cases.length > 0 || households.number > 0) && (
        <BigButton tone="danger" onClick={() => setOpen(true)}>
          {said.button}
        </BigButton>
      )}
      <Sheet title={said.title} open={isOpen} onClose={() => setOpen(false)}>
        <SheetBody>
          <FailureNotice error={erasing.error && callErrorOf(erasing.error)} />
          <View>{free.length > 0 ? said.goes(free.length) : said.goesNothing}</View>
          {free.length > 0 && <View className="soft">{said.proof}</View>}
          {households.number > 0 && <View>{said.households(households.number)}</View>}
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
          {free.length > 0 || households.number > 0 ? said.send : said.sendWish}
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

function Done({ erased: { cases, households, certificate } }: { erased: Erased }) {
  const left = households > 0 && <View>{said.left(households)}</View>
  if (certificate === null)
    return (
      <Notice tone="good" title={said.noted}>
        {left}
      </Notice>
    )
  return (
    <Notice tone="good" title={said.done(cases)}>
      <View>{said.certificate(certificate)}</View>
      {left}
    </Notice>
  )
}
