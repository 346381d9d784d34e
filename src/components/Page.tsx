import { useContext, type PropsWithChildren, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { CareMode } from './careMode'
import './Page.scss'

interface PageProps {
  /** Stays at the bottom of the screen, in reach of a thumb. */
  footer?: ReactNode
  /** What does not fit beside each other in the footer stands below each other. */
  tallFooter?: boolean
}

/** The root of every page: carries the theme and care mode. */
export function Page({ children, footer, tallFooter = false }: PropsWithChildren<PageProps>) {
  const care = useContext(CareMode)
  const withFooter = tallFooter ? ' page--with-tall-footer' : ' page--with-footer'
  return (
    <View className={`page${care ? ' page--care' : ''}${footer ? withFooter : ''}`}>
      {children}
      {footer && <View className="page__footer">{footer}</View>}
    </View>
  )
}
