import { Buffer } from 'node:buffer'
import type { PhoneState } from '../phoneState'
import type { Realm } from '../realm'
import { answering, done, failed } from './answers'

interface Writing {
  filePath: string
  data: string
  encoding: BufferEncoding
}

/** The folder that WeChat leaves to a mini-program, and the phone's album, for which the owner is asked. */
export const album = (realm: Realm, { circumstances, happened }: PhoneState) => {
  const files = new Map<string, Uint8Array>()
  const writeFile = answering<Writing>(realm, 'writeFile', ({ filePath, data, encoding }) => {
    files.set(filePath, Buffer.from(data, encoding))
    return done()
  })
  const unlink = answering<Pick<Writing, 'filePath'>>(realm, 'unlink', ({ filePath }) =>
    files.delete(filePath) ? done() : failed('no such file or directory'),
  )
  return {
    env: { USER_DATA_PATH: 'http://usr' },
    getFileSystemManager: () => ({ writeFile, unlink }),
    saveImageToPhotosAlbum: answering<{ filePath: string }>(
      realm,
      'saveImageToPhotosAlbum',
      ({ filePath }) => {
        const content = files.get(filePath)
        if (circumstances.albumAnswer === 'reject') return failed('auth deny')
        if (!content) return failed('file not found')
        happened.saved.push(content)
        return done()
      },
    ),
    openSetting: answering(realm, 'openSetting', () => {
      circumstances.albumAnswer = 'accept'
      return done({ authSetting: { 'scope.writePhotosAlbum': true } })
    }),
  }
}
