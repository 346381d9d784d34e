import { useMemo } from 'react'
import { Image } from '@tarojs/components'
import { tipWords } from '@/words/tip'
import { codePicture, PICTURE_TYPE } from './picture/receiptPicture'
import './QrPicture.scss'

/** The digits as a code that the desk scans. */
export function QrPicture({ digits }: { digits: string }) {
  const source = useMemo(() => `data:${PICTURE_TYPE};base64,${codePicture(digits)}`, [digits])
  return <Image className="qr-picture" src={source} mode="aspectFit" aria-label={tipWords.receipt.picture} />
}
