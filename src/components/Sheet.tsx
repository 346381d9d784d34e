import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { Popup } from '@nutui/nutui-react-taro'
import { words } from '@/words'
import { Tap } from './Tap'
import './Sheet.scss'

export interface SheetProps {
  title: string
  open: boolean
  onClose: () => void
}

/** Rises from the bottom over the page; what it holds lives only while it is open. */
export function Sheet({ title, open, onClose, children }: PropsWithChildren<SheetProps>) {
  // In an element of its own: Taro hands all children of an element to the view anew when one is taken away from them.
  return (
    <View>
      <Popup visible={open} position="bottom" round lockScroll destroyOnClose onClose={onClose}>
        {open && (
          <View className="sheet" role="dialog" aria-label={title}>
            <View className="sheet__head">
              <Text className="sheet__title">{title}</Text>
              <Tap className="sheet__close" onTap={onClose}>
                {words.app.close}
              </Tap>
            </View>
            {children}
          </View>
        )}
      </Popup>
    </View>
  )
}
