import type { PropsWithChildren } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { focusManager, QueryClientProvider } from '@tanstack/react-query'
import { CareMode } from '@/components/careMode'
import { useCareMode } from '@/services/careMode'
import { queryClient } from '@/services/queries'
// The styles of the NutUI components in use; its whole stylesheet would be 291 KB.
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => focusManager.setFocused(true))
  useDidHide(() => focusManager.setFocused(false))
  const [care] = useCareMode()
  return (
    <QueryClientProvider client={queryClient}>
      <CareMode.Provider value={care}>{children}</CareMode.Provider>
    </QueryClientProvider>
  )
}
