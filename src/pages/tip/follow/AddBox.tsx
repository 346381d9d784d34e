import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { tipLimits } from '@contract/letterbox'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { PictureField } from '@/components/PictureField'
import { TextArea } from '@/components/TextArea'
import { OwnPicture } from '@/pages/pictures/OwnPicture'
import { usePictures } from '@/services/pictures'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { tipFollowWords, tipWords } from '@/words/tip'
import { Refused } from '../Refused'
import { useLetter } from './useLetter'
import './AddBox.scss'

const said = tipFollowWords.add

interface AddBoxProps {
  receipt: string
  /** Of staff, to be answered; null where there is none. */
  question: string | null
}

/** Answers a question, or says what else was seen: another letter, which nobody can tell from whom. */
export function AddBox({ receipt, question }: AddBoxProps) {
  const begun = useLetter(receipt, 'add')
  return (
    <View className="card">
      <View className="title add-box__title">{question === null ? said.title : said.question}</View>
      {question !== null && <View className="add-box__question">{question}</View>}
      {begun.letter && (
        <Letter
          key={begun.letter}
          receipt={receipt}
          letter={begun.letter}
          begun={begun}
          isAnswer={question !== null}
        />
      )}
    </View>
  )
}

interface LetterProps {
  receipt: string
  letter: string
  begun: ReturnType<typeof useLetter>
  isAnswer: boolean
}

function Letter({ receipt, letter, begun, isAnswer }: LetterProps) {
  const [text, setText] = useState(begun.words)
  const [ids, setIds] = useState(begun.pictures)
  const [missing, setMissing] = useState(false)
  const change = (now: string[]) => {
    setIds(now)
    begun.keep(text, now)
  }
  const pictures = usePictures(ids, change, letter)
  const adding = useSend('letterbox', 'add')
  const error = adding.error && callErrorOf(adding.error)
  const fault = missing ? 'required' : error?.fields?.words
  const label = isAnswer ? said.label.answer : said.label.addition
  const send = () => {
    const isNothing = text.trim() === '' && ids.length === 0
    setMissing(isNothing)
    if (isNothing) return
    const arrived = () => {
      begun.arrived()
      void Taro.showToast({ title: said.sent, icon: 'success' })
    }
    adding.mutate({ receipt, letter, words: text, pictures: ids }, { onSuccess: arrived })
  }
  return (
    <>
      <Refused error={error} sentences={{ tooOften: said.tooOften }} kept={words.app.kept} />
      <Field label={label} fault={fault}>
        <TextArea
          label={label}
          value={text}
          onChange={(typed) => {
            setText(typed)
            setMissing(false)
            begun.keep(typed, ids)
          }}
          placeholder={said.placeholder}
          most={tipLimits.words}
          wrong={fault !== undefined}
        />
      </Field>
      <PictureField
        label={said.pictures}
        explain={tipWords.tell.pictures.explain}
        fault={error?.fields?.pictures}
        optional
        most={tipLimits.pictures}
        pictures={pictures.pictures}
        notChosen={pictures.notChosen}
        show={(one) => <OwnPicture {...one} label={said.pictures} letter={letter} />}
        onAdd={pictures.add}
        onRetake={pictures.retake}
        onRetry={pictures.retry}
        onRemove={pictures.remove}
      />
      <BigButton
        tone={isAnswer ? 'primary' : 'plain'}
        busy={adding.isPending || pictures.isSending}
        onClick={send}
      >
        {pictures.isSending ? words.pictures.sending : isAnswer ? said.sendAnswer : said.send}
      </BigButton>
    </>
  )
}
