import { useMemo } from 'react'
import { Image } from '@tarojs/components'
import { pictureLabel } from '@/components/pictureLabel'
import { codePicture, PICTURE_TYPE } from './picture/receiptPicture'
import './QrPicture.scss'

/** The digits as a code that can be scanned. */
export function QrPicture({ digits, label }: { digits: string; label: string }) {
  const source = useMemo(() => `data:${PICTURE_TYPE};base64,${codePicture(digits)}`, [digits])
  return <Image className="qr-picture" src={source} mode="aspectFit" {...pictureLabel(label)} />
}
