import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { useSend } from '@/services/queries'
import { words } from '@/words'
import { CodeForm } from './CodeForm'
import { scannedCode } from './code'
import { Offer } from './Offer'

const said = words.joining

const goHome = () => void Taro.reLaunch({ url: '/pages/home/index' })

/** `?scene=` is the code of an invitation, from the code that was scanned; without it one is typed. */
export default function Join() {
  const [code, setCode] = useState(scannedCode(useRouter().params))
  const joining = useSend('staff', 'join')
  const enterOther = () => {
    // What became of one code says nothing about the next.
    joining.reset()
    setCode(undefined)
  }
  if (joining.isSuccess) {
    return (
      <Page>
        <Notice tone="good" title={said.welcome(joining.variables.name)}>
          {said.welcomeWhat}
        </Notice>
        <BigButton tone="primary" onClick={goHome}>
          {words.app.home}
        </BigButton>
      </Page>
    )
  }
  return (
    <Page>
      {code === undefined ? (
        <CodeForm onCode={setCode} />
      ) : (
        <Offer code={code} joining={joining} onOther={enterOther} onHome={goHome} />
      )}
    </Page>
  )
}
