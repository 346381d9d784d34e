import Taro from '@tarojs/taro'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { useSend } from '@/services/queries'
import { words } from '@/words'
import { SetUpForm } from './SetUpForm'

/** The first administrator, once for each installation. */
export default function SetUpPage() {
  const sending = useSend('people', 'setUp')
  if (!sending.data) return <SetUpForm sending={sending} />
  const { doneTitle, doneHint } = words.setUp
  return (
    <Page>
      <Notice tone="good" title={doneTitle(sending.data.place.names.join(' '))}>
        {doneHint}
      </Notice>
      <BigButton tone="primary" onClick={() => void Taro.reLaunch({ url: '/pages/home/index' })}>
        {words.app.home}
      </BigButton>
    </Page>
  )
}
