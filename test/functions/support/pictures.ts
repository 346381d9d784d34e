import { randomBytes, randomUUID } from 'node:crypto'
import { PNG } from 'pngjs'
import { incomingPath } from '@contract/pictures'
import { fileIdOf } from '../../../local/files/cloudPath'
import { answered, type Community } from './community'

/** A picture that nobody else has. */
export const newPicture = (): Buffer => {
  const image = new PNG({ width: 16, height: 8 })
  randomBytes(image.data.length).copy(image.data)
  return PNG.sync.write(image)
}

/** Puts a file where a phone puts its pictures; answers what the phone then asks for. */
export async function sent(community: Community, openid: string, bytes: Buffer = newPicture()) {
  const picture = randomUUID() as string
  const uploaded = await community.cloud.upload(incomingPath(picture), bytes, openid)
  if ('error' in uploaded) throw new Error(uploaded.error.errMsg)
  return { picture, file: uploaded.fileID }
}

/** Adds a picture and says which that is. */
export async function pictureOf(community: Community, openid: string, bytes?: Buffer): Promise<string> {
  return answered(await community.as(openid).pictures.add(await sent(community, openid, bytes))).picture
}

export const bytesAt = async (address: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(address)).arrayBuffer())

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** The document of a picture of resident-1, added so many hours ago. */
export const storedPicture = (id: string, hours: number, more: object = {}) => ({
  _id: id,
  owner: 'resident-1',
  case: null,
  file: fileIdOf(`pictures/${id}`),
  hash: id,
  addedAt: hoursAgo(hours),
  checkAt: hoursAgo(hours - 24),
  ...more,
})
