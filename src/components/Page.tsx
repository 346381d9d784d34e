import { useContext, type CSSProperties, type PropsWithChildren, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { PrivacySheet } from './PrivacySheet'
import { TypeScale } from './typeScale'
import './Page.scss'

interface PageProps {
  /** Stays at the bottom of the screen, in reach of a thumb. */
  footer?: ReactNode
  /** What does not fit beside each other in the footer stands below each other. */
  tallFooter?: boolean
}

/** From `LARGE` on what stands beside each other elsewhere stands below each other; from `HUGE` on nothing stays over the rest. */
const LARGE = 1.2
const HUGE = 1.4

const sizeOf = (scale: number): string =>
  (scale < LARGE ? '' : ' page--large') + (scale < HUGE ? '' : ' page--huge')

/** The root of every page: carries the theme and how large type is. */
export function Page({ children, footer, tallFooter = false }: PropsWithChildren<PageProps>) {
  const scale = useContext(TypeScale)
  const withFooter = tallFooter ? ' page--with-tall-footer' : ' page--with-footer'
  return (
    <View
      className={`page${sizeOf(scale)}${footer ? withFooter : ''}`}
      style={{ '--scale': scale } as CSSProperties}
    >
      {children}
      {footer && <View className="page__footer">{footer}</View>}
      <PrivacySheet />
    </View>
  )
}
