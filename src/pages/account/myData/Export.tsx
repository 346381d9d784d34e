import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { openSpreadsheet } from '@/services/documents'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'

const said = words.myData.take

/** Everything as a spreadsheet, opened as soon as it is there. */
export function Export() {
  const [failed, setFailed] = useState(false)
  const exporting = useSend('myData', 'export')
  const error = exporting.error && callErrorOf(exporting.error)
  const open = ({ address }: { address: string }) =>
    openSpreadsheet(address).then(
      () => void Taro.showToast({ title: said.done, icon: 'success' }),
      () => setFailed(true),
    )
  const send = () => {
    setFailed(false)
    exporting.mutate({}, { onSuccess: (exported) => void open(exported) })
  }
  return (
    <View className="card">
      {error?.code === 'tooOften' ? (
        <Notice tone="warning" title={said.tooOften.title}>
          {said.tooOften.whatToDo}
        </Notice>
      ) : (
        <FailureNotice error={error} />
      )}
      {failed && <Notice tone="danger" title={said.failed} />}
      <BigButton tone="primary" busy={exporting.isPending} onClick={send}>
        {said.button}
      </BigButton>
      <View className="soft my-data__line">{said.note}</View>
    </View>
  )
}
