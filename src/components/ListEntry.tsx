import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { words } from '@/words'
import { Tap } from './Tap'
import './ListEntry.scss'

export interface ListEntryProps {
  title: string
  removeLabel: string
  /** Left out where it cannot be removed. */
  onRemove?: () => void
}

/** One of several of the same, with a way to remove it. */
export function ListEntry({ title, removeLabel, onRemove, children }: PropsWithChildren<ListEntryProps>) {
  return (
    <View className="list-entry">
      <View className="list-entry__head">
        <Text className="list-entry__title">{title}</Text>
        {onRemove && (
          <Tap className="list-entry__remove" label={removeLabel} onTap={onRemove}>
            {words.app.remove}
          </Tap>
        )}
      </View>
      {children}
    </View>
  )
}
