import { ok, refused, type Result } from '@contract/action'
import type { PictureAddress } from '@contract/pictures'
import { command } from '../cloud'
import { temporaryAddresses } from '../files'
import { pictures, type PictureDocument } from './pictureDocument'

const MINUTES = 5

/**
 * WeChat gives no more addresses at a time.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL.html
 */
const AT_ONCE = 50

/** Where these pictures can be looked at for five minutes. One that is not there any more has no address. */
export async function addressesOf(found: readonly PictureDocument[], now: Date): Promise<PictureAddress[]> {
  if (found.length === 0) return []
  const until = new Date(now.getTime() + MINUTES * 60_000).toISOString()
  const addresses = await temporaryAddresses(
    found.map(({ file }) => file),
    MINUTES * 60,
  )
  return found.flatMap(({ _id }, index) => {
    const address = addresses[index]
    return address ? [{ picture: _id, address, until }] : []
  })
}

/** The same for pictures of a case, in the order of `ids`; of more than fifty the last. Two requests, none for no pictures. */
export async function addressesInCase(
  ids: readonly string[],
  caseId: string,
  now: Date,
): Promise<PictureAddress[]> {
  const shown = ids.slice(-AT_ONCE)
  if (shown.length === 0) return []
  const { data } = await pictures.where({ _id: command.in(shown), case: caseId }).get()
  const inOrder = shown.flatMap((id) => data.find(({ _id }) => _id === id) ?? [])
  return addressesOf(inOrder, now)
}

/** The same for a picture of that owner's. */
export async function ownAddress(picture: string, owner: string, now: Date): Promise<Result<PictureAddress>> {
  const { data: found } = await pictures.doc(picture).get()
  const [shown] = found?.owner === owner ? await addressesOf([found], now) : []
  return shown ? ok(shown) : refused('notFound', 'there is no such picture of yours')
}
