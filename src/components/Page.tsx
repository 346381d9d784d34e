import { useContext, type PropsWithChildren, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { CareMode } from './careMode'
import './Page.scss'

interface PageProps {
  /** Stays at the bottom of the screen, in reach of a thumb. */
  footer?: ReactNode
}

/** The root of every page: carries the theme and care mode. */
export function Page({ children, footer }: PropsWithChildren<PageProps>) {
  const care = useContext(CareMode)
  return (
    <View className={`page${care ? ' page--care' : ''}${footer ? ' page--with-footer' : ''}`}>
      {children}
      {footer && <View className="page__footer">{footer}</View>}
    </View>
  )
}
