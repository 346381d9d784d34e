import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '@contract/calendar'
import { tipLimits } from '@contract/letterbox'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { PictureField } from '@/components/PictureField'
import { Resumed } from '@/components/Resumed'
import { TextArea } from '@/components/TextArea'
import { TextInput } from '@/components/TextInput'
import { OwnPicture } from '@/pages/pictures/OwnPicture'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { tipWords } from '@/words/tip'
import { Refused } from '../Refused'
import { Emergency } from './Emergency'
import type { Beginning } from './form'
import { KindQuestion } from './KindQuestion'
import { RewardQuestion } from './RewardQuestion'
import { SeenQuestion } from './SeenQuestion'
import { useTelling, type Telling } from './useTelling'
import { WhereQuestions } from './WhereQuestions'

const said = tipWords.tell

const refusalsOf = ({ isAsSent }: Telling) => ({
  submissionTaken: isAsSent ? said.taken : said.takenBefore,
  tooOften: said.tooOften,
})

interface TellFormProps {
  beginning: Beginning
  today: Day
  onRestart: () => void
}

/** Everything on one screen. */
export function TellForm({ beginning, today, onRestart }: TellFormProps) {
  const telling = useTelling(beginning)
  const { values, change, send, isSending } = telling
  const questions = useQuery({
    ...asked('letterbox', 'questions', { place: values.place }),
    enabled: values.place !== '',
  })
  const failed = telling.pictures.pictures.filter(({ state }) => state === 'failed').length
  const restart = () => {
    telling.stop()
    onRestart()
  }
  return (
    <Page
      footer={
        <BigButton
          tone="primary"
          busy={isSending || telling.pictures.isSending}
          onClick={() => send(questions.data)}
        >
          {telling.pictures.isSending ? words.pictures.sending : said.send}
        </BigButton>
      }
    >
      <Notice tone="good" title={said.promise}>
        {said.careful}
      </Notice>
      <Emergency />
      <Resumed from={beginning.savedAt} today={today} onRestart={restart} />
      <Refused error={telling.error} sentences={refusalsOf(telling)} kept={words.app.kept} />
      <View className="card">
        <WhereQuestions telling={telling} />
        <KindQuestion telling={telling} questions={questions} />
      </View>
      <View className="card">
        <SeenQuestion
          seen={values.seen}
          today={today}
          fault={telling.faultOf('seen')}
          onChange={(seen) => change({ seen })}
        />
        <WordsQuestions telling={telling} />
      </View>
      <View className="card">
        <PicturesQuestion telling={telling} letter={beginning.letter} />
        {failed > 0 && <Notice tone="warning" title={said.picturesFailed(failed)} />}
      </View>
      {questions.data && <RewardQuestion telling={telling} reward={questions.data.reward} />}
    </Page>
  )
}

function WordsQuestions({ telling: { values, change, faultOf } }: { telling: Telling }) {
  return (
    <>
      <Field label={said.words.label} hint={said.words.hint} fault={faultOf('words')}>
        <TextArea
          label={said.words.label}
          value={values.words}
          onChange={(typed) => change({ words: typed })}
          placeholder={said.words.placeholder}
          most={tipLimits.words}
          wrong={faultOf('words') !== undefined}
        />
      </Field>
      <Field label={said.plate.label} fault={faultOf('plate')} optional>
        <TextInput
          label={said.plate.label}
          value={values.plate}
          onChange={(plate) => change({ plate })}
          placeholder={said.plate.placeholder}
          keyboard="capitals"
          most={12}
          wrong={faultOf('plate') !== undefined}
        />
      </Field>
    </>
  )
}

function PicturesQuestion({ telling, letter }: { telling: Telling; letter: string }) {
  const { pictures, notChosen, add, retake, retry, remove } = telling.pictures
  return (
    <PictureField
      label={said.pictures.label}
      explain={said.pictures.explain}
      fault={telling.faultOf('pictures')}
      optional
      most={tipLimits.pictures}
      pictures={pictures}
      notChosen={notChosen}
      show={(one) => <OwnPicture {...one} label={said.pictures.label} letter={letter} />}
      onAdd={add}
      onRetake={retake}
      onRetry={retry}
      onRemove={remove}
    />
  )
}
