import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { StandsIn, TextForReview } from '@contract/texts'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { Tag, type TagTone } from '@/components/Tag'
import { LabelledLine } from '@/components/staff/LabelledLine'
import { asked, callErrorOf, useFreshWhenShown, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { staffWords } from '@/words/staff'
import { caseRoute } from '../caseRoute'
import { dueOf } from '../due'
import { openPage } from '../openPage'
import { Decision } from './Decision'
import { TextStory } from './TextStory'

const said = staffWords.texts

const tones: Record<TextForReview['status'], TagTone> = { open: 'warning', kept: 'good', hidden: 'quiet' }

/** `?id=` of a text that WeChat is not sure of: what it says, where it stands, and whether it stays. */
export default function TextPage() {
  const { id = '' } = useRouter().params
  const shown = useQuery(asked('texts', 'review', { case: id }))
  useFreshWhenShown(shown)
  return (
    <Page tallFooter footer={shown.data && <Decision view={shown.data} />}>
      <StateView query={shown}>{(view) => <Shown view={view} />}</StateView>
    </Page>
  )
}

function Shown({ view }: { view: TextForReview }) {
  const now = new Date()
  const { display, place, status, doubt, todo, standsIn, canHide, events, timeline } = view
  const isOpen = status === 'open'
  return (
    <>
      <View className="card">
        <View className="title">{said.title}</View>
        <View className="soft">{[place.names.slice(-1).join(''), display].join(' ')}</View>
        <Tag tone={tones[status]} text={said.status[status]} />
        {todo && <View className="soft">{dueOf(todo, now).text}</View>}
        <View className="soft">{said.explain[doubt]}</View>
        {isOpen && events.length === 0 && <View className="soft">{said.notForYou}</View>}
        {isOpen && !canHide && <View className="soft">{said.cannotHide}</View>}
        {standsIn && <BigButton onClick={() => openPage(pageOf(standsIn))}>{said.goThere}</BigButton>}
      </View>
      {events.includes('reveal') && <Reading view={view} />}
      <TextStory timeline={timeline} today={dayOf(now)} />
    </>
  )
}

const pageOf = ({ kind, id }: StandsIn): string =>
  kind === 'household' ? `/staff/household/index?household=${id}` : caseRoute({ kind, id })

/** What it says, once the officer has asked for it: that is a look, and written down. */
function Reading({ view: { id, version } }: { view: TextForReview }) {
  const [texts, setTexts] = useState<string[]>()
  const { submission, renew } = useSubmission()
  const reveal = useSend('texts', 'reveal')
  const read = () =>
    reveal.mutate(
      { case: id, submission, version, words: said.reason },
      {
        onSuccess: (revealed) => {
          renew()
          setTexts(revealed.texts)
        },
      },
    )
  return (
    <View className="card">
      {texts ? (
        texts.map((text) => <LabelledLine key={text} label={said.said} text={text} />)
      ) : (
        <>
          <View className="soft">{said.readExplain}</View>
          <FailureNotice error={reveal.error && callErrorOf(reveal.error)} />
          <BigButton busy={reveal.isPending} onClick={read}>
            {said.read}
          </BigButton>
        </>
      )}
    </View>
  )
}
