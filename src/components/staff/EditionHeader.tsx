import { Text, View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { EditionHead } from '@contract/editions'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Tag } from '../Tag'
import { Tap } from '../Tap'
import { editionTag, editionTitle, effectiveText, signatureLines } from './editionWords'
import { Quote } from './Quote'
import './EditionHeader.scss'

const said = staffWords.editions

export interface EditionHeaderProps {
  head: EditionHead
  now: Date
  /** Copies where its source can be read. */
  onLink: () => void
}

/** An edition: where it comes from, from when on it applies, why there is a new one, who signed it. */
export function EditionHeader({ head, now, onLink }: EditionHeaderProps) {
  const { source, words: why, place } = head
  return (
    <View className="card edition-header">
      <EditionTitle head={head} now={now} />
      <View className="soft">{place.names.join(' ')}</View>
      <View className="edition-header__line">
        {said.source(source.text, words.dates.date(source.publishedOn, dayOf(now)))}
      </View>
      {source.link !== '' && (
        <Tap className="edition-header__link" label={said.link} onTap={onLink}>
          <Text>{said.link}</Text>
        </Tap>
      )}
      <View className="edition-header__line">{effectiveText(head, now)}</View>
      <Quote words={why} />
      {signatureLines(head, now).map((line) => (
        <View key={line} className="soft edition-header__line">
          {line}
        </View>
      ))}
    </View>
  )
}

export interface EditionLineProps {
  head: EditionHead
  now: Date
  onOpen: () => void
}

/** The same in a list. */
export function EditionLine({ head, now, onOpen }: EditionLineProps) {
  const [proposed = '', ...later] = signatureLines(head, now)
  return (
    <Tap className="card edition-line" label={said.open(editionTitle(head))} onTap={onOpen}>
      <View className="edition-line__text">
        <EditionTitle head={head} now={now} />
        <View>{head.words}</View>
        <View className="soft">{head.status === 'dropped' ? proposed : effectiveText(head, now)}</View>
        <View className="soft">{later[later.length - 1] ?? proposed}</View>
      </View>
    </Tap>
  )
}

function EditionTitle({ head, now }: Pick<EditionHeaderProps, 'head' | 'now'>) {
  return (
    <View className="edition-header__title">
      <Text className="title edition-header__name">{editionTitle(head)}</Text>
      <Tag {...editionTag(head, now)} />
    </View>
  )
}
