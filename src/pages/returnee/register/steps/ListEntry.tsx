import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import './ListEntry.scss'

interface ListEntryProps {
  title: string
  removeLabel: string
  onRemove: () => void
}

/** One of several of the same, with a way to remove it. */
export function ListEntry({ title, removeLabel, onRemove, children }: PropsWithChildren<ListEntryProps>) {
  return (
    <View className="list-entry">
      <View className="list-entry__head">
        <Text className="list-entry__title">{title}</Text>
        <Tap className="list-entry__remove" label={removeLabel} onTap={onRemove}>
          {words.app.remove}
        </Tap>
      </View>
      {children}
    </View>
  )
}
