import type { PropsWithChildren } from 'react'
import { ScrollView, View } from '@tarojs/components'
import './SheetBody.scss'

/** The part of a sheet that scrolls above its button: under a locked page WeChat lets only a scroll-view move. */
export function SheetBody({ children }: PropsWithChildren) {
  return (
    <ScrollView className="sheet-body" scrollY>
      <View className="sheet-body__inside">{children}</View>
    </ScrollView>
  )
}
