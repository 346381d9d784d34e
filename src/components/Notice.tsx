import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import './Notice.scss'

export interface NoticeProps {
  tone: 'calm' | 'good' | 'warning' | 'danger'
  title: string
  children?: ReactNode
}

/** Something the person should know now; read out when it appears. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <View className={`notice notice--${tone}`} role="alert" aria-live="polite">
      <Text className="notice__title">{title}</Text>
      {children && <View className="notice__body">{children}</View>}
    </View>
  )
}
