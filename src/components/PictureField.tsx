import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { NotChosen } from '@/services/notDone'
import type { PhonePicture } from '@/services/pictures'
import { words } from '@/words'
import { BigButton } from './BigButton'
import { Field, type FieldProps } from './Field'
import './PictureField.scss'

const said = words.pictures

export interface PictureFieldProps extends Omit<FieldProps, 'children'> {
  pictures: readonly PhonePicture[]
  most: number
  /** Why it is asked for and who will see it. */
  explain: string
  /** Why nothing could be chosen just now. */
  notChosen: NotChosen | null
  show: (picture: PhonePicture) => ReactNode
  onAdd: () => void
  onRetake: (picture: string) => void
  onRetry: (picture: PhonePicture) => void
  onRemove: (picture: string) => void
}

/** A question answered with pictures. They are sent at once; each says how far it has come. */
export function PictureField(props: PictureFieldProps) {
  const { pictures, most, explain, notChosen, show, onAdd, onRetake, onRetry, onRemove, ...field } = props
  return (
    <Field {...field}>
      {pictures.map((one) => (
        <View key={one.picture} className="picture-field__one">
          {show(one)}
          <State of={one} />
          {mayRetry(one) && <BigButton onClick={() => onRetry(one)}>{said.retry}</BigButton>}
          <View className="beside picture-field__tools">
            {one.state !== 'sending' && (
              <BigButton onClick={() => onRetake(one.picture)}>{said.retake}</BigButton>
            )}
            <BigButton tone="danger" onClick={() => onRemove(one.picture)}>
              {said.remove}
            </BigButton>
          </View>
        </View>
      ))}
      {notChosen && (
        <View className="picture-field__fault" role="alert">
          {said.notChosen[notChosen]}
        </View>
      )}
      {pictures.length < most && <BigButton onClick={onAdd}>{said.add}</BigButton>}
      <View className="soft picture-field__explain">{explain}</View>
    </Field>
  )
}

/** What was refused for what it is, is refused again; what got lost on its way was not. */
const mayRetry = ({ state, error }: PhonePicture): boolean =>
  state === 'failed' && (error?.code !== 'invalidInput' || error.fields?.file === 'pictureMissing')

function State({ of: { state, path, error } }: { of: PhonePicture }) {
  if (state === 'sending') return <View className="soft">{said.sendingMeanwhile}</View>
  // Of one from a draft only the picture itself can tell whether it is still there.
  if (state === 'sent') return path === null ? null : <View className="soft">{said.sent}</View>
  const fault = error?.fields?.file
  return (
    <View className="picture-field__fault" role="alert">
      {fault ? words.faults[fault] : said.failed}
    </View>
  )
}
