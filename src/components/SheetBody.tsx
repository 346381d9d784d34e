import { useState, type PropsWithChildren } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { Sight } from './sight'
import './SheetBody.scss'

/**
 * The part of a sheet that scrolls above its button: under a locked page WeChat lets only a scroll-view move. What is
 * wrong comes into sight.
 */
export function SheetBody({ children }: PropsWithChildren) {
  const [wrong, setWrong] = useState('')
  return (
    <ScrollView className="sheet-body" scrollY scrollIntoView={wrong}>
      <View className="sheet-body__inside">
        <Sight.Provider value={setWrong}>{children}</Sight.Provider>
      </View>
    </ScrollView>
  )
}
