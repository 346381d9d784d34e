import type { PropsWithChildren } from 'react'
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro'
import { focusManager, QueryClientProvider } from '@tanstack/react-query'
import { CareMode } from '@/components/careMode'
import { useCareMode } from '@/services/careMode'
import { queryClient } from '@/services/queries'
import { sendWaiting, sendWaitingOnSignal } from '@/services/reports'
// Nearly all subpackages show it: here it stands once, with the popup that it is made of, instead of in each of them.
import '@/components/Sheet'
// The styles of the NutUI components in use; its whole stylesheet would be 291 KB.
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(sendWaitingOnSignal)
  useDidShow(() => focusManager.setFocused(true))
  useDidShow(sendWaiting)
  useDidHide(() => focusManager.setFocused(false))
  const [care] = useCareMode()
  return (
    <QueryClientProvider client={queryClient}>
      <CareMode.Provider value={care}>{children}</CareMode.Provider>
    </QueryClientProvider>
  )
}
