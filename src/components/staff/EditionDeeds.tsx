import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EditionHead } from '@contract/editions'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { FailureNotice } from '../FailureNotice'
import { Notice } from '../Notice'
import { ReasonSheet } from '../ReasonSheet'
import { editionTitle, effectiveText } from './editionWords'
import './EditionDeeds.scss'

const said = staffWords.editions

/** A sending that may be on its way or have failed. */
interface Sending {
  busy: boolean
  error: CallError | null
}

export interface EditionDeedsProps {
  head: EditionHead
  now: Date
  /** What publishing does, said before it is confirmed. */
  effect: string
  publishing: Sending
  dropping: Sending
  onPublish: () => void
  onDrop: (words: string) => void
}

/** What can be done about a proposed edition: another officer publishes it, any officer drops it. Nothing once it is signed. */
export function EditionDeeds(props: EditionDeedsProps) {
  const { head, now, effect, publishing, dropping, onPublish, onDrop } = props
  const [isDropping, setDropping] = useState(false)
  if (head.status !== 'proposed') return null
  const publish = async () => {
    const { confirm } = await Taro.showModal({
      title: said.publishTitle(editionTitle(head)),
      content: said.publishBody(effectiveText(head, now), effect),
      confirmText: said.sure,
      cancelText: words.app.cancel,
    })
    if (confirm) onPublish()
  }
  return (
    <>
      <PublishFailure error={publishing.error} />
      {head.mayPublish ? (
        <BigButton tone="primary" busy={publishing.busy} onClick={() => void publish()}>
          {said.publish}
        </BigButton>
      ) : (
        <Notice tone="calm" title={said.yourOwn} />
      )}
      <View className="edition-deeds__drop">
        <BigButton onClick={() => setDropping(true)}>{said.drop}</BigButton>
      </View>
      <ReasonSheet
        title={said.drop}
        explain={said.dropExplain}
        label={said.dropLabel}
        presets={said.dropPresets}
        confirm={said.dropSend}
        tone="danger"
        open={isDropping}
        busy={dropping.busy}
        error={dropping.error}
        onSend={onDrop}
        onClose={() => setDropping(false)}
      />
    </>
  )
}

function PublishFailure({ error }: Pick<Sending, 'error'>) {
  if (error?.code !== 'changedMeanwhile') return <FailureNotice error={error} />
  return <Notice tone="warning" title={said.overtaken} />
}
