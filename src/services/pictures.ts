import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { incomingPath, PICTURE_BYTES, type PictureAdded } from '@contract/pictures'
import { api, type Answer, type CallError } from './api'
import { CallFailure, uploadFile } from './cloud'
import { asked } from './queries'
import { newSubmission } from './submission'

/** A picture of a form: chosen on this phone, or known by its id from a draft or from what was sent before. */
export interface PhonePicture {
  picture: string
  state: 'sending' | 'failed' | 'sent'
  /** Where it lies on this phone; null when it was not chosen just now. */
  path: string | null
  error: CallError | null
}

/** A file of this phone; `size` in bytes. */
interface ChosenFile {
  path: string
  size: number
}

/** null when the person has changed their mind. Rejects when WeChat may use neither camera nor album. */
async function choosePicture(): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    })
    const [file] = tempFiles
    if (!file) throw new Error('no picture among what was chosen')
    return { path: file.tempFilePath, size: file.size }
  } catch (cause) {
    if (/cancel/.test((cause as { errMsg?: string }).errMsg ?? '')) return null
    throw cause
  }
}

/** As the function would answer, had it been sent all the way. */
const tooLarge: CallError = {
  code: 'invalidInput',
  message: 'the file is too large',
  fields: { file: 'pictureTooLarge' },
}

/** Each attempt begins anew: after a refusal the function has removed the file. */
async function sendPicture(picture: string, path: string): Promise<Answer<PictureAdded>> {
  try {
    const file = await uploadFile(incomingPath(picture), path)
    return await api.pictures.add({ picture, file })
  } catch (cause) {
    const code = cause instanceof CallFailure && cause.reached ? 'internal' : 'offline'
    return { ok: false, error: { code, message: String(cause) } }
  }
}

/**
 * The pictures of a form, whose answer is `ids`: an id is among them once its picture has arrived. Belongs above the
 * steps of a form, so that a picture goes on being sent while other questions are answered.
 */
export function usePictures(ids: readonly string[], change: (ids: string[]) => void) {
  const [chosen, setChosen] = useState<readonly PhonePicture[]>([])
  const [couldChoose, setCouldChoose] = useState(true)
  const latest = useRef({ ids, change })
  const wanted = useRef(new Set<string>())
  useEffect(() => {
    latest.current = { ids, change }
  })

  const put = (one: PhonePicture) =>
    setChosen((before) => [...before.filter(({ picture }) => picture !== one.picture), one])
  const send = async (picture: string, path: string) => {
    put({ picture, path, state: 'sending', error: null })
    const answer = await sendPicture(picture, path)
    // It may have been taken away meanwhile; the cloud then removes it by itself.
    if (!wanted.current.has(picture)) return
    put({ picture, path, state: answer.ok ? 'sent' : 'failed', error: answer.ok ? null : answer.error })
    if (answer.ok) latest.current.change([...latest.current.ids, picture])
  }
  const remove = (picture: string) => {
    wanted.current.delete(picture)
    setChosen((before) => before.filter((one) => one.picture !== picture))
    if (ids.includes(picture)) change(ids.filter((one) => one !== picture))
  }
  const add = async (insteadOf?: string) => {
    const file = await choosePicture().catch(() => undefined)
    setCouldChoose(file !== undefined)
    if (!file) return
    if (insteadOf) remove(insteadOf)
    const picture = newSubmission()
    wanted.current.add(picture)
    if (file.size > PICTURE_BYTES) put({ picture, path: file.path, state: 'failed', error: tooLarge })
    else await send(picture, file.path)
  }
  const pictures = merged(ids, chosen)
  return {
    pictures,
    couldChoose,
    isSending: pictures.some(({ state }) => state === 'sending'),
    add: () => void add(),
    retake: (picture: string) => void add(picture),
    retry: ({ picture, path }: PhonePicture) => void (path && send(picture, path)),
    remove,
    clear: () => {
      wanted.current.clear()
      setChosen([])
      change([])
    },
  }
}

export type Pictures = ReturnType<typeof usePictures>

/** Those that have arrived, then those that have not. */
const merged = (ids: readonly string[], chosen: readonly PhonePicture[]): PhonePicture[] => [
  ...ids.map(
    (picture): PhonePicture =>
      chosen.find((one) => one.picture === picture) ?? { picture, state: 'sent', path: null, error: null },
  ),
  ...chosen.filter(({ picture, state }) => state !== 'sent' && !ids.includes(picture)),
]

/** Where one's own picture can be looked at: on this phone, else for some minutes in the cloud. */
export function usePictureSource({ picture, path }: Pick<PhonePicture, 'picture' | 'path'>) {
  const shown = useQuery({ ...asked('pictures', 'show', { picture }), enabled: path === null })
  return {
    source: path ?? shown.data?.address ?? null,
    failed: shown.isError,
    askAgain: () => void shown.refetch(),
  }
}
