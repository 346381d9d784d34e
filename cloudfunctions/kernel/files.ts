import cloud from 'wx-server-sdk'
import './cloud' // sets the SDK up

/** Keeps a file in the cloud storage; answers its id, `cloud://<environment>.<bucket>/<path>`. */
export const keepFile = async (path: string, content: Buffer): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

interface Address {
  tempFileURL: string
  status: number
}

/** Addresses at which anybody who has one can read the file, for so many seconds; null for a file that is not there. */
export async function temporaryAddresses(files: string[], seconds: number): Promise<(string | null)[]> {
  const asked = { fileList: files.map((fileID) => ({ fileID, maxAge: seconds })) }
  const { fileList } = (await cloud.getTempFileURL(asked)) as { fileList: Address[] }
  return fileList.map(({ tempFileURL, status }) => (status === 0 && tempFileURL ? tempFileURL : null))
}

const READING_SECONDS = 60

/**
 * The content of a file, at most so many bytes: a phone may put gigabytes there, and the SDK's own `downloadFile` would
 * take all of them into memory.
 */
export async function readFile(file: string, most: number): Promise<Buffer | 'missing' | 'tooLarge'> {
  const [address] = await temporaryAddresses([file], READING_SECONDS)
  if (!address) return 'missing'
  const response = await fetch(address)
  if (response.status === 404) return 'missing'
  if (!response.ok || !response.body) throw new Error(`the cloud storage answered ${response.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the transfer.
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) return 'tooLarge'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Removal {
  fileID: string
  status: number
}

const NOT_THERE = -503003

/**
 * WeChat removes at most 50 at a time. Answers those that are gone, also those that had not been there; the removal of
 * one may be refused while others go.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/storage/deleteFile/server.deleteFile.html
 */
export async function removeFiles(files: string[]): Promise<Set<string>> {
  const { fileList } = (await cloud.deleteFile({ fileList: files })) as { fileList: Removal[] }
  const gone = fileList.filter(({ status }) => status === 0 || status === NOT_THERE)
  return new Set(gone.map(({ fileID }) => fileID))
}
