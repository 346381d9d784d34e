import Taro from '@tarojs/taro'
import type { EditionHead } from '@contract/editions'
import type { Run } from '@contract/reassessment'
import { EditionDeeds } from '@/components/staff/EditionDeeds'
import { effectText } from '@/components/staff/editionWords'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { featureOf } from './features'

const said = staffWords.editions

const toast = (title: string) => void Taro.showToast({ title, icon: 'success' })

/** Publishes or drops a proposed edition; `runs` say whom publishing would change. */
export function Deeds({ head, runs }: { head: EditionHead; runs: readonly Run[] | undefined }) {
  const feature = featureOf[head.kind]
  const publishing = useSend(feature, 'publish')
  const dropping = useSend(feature, 'drop')
  const on = { place: head.place.id, edition: head.id }
  return (
    <EditionDeeds
      head={head}
      now={new Date()}
      effect={effectText(runs?.find(({ purpose }) => purpose === 'forecast'))}
      publishing={{ busy: publishing.isPending, error: publishing.error && callErrorOf(publishing.error) }}
      dropping={{ busy: dropping.isPending, error: dropping.error && callErrorOf(dropping.error) }}
      onPublish={() => publishing.mutate(on, { onSuccess: () => toast(said.published) })}
      onDrop={(words) => dropping.mutate({ ...on, words }, { onSuccess: () => toast(said.dropped) })}
    />
  )
}
