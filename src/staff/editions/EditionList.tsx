import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EditionHead, EditionKind } from '@contract/editions'
import { BigButton } from '@/components/BigButton'
import { StateView } from '@/components/StateView'
import { EditionLine } from '@/components/staff/EditionHeader'
import { staffWords } from '@/words/staff'
import { useEditions } from './useEditions'

const said = staffWords.editions

interface EditionListProps {
  kind: EditionKind
  place: string
  /** The address of the page that shows one, without its query. */
  page: string
}

/** What waits for a second officer, and what was before; a tap shows one. */
export function EditionList({ kind, place, page }: EditionListProps) {
  const { query, hasMore, isFetchingMore, showMore } = useEditions(kind, place)
  return (
    <>
      <StateView query={query} empty={{ when: (heads) => heads.length === 0, title: said.noHistory }}>
        {(heads) => <Lines heads={heads} page={page} />}
      </StateView>
      {hasMore && (
        <BigButton busy={isFetchingMore} onClick={showMore}>
          {said.more}
        </BigButton>
      )}
    </>
  )
}

function Lines({ heads, page }: { heads: readonly EditionHead[]; page: string }) {
  const now = new Date()
  const waiting = heads.filter(({ status }) => status === 'proposed')
  const line = (head: EditionHead) => (
    <EditionLine
      key={head.id}
      head={head}
      now={now}
      onOpen={() => void Taro.navigateTo({ url: `${page}?place=${head.place.id}&edition=${head.id}` })}
    />
  )
  return (
    <>
      {waiting.length > 0 && <View className="title edition-heading">{said.waiting(waiting.length)}</View>}
      {waiting.map(line)}
      {waiting.length < heads.length && <View className="title edition-heading">{said.history}</View>}
      {heads.filter(({ status }) => status !== 'proposed').map(line)}
    </>
  )
}
