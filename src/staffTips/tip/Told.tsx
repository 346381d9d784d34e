import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TipEvent } from '@contract/tipMachine'
import type { TipForReview, TipRevealed } from '@contract/tips'
import { Notice } from '@/components/Notice'
import { PictureView } from '@/components/PictureView'
import { LabelledLine } from '@/components/staff/LabelledLine'
import { words } from '@/words'
import { tipWorkWords as said } from '@/words/tipWork'

interface ToldProps {
  view: TipForReview
  /** The same in clear text, once it has been asked for. */
  revealed: TipRevealed | null
  today: Day
}

/** What the teller has seen: masked, or in clear text in its place. */
export function Told({ view, revealed, today }: ToldProps) {
  const { seen, pictures } = view
  const part = seen.part ? said.dayParts[seen.part] : ''
  return (
    <>
      {revealed && (
        <Notice tone="calm" title={said.revealed.title}>
          {said.revealed.body}
        </Notice>
      )}
      <View className="card tip__told">
        <View className="title">{said.told}</View>
        <View className="soft">{said.seenOn(words.dates.shortDay(seen.on, today), part)}</View>
        {revealed ? <Clear revealed={revealed} /> : <Masked view={view} />}
        {pictures.map(({ picture, address }) => (
          <PictureView key={picture} source={address} label={said.picture} missing={said.pictureNotShown} />
        ))}
      </View>
    </>
  )
}

function Masked({ view }: { view: TipForReview }) {
  const isMasked = view.plate !== '' || view.words.includes('*')
  return (
    <>
      <View className="tip__words">
        <Text userSelect>{view.words}</Text>
      </View>
      {view.plate && <LabelledLine label={said.plate} text={view.plate} strong />}
      {additionsIn(view).map((addition) => (
        <LabelledLine key={addition} label={said.revealed.additions} text={addition} />
      ))}
      {view.hasWhere && <View className="soft">{said.hasWhere}</View>}
      {!view.hasWhere && isMasked && <View className="soft">{said.masked}</View>}
    </>
  )
}

/** What the teller has said since, above all in answer to a question: the latest first. */
const additionsIn = ({ timeline }: TipForReview): string[] =>
  timeline.flatMap(({ event, words: added }) => (ADDING.includes(event) && added ? [added] : [])).reverse()

const ADDING: readonly string[] = ['add', 'resume'] satisfies TipEvent[]

/** With what was added later. */
function Clear({ revealed }: { revealed: TipRevealed }) {
  const names = said.revealed
  return (
    <>
      <View className="tip__words">
        <Text userSelect>{revealed.words}</Text>
      </View>
      <LabelledLine label={names.where} text={revealed.where || names.none} strong />
      <LabelledLine label={names.plate} text={revealed.plate || names.none} strong />
      {revealed.additions.map((addition) => (
        <LabelledLine key={addition} label={names.additions} text={addition} />
      ))}
    </>
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
