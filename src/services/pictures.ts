import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { incomingPath, PICTURE_BYTES, type PictureAdded } from '@contract/pictures'
import { api, type Answer, type CallError } from './api'
import { CallFailure, uploadFile } from './cloud'
import { notDoneBy, type NotChosen, type NotDone } from './notDone'
import { privately } from './privacy'
import { asked } from './queries'
import { newSubmission } from './submission'

/** A picture of a form: chosen on this phone, or known by its id from a draft or from what was sent before. */
export interface PhonePicture {
  picture: string
  state: 'sending' | 'failed' | 'sent'
  /** Where it lies on this phone; null when it was not chosen just now. */
  path: string | null
  /** The one that stays until this one has arrived, and then goes. */
  replaces: string | null
  error: CallError | null
}

/** A file of this phone; `size` in bytes. */
interface ChosenFile {
  path: string
  size: number
}

/** `notAgreed` before WeChat has looked; `failed` when it may use neither camera nor album. */
async function choosePicture(): Promise<ChosenFile | NotDone> {
  try {
    const { tempFiles } = await privately('chooseMedia', () =>
      Taro.chooseMedia({
        count: 1,
        mediaType: ['image'],
        sourceType: ['album', 'camera'],
        sizeType: ['compressed'],
      }),
    )
    const [file] = tempFiles
    if (!file) throw new Error('no picture among what was chosen')
    return { path: file.tempFilePath, size: file.size }
  } catch (cause) {
    return notDoneBy(cause)
  }
}

/** As the function would answer, had it been sent all the way. */
const tooLarge: CallError = {
  code: 'invalidInput',
  message: 'the file is too large',
  fields: { file: 'pictureTooLarge' },
}

/** Each attempt begins anew: after a refusal the function has removed the file. */
async function sendPicture(picture: string, path: string, letter?: string): Promise<Answer<PictureAdded>> {
  try {
    const file = await uploadFile(incomingPath(picture), path)
    if (letter !== undefined) return await api.letterbox.addPicture({ picture, file, letter })
    return await api.pictures.add({ picture, file })
  } catch (cause) {
    const code = cause instanceof CallFailure && cause.reached ? 'internal' : 'offline'
    return { ok: false, error: { code, message: String(cause) } }
  }
}

/**
 * The pictures of a form, whose answer is `ids`: an id is among them once its picture has arrived. Belongs above the
 * steps of a form, so that a picture goes on being sent while other questions are answered.
 *
 * @param letter the tip that they belong to, whose teller is nobody; without one they belong to this account
 */
export function usePictures(ids: readonly string[], change: (ids: string[]) => void, letter?: string) {
  const [chosen, setChosen] = useState<readonly PhonePicture[]>([])
  const [notChosen, setNotChosen] = useState<NotChosen | null>(null)
  const latest = useRef({ ids, change, chosen })
  const wanted = useRef(new Set<string>())
  useEffect(() => {
    latest.current = { ids, change, chosen }
  })

  const put = (one: PhonePicture) =>
    setChosen((before) => [...before.filter(({ picture }) => picture !== one.picture), one])
  const send = async (one: Pick<PhonePicture, 'picture' | 'replaces'>, path: string) => {
    const { picture, replaces } = one
    put({ picture, path, replaces, state: 'sending', error: null })
    const answer = await sendPicture(picture, path, letter)
    // It may have been taken away meanwhile; the cloud then removes it by itself.
    if (!wanted.current.has(picture)) return
    const error = answer.ok ? null : answer.error
    put({ picture, path, replaces, state: answer.ok ? 'sent' : 'failed', error })
    if (answer.ok) latest.current.change([...latest.current.ids.filter((id) => id !== replaces), picture])
  }
  const forget = (gone: readonly string[]) => {
    gone.forEach((picture) => wanted.current.delete(picture))
    setChosen((before) => before.filter(({ picture }) => !gone.includes(picture)))
  }
  const remove = (picture: string) => {
    forget([picture])
    if (ids.includes(picture)) change(ids.filter((one) => one !== picture))
  }
  const add = async (insteadOf?: string) => {
    const file = await choosePicture()
    setNotChosen(file === 'notAgreed' || file === 'failed' ? file : null)
    if (typeof file === 'string') return
    const { replaces, abandoned } = replacing(insteadOf, latest.current)
    forget(abandoned)
    const picture = newSubmission()
    wanted.current.add(picture)
    if (file.size > PICTURE_BYTES)
      put({ picture, path: file.path, replaces, state: 'failed', error: tooLarge })
    else await send({ picture, replaces }, file.path)
  }
  const pictures = merged(ids, chosen)
  return {
    pictures,
    notChosen,
    isSending: pictures.some(({ state }) => state === 'sending'),
    add: () => void add(),
    retake: (picture: string) => void add(picture),
    retry: (one: PhonePicture) => void (one.path && send(one, one.path)),
    remove,
    clear: () => {
      wanted.current.clear()
      setChosen([])
      change([])
    },
  }
}

export type Pictures = ReturnType<typeof usePictures>

/**
 * What one more picture means for those there are: which of those that have arrived it replaces, and which of those that
 * have not are given up for it.
 */
function replacing(
  insteadOf: string | undefined,
  { ids, chosen }: { ids: readonly string[]; chosen: readonly PhonePicture[] },
): { replaces: string | null; abandoned: string[] } {
  if (insteadOf === undefined) return { replaces: null, abandoned: [] }
  const isSent = ids.includes(insteadOf)
  const replaces = isSent ? insteadOf : chosen.find(({ picture }) => picture === insteadOf)?.replaces
  const waiting = chosen.filter(({ picture }) => !ids.includes(picture))
  const abandoned = waiting.filter(
    (one) => one.picture === insteadOf || (replaces && one.replaces === replaces),
  )
  return { replaces: replaces ?? null, abandoned: abandoned.map(({ picture }) => picture) }
}

/** Those that have arrived, then those that have not. */
const merged = (ids: readonly string[], chosen: readonly PhonePicture[]): PhonePicture[] => [
  ...ids.map(
    (picture): PhonePicture =>
      chosen.find((one) => one.picture === picture) ?? {
        picture,
        state: 'sent',
        path: null,
        replaces: null,
        error: null,
      },
  ),
  ...chosen.filter(({ picture, state }) => state !== 'sent' && !ids.includes(picture)),
]

export interface ShownPicture extends Pick<PhonePicture, 'picture' | 'path'> {
  /** The tip that it belongs to; left out where it belongs to this account. */
  letter?: string
}

/** Where one's own picture can be looked at: on this phone, else for some minutes in the cloud. */
export function usePictureSource({ picture, path, letter }: ShownPicture) {
  const own = useQuery({
    ...asked('pictures', 'show', { picture }),
    enabled: path === null && letter === undefined,
  })
  const ofLetter = useQuery({
    ...asked('letterbox', 'showPicture', { picture, letter: letter ?? '' }),
    enabled: path === null && letter !== undefined,
  })
  const shown = letter === undefined ? own : ofLetter
  return {
    source: path ?? shown.data?.address ?? null,
    failed: shown.isError,
    /** A draft may be older than the day for which a picture is kept that has not been sent with a form. */
    gone: shown.error?.error.code === 'notFound',
    askAgain: () => void shown.refetch(),
  }
}
