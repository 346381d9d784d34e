import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Image, View } from '@tarojs/components'
import { words } from '@/words'
import { Tap } from './Tap'
import './PictureView.scss'

export interface PictureViewProps {
  /** null while it is being fetched. */
  source: string | null
  failed?: boolean
  /** Read out. */
  label: string
  /** Offered when it cannot be shown; without it, it cannot be asked for again. */
  onAskAgain?: () => void
}

/** A picture as a whole, small; a tap shows it large. */
export function PictureView({ source, failed = false, label, onAskAgain }: PictureViewProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const isMissing = failed || (source !== null && source === broken)
  if (isMissing || !source)
    return (
      <Tap
        className="picture picture--missing"
        disabled={!isMissing || !onAskAgain}
        onTap={() => onAskAgain?.()}
      >
        {missingWords(isMissing, onAskAgain !== undefined)}
      </Tap>
    )
  const look = () => void Taro.previewImage({ urls: [source] }).catch(() => undefined)
  return (
    <Tap className="picture" label={words.pictures.look(label)} onTap={look}>
      <Image className="picture__image" src={source} mode="aspectFit" onError={() => setBroken(source)} />
      <View className="picture__look">{words.pictures.large}</View>
    </Tap>
  )
}

const missingWords = (isMissing: boolean, mayAskAgain: boolean): string => {
  if (!isMissing) return words.app.loading
  return mayAskAgain ? words.pictures.notShownAskAgain : words.pictures.notShown
}
