import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { useInSight } from './sight'
import './Notice.scss'

export interface NoticeProps {
  tone: 'calm' | 'good' | 'warning' | 'danger'
  title: string
  children?: ReactNode
}

/** Something the person should know now; read out when it appears. */
export function Notice({ tone, title, children }: NoticeProps) {
  const id = useInSight(tone === 'danger')
  return (
    <View id={id} className={`notice notice--${tone}`} role="alert" aria-live="polite">
      <Text className="notice__title">{title}</Text>
      {children && <View className="notice__body">{children}</View>}
    </View>
  )
}
