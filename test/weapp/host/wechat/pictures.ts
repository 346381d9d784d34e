import type { PhoneState } from '../phoneState'
import type { Realm } from '../realm'
import { answering, done, failed } from './answers'

/** The temporary files of one launch: bytes by the path that the app is given. */
export type Pictures = Map<string, Uint8Array>

const size = { width: 1080, height: 1440 }

/** Choosing pictures and files, compressing pictures and looking at them. What is chosen the test says (`circumstances`). */
export const pictureTaking = (realm: Realm, { circumstances, happened }: PhoneState, pictures: Pictures) => {
  const keep = (content: Uint8Array): string => {
    const path = `http://tmp/${pictures.size + 1}.jpg`
    pictures.set(path, content)
    return path
  }
  return {
    chooseMedia: answering(realm, 'chooseMedia', () => {
      const { picture } = circumstances
      if (!picture) return failed('cancel')
      const file = { tempFilePath: keep(picture), size: picture.length, fileType: 'image', ...size }
      return done({ type: 'image', tempFiles: [file] })
    }),
    compressImage: answering<{ src: string }>(realm, 'compressImage', ({ src }) => {
      const content = pictures.get(src)
      return content ? done({ tempFilePath: keep(content) }) : failed('file not found')
    }),
    chooseMessageFile: answering(realm, 'chooseMessageFile', () => {
      const { chatFile } = circumstances
      if (!chatFile) return failed('cancel')
      const { name, content } = chatFile
      return done({ tempFiles: [{ name, path: keep(content), size: content.length, type: 'file', time: 0 }] })
    }),
    previewImage: answering<{ urls: string[] }>(realm, 'previewImage', ({ urls }) => {
      happened.previews.push([...urls])
      return done()
    }),
  }
}
