import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fixtures, ProgramError, startTestCloud, type TestCloud } from '../testCloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

const idOf = (path: string) => `cloud://local.6c6f-local-1300000000/${path}`

const upload = (cloudPath: string, text: string) =>
  cloud.run(
    async (sdk, input) =>
      sdk.cloud.uploadFile({ cloudPath: input.cloudPath, fileContent: Buffer.from(input.text) }),
    { cloudPath, text },
  )

const download = (fileID: string) =>
  cloud.run(
    async (sdk, input) => (await sdk.cloud.downloadFile({ fileID: input })).fileContent.toString(),
    fileID,
  )

const remove = (fileList: string[]) =>
  cloud.run(async (sdk, input) => (await sdk.cloud.deleteFile({ fileList: input })).fileList, fileList)

interface Address {
  fileID: string
  tempFileURL: string
  status: number
  errMsg: string
  maxAge?: number
}
const addressesOf = (fileList: (string | { fileID: string; maxAge: number })[]) =>
  cloud.run(
    async (sdk, input) => (await sdk.cloud.getTempFileURL({ fileList: input })).fileList,
    fileList,
  ) as Promise<Address[]>

/** Calls the SDK below wx-server-sdk. */
const ask = async (method: string, options: object) => {
  const answer = await cloud.call('storage', { method, options }, 'anna')
  if ('error' in answer) throw new Error(answer.error.errMsg)
  return answer.result as { data?: unknown; fileList?: unknown }
}

describe('a function', () => {
  it('uploads a file and downloads it', async () => {
    expect(await upload('notes/a.txt', 'hello')).toMatchObject({
      fileID: idOf('notes/a.txt'),
      errMsg: 'uploadFile:ok',
    })
    expect(await download(idOf('notes/a.txt'))).toBe('hello')
  })

  it('uploads from a stream', async () => {
    await ask('uploadThisFile', { cloudPath: 'stream.js' })
    const [address] = await addressesOf([idOf('stream.js')])
    const bytes = await (await fetch(address!.tempFileURL)).arrayBuffer()
    expect(bytes.byteLength).toBe(statSync(join(fixtures, 'storage/index.js')).size)
  })

  it('replaces a file by one of the same path', async () => {
    await upload('again.txt', 'first')
    await upload('again.txt', 'second')
    expect(await download(idOf('again.txt'))).toBe('second')
  })

  it('names files in Chinese, with spaces and signs', async () => {
    await upload('核酸/结果 1 (已核) a&b=c+d@e.txt', '阴性')
    expect(await download(idOf('核酸/结果 1 (已核) a&b=c+d@e.txt'))).toBe('阴性')
  })

  it('is told that a file it downloads is not there', async () => {
    const downloading = download(idOf('nothing.txt'))
    await expect(downloading).rejects.toBeInstanceOf(ProgramError)
    await expect(downloading).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  it.each(['/a', 'a//b', '../a', 'a/../b', 'a\0', 'a\\b', '%2e%2e/a', 'x'.repeat(851)])(
    'is refused the path %j',
    async (path) => {
      await expect(upload(path, 'text')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    },
  )

  it('is refused a file over 10 MB, and the one before it stays', async () => {
    await upload('large', 'small')
    const uploading = cloud.run((sdk) =>
      sdk.cloud.uploadFile({ cloudPath: 'large', fileContent: Buffer.alloc(10 * 1024 * 1024 + 1) }),
    )
    await expect(uploading).rejects.toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      message: expect.stringContaining('[EntityTooLarge]: The file is larger than 10 MB.') as string,
    })
    expect(await download(idOf('large'))).toBe('small')
  })

  it('removes files, and is told for each whether it was there', async () => {
    await upload('gone.txt', 'text')
    expect(await remove([idOf('gone.txt'), idOf('gone.txt'), 'a7xzcb'])).toEqual([
      { fileID: idOf('gone.txt'), status: 0, errMsg: 'ok' },
      { fileID: idOf('gone.txt'), status: -503003, errMsg: 'storage file not exists' },
      { fileID: 'a7xzcb', status: -503003, errMsg: 'storage file not exists' },
    ])
    await expect(download(idOf('gone.txt'))).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  it('handles at most 50 files at once', async () => {
    const many = Array.from({ length: 51 }, (_, n) => idOf(String(n)))
    await expect(remove(many)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    await expect(addressesOf(many)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('a temporary address', () => {
  it('lives a day unless less is asked for', async () => {
    await upload('shown.txt', 'text')
    const fileID = idOf('shown.txt')
    const found = await addressesOf([fileID, { fileID, maxAge: 60 }, { fileID, maxAge: 1_000_000 }])
    expect(found.map(({ status, maxAge }) => [status, maxAge])).toEqual([
      [0, 86_400],
      [0, 60],
      [0, 86_400],
    ])
  })

  it('is not given for what is not there, nor in another cloud', async () => {
    const found = await addressesOf([idOf('nothing.txt'), 'cloud://other.6f74-other-1/shown.txt', ''])
    expect(found.map(({ status, errMsg, tempFileURL }) => [status, errMsg, tempFileURL])).toEqual(
      Array(3).fill([-503003, 'storage file not exists', '']),
    )
  })

  it('ends after its time', async () => {
    await upload('short.txt', 'text')
    const [address] = await addressesOf([{ fileID: idOf('short.txt'), maxAge: 1 }])
    let answer = await fetch(address!.tempFileURL)
    while (answer.ok) answer = await fetch(address!.tempFileURL)
    expect([answer.status, await answer.text()]).toEqual([403, 'This address has expired.'])
  })
})

describe('the SDK below', () => {
  it('copies files, and moves them', async () => {
    await upload('from/a.txt', 'text')
    const copied = await ask('copyFile', { fileList: [{ srcPath: 'from/a.txt', dstPath: 'to/a.txt' }] })
    expect(copied.fileList).toEqual([{ fileId: idOf('to/a.txt') }])
    await ask('copyFile', {
      fileList: [{ srcPath: 'from/a.txt', dstPath: 'moved/a.txt', removeOriginal: true }],
    })
    expect([await download(idOf('to/a.txt')), await download(idOf('moved/a.txt'))]).toEqual(['text', 'text'])
    await expect(download(idOf('from/a.txt'))).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  it('is told for each file why it was not copied', async () => {
    await upload('kept/a.txt', 'original')
    await upload('other/a.txt', 'kept')
    const { fileList } = await ask('copyFile', {
      fileList: [
        { srcPath: 'nowhere/a.txt', dstPath: 'to/a.txt' },
        { srcPath: 'kept/a.txt', dstPath: 'other/a.txt', overwrite: false },
      ],
    })
    expect(fileList).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }, { code: 'OBJECT_ALREADY_EXIST' }])
    expect(await download(idOf('other/a.txt'))).toBe('kept')
  })

  it('copies to no path that could not be uploaded to', async () => {
    await upload('a.txt', 'text')
    const copying = ask('copyFile', { fileList: [{ srcPath: 'a.txt', dstPath: '../a.txt' }] })
    await expect(copying).rejects.toThrow('part . or ..')
  })

  it('sees the size and the type of a file', async () => {
    await upload('facts.txt', 'text')
    const { fileList } = await ask('getFileInfo', { fileList: [idOf('facts.txt')] })
    expect(fileList).toMatchObject([{ code: 'SUCCESS', size: 4, mime: 'application/octet-stream' }])
  })

  it('learns that phones read no file by themselves', async () => {
    await upload('mine.txt', 'text')
    const { data } = await ask('getFileAuthority', { fileList: [{ path: 'mine.txt', type: 'READ' }] })
    expect(data).toEqual([{ path: 'mine.txt', cosFileId: '', read: false }])
  })
})
