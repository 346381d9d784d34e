import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TipForReview, TipRevealed } from '@contract/tips'
import { Notice } from '@/components/Notice'
import { PictureView } from '@/components/PictureView'
import { LabelledLine } from '@/components/staff/LabelledLine'
import { words } from '@/words'
import { tipWorkWords as said } from '@/words/tipWork'

/** What the teller has seen, masked. */
export function Told({ view, today }: { view: TipForReview; today: Day }) {
  const { seen, plate, hasWhere, pictures } = view
  const part = seen.part ? said.dayParts[seen.part] : ''
  return (
    <View className="card tip__told">
      <View className="title">{said.told}</View>
      <View className="soft">{said.seenOn(words.dates.shortDay(seen.on, today), part)}</View>
      <View className="tip__words">
        <Text userSelect>{view.words}</Text>
      </View>
      {plate && <LabelledLine label={said.plate} text={plate} strong />}
      {pictures.map(({ picture, address }) => (
        <PictureView key={picture} source={address} label={said.picture} missing={said.pictureNotShown} />
      ))}
      <View className="soft">{hasWhere ? said.hasWhere : said.masked}</View>
    </View>
  )
}

/** What whoever went there has taken pictures of. */
export function SeenThere({ view: { visitPictures } }: { view: TipForReview }) {
  if (visitPictures.length === 0) return null
  return (
    <View className="card">
      <View className="title">{said.visit.pictures}</View>
      {visitPictures.map(({ picture, address }) => (
        <PictureView
          key={picture}
          source={address}
          label={said.visit.pictures}
          missing={said.pictureNotShown}
        />
      ))}
    </View>
  )
}

/** What was told in clear text, with what was added later. */
export function Clear({ revealed }: { revealed: TipRevealed }) {
  const names = said.revealed
  return (
    <>
      <Notice tone="calm" title={names.title}>
        {names.body}
      </Notice>
      <View className="card">
        <LabelledLine label={names.where} text={revealed.where || names.none} />
        <LabelledLine label={names.plate} text={revealed.plate || names.none} />
        <LabelledLine label={names.words} text={revealed.words} />
        {revealed.additions.map((addition) => (
          <LabelledLine key={addition} label={names.additions} text={addition} />
        ))}
      </View>
    </>
  )
}
