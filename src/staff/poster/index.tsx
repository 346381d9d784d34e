import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { PlaceNode } from '@contract/places'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { canPrint, printPage } from '@/services/printing'
import { asked, useIsAwaited } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { insideOf } from '../places/tree'
import { PosterOf } from './PosterOf'
import './index.scss'

const said = staffWords.places.poster

/** What hangs at a gate or door, `?place=`: to print, and in WeChat to save. */
export default function PosterPage() {
  const { place = '' } = useRouter().params
  const node = useQuery(asked('places', 'node', { place }))
  return (
    <Page footer={canPrint && node.data && <PrintButton />}>
      <StateView query={node}>{(shown) => <Posters node={shown} />}</StateView>
    </Page>
  )
}

/** Waits for the sheets whose codes have not come yet: they would be missing on the paper. */
function PrintButton() {
  const isIncomplete = useIsAwaited('places', 'code')
  return (
    <BigButton tone="primary" busy={isIncomplete} onClick={printPage}>
      {said.print}
    </BigButton>
  )
}

/** The doors of a compound or building have codes of their own, one sheet each. */
function Posters({ node }: { node: PlaceNode }) {
  const [withInside, setWithInside] = useState(false)
  const doors = node.children.filter(({ level }) => level === 'building' || level === 'unit')
  return (
    <>
      <View className="poster-page__intro">
        <View className="soft">{canPrint ? said.printHint : said.inWeChat}</View>
        {doors.length > 0 && (
          <View className="poster-page__inside">
            <BigButton onClick={() => setWithInside(!withInside)}>
              {withInside ? said.onlyThis : said.inside(insideOf(doors))}
            </BigButton>
          </View>
        )}
      </View>
      <PosterOf place={node.id} />
      {withInside && doors.map(({ id }) => <PosterOf key={id} place={id} />)}
    </>
  )
}
