import type { PropsWithChildren } from 'react'
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro'
import { focusManager, QueryClientProvider } from '@tanstack/react-query'
import { KeptWords } from '@/components/keptWords'
import { Privacy } from '@/components/privacy'
import { TypeScale } from '@/components/typeScale'
import { useKeptWords } from '@/services/keptWords'
import { watchNetwork } from '@/services/network'
import { usePrivacy, watchPrivacy } from '@/services/privacy'
import { queryClient } from '@/services/queries'
import { restSending, sendWaitingWhenShown } from '@/services/submissions'
import { useTypeScale } from '@/services/typeScale'
import { watchUpdates } from '@/services/updates'
// Nearly all subpackages show it: here it stands once, with the popup that it is made of, instead of in each of them.
import '@/components/Sheet'
// The styles of the NutUI components in use; its whole stylesheet would be 291 KB.
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(watchNetwork)
  useLaunch(watchPrivacy)
  useLaunch(watchUpdates)
  useDidShow(() => focusManager.setFocused(true))
  useDidShow(sendWaitingWhenShown)
  useDidHide(() => focusManager.setFocused(false))
  useDidHide(restSending)
  const scale = useTypeScale()
  const privacy = usePrivacy()
  return (
    <QueryClientProvider client={queryClient}>
      <TypeScale.Provider value={scale}>
        <KeptWords.Provider value={useKeptWords}>
          <Privacy.Provider value={privacy}>{children}</Privacy.Provider>
        </KeptWords.Provider>
      </TypeScale.Provider>
    </QueryClientProvider>
  )
}
