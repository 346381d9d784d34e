import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Image, View } from '@tarojs/components'
import { words } from '@/words'
import { pictureLabel } from './pictureLabel'
import { Tap } from './Tap'
import './PictureView.scss'

export interface PictureViewProps {
  /** null while it is being fetched. */
  source: string | null
  failed?: boolean
  /** Read out. */
  label: string
  /** Said when it cannot be shown. */
  missing: string
  /** By a tap on these words. */
  onAskAgain?: () => void
}

/** A picture as a whole, small; a tap shows it large. */
export function PictureView({ source, failed = false, label, missing, onAskAgain }: PictureViewProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const isMissing = failed || (source !== null && source === broken)
  if (isMissing && onAskAgain)
    return (
      <Tap className="picture picture--missing" onTap={onAskAgain}>
        {missing}
      </Tap>
    )
  if (isMissing || !source)
    return <View className="picture picture--missing">{isMissing ? missing : words.app.loading}</View>
  const look = () => void Taro.previewImage({ urls: [source] }).catch(() => undefined)
  return (
    <Tap className="picture" label={words.pictures.look(label)} onTap={look}>
      <Image
        className="picture__image"
        src={source}
        mode="aspectFit"
        onError={() => setBroken(source)}
        {...pictureLabel('')}
      />
      <View className="picture__look">{words.pictures.large}</View>
    </Tap>
  )
}
