import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@contract/places'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { StateView } from '@/components/StateView'
import { Poster } from '@/components/staff/Poster'
import { usePictureSource } from '@/services/pictureSource'
import { canPrint, openAlbumSetting, saveToAlbum } from '@/services/printing'
import { asked } from '@/services/queries'
import type { Saving } from '@/services/saving'
import { staffWords } from '@/words/staff'

const said = staffWords.places.poster

/** The poster of one place, with its code. The code never changes: it is asked for once. */
export function PosterOf({ place }: { place: string }) {
  const code = useQuery({ ...asked('places', 'code', { place }), staleTime: Infinity })
  return (
    // In an element of its own: when it comes, the other posters are not handed to the view anew.
    <View className="poster-sheet">
      <StateView query={code}>{(shown) => <Shown code={shown} />}</StateView>
    </View>
  )
}

function Shown({ code }: { code: PlaceCode }) {
  const source = usePictureSource(code.place.id, code.image, code.type)
  return (
    <>
      <Poster code={code} source={source} />
      {!canPrint && <SaveButton code={code} />}
    </>
  )
}

function SaveButton({ code: { place, image, type } }: { code: PlaceCode }) {
  const [saving, setSaving] = useState<Saving | 'busy' | null>(null)
  const name = place.names[place.names.length - 1] ?? ''
  const save = async () => {
    setSaving('busy')
    const outcome = await saveToAlbum(place.id, image, type)
    setSaving(outcome)
    if (outcome === 'saved') void Taro.showToast({ title: said.saved, icon: 'success' })
  }
  return (
    <View className="poster-page__save">
      {saving === 'notAllowed' && (
        <Notice tone="warning" title={said.notAllowedTitle}>
          <View>{said.notAllowed}</View>
          <BigButton onClick={openAlbumSetting}>{said.openSetting}</BigButton>
        </Notice>
      )}
      {saving === 'notAgreed' && (
        <Notice tone="warning" title={said.notAgreedTitle}>
          {said.notAgreed}
        </Notice>
      )}
      {saving === 'failed' && (
        <Notice tone="danger" title={said.failedTitle}>
          {said.failed}
        </Notice>
      )}
      <BigButton
        tone="primary"
        label={said.saveOf(name)}
        busy={saving === 'busy'}
        onClick={() => void save()}
      >
        {said.save}
      </BigButton>
    </View>
  )
}
