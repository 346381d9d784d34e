import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestCloud } from '../testCloud'
import { ask, type Answered, type Asked } from './ask'

export const png = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1')
export const page = Buffer.from('<!doctype html><script>alert(1)</script>')

export const idOf = (path: string): string => `cloud://local.6c6f-local-1300000000/${path}`

export const uploadOf = (cloudPath: string): string => `/upload?cloudPath=${encodeURIComponent(cloudPath)}`

/** Uploads as Anna's phone does, unless the headers say otherwise. */
export const send = (
  cloud: TestCloud,
  cloudPath: string,
  body: Buffer,
  more: Asked = {},
): Promise<Answered> =>
  ask(cloud.port, uploadOf(cloudPath), {
    method: 'POST',
    body,
    ...more,
    headers: { 'x-wx-openid': 'anna', ...more.headers },
  })

/** The path and the query of a temporary address. */
export const addressOf = async (cloud: TestCloud, path: string): Promise<string> => {
  const address = await cloud.run(async (sdk, input) => {
    const { fileList } = await sdk.cloud.getTempFileURL({ fileList: [input] })
    return fileList.map(({ tempFileURL }) => tempFileURL)[0]
  }, idOf(path))
  const { pathname, search } = new URL(address as string)
  return pathname + search
}

export const remove = (cloud: TestCloud, path: string): Promise<unknown> =>
  cloud.run(async (sdk, input) => (await sdk.cloud.deleteFile({ fileList: [input] })).fileList, idOf(path))

/** How many contents are on disk, whole or not. */
export const stored = (cloud: TestCloud): number => readdirSync(join(cloud.data, 'files', 'contents')).length

export const isWell = async (cloud: TestCloud): Promise<boolean> =>
  (await ask(cloud.port, '/health')).status === 200
