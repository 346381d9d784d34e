import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { inFours } from '@contract/receipts'
import { BigButton } from '@/components/BigButton'
import { copyText } from '@/services/copyText'
import { Notice } from '@/components/Notice'
import { keepPicture } from '@/services/keepPicture'
import { openAlbumSetting } from '@/services/printing'
import type { Saving } from '@/services/saving'
import { tipWords } from '@/words/tip'
import { PICTURE_TYPE, receiptPicture } from '../picture/receiptPicture'

const said = tipWords.receipt

const FILE = 'receipt'

/** Ways to have the receipt after it is no longer on the screen. */
export function TakeAlong({ receipt }: { receipt: string }) {
  const [saving, setSaving] = useState<Saving | 'busy' | null>(null)
  const save = async () => {
    setSaving('busy')
    const outcome = await keepPicture(FILE, receiptPicture(receipt), PICTURE_TYPE)
    setSaving(outcome)
    if (outcome === 'saved') void Taro.showToast({ title: said.saved, icon: 'success' })
  }
  return (
    <>
      {saving === 'notAllowed' && (
        <Notice tone="warning" title={said.notAllowed}>
          <BigButton onClick={openAlbumSetting}>{said.openSetting}</BigButton>
        </Notice>
      )}
      {saving === 'notAgreed' && <Notice tone="warning" title={said.notAgreed} />}
      {saving === 'failed' && <Notice tone="danger" title={said.notSaved} />}
      <View className="receipt__buttons">
        <View className="receipt__button">
          <BigButton onClick={() => copyText(inFours(receipt), said)}>{said.copy}</BigButton>
        </View>
        <View className="receipt__button">
          <BigButton busy={saving === 'busy'} onClick={() => void save()}>
            {said.save}
          </BigButton>
        </View>
      </View>
    </>
  )
}
