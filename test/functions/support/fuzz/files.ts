import { randomUUID } from 'node:crypto'
import { incomingPath } from '@contract/pictures'
import type { Community } from '../community'
import { newPicture } from '../pictures'
import { csvOf, xlsxOf } from '../sheets'

/** A picture that says of itself that it is larger than any memory. */
const boundless = (): Buffer => {
  const picture = newPicture()
  picture.writeUInt32BE(60_000, 16)
  picture.writeUInt32BE(60_000, 20)
  return picture
}

/** Every fiftieth byte is another one. */
const damaged = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, at) => (at % 50 === 49 ? byte ^ 255 : byte)))

const table = [
  ['社区名称', '所属网格', '小区/院落', '编号'],
  ['春晓社区', '第一网格', '东苑', 'A1'],
  ['__proto__', 'constructor', '=1+1', '因'.repeat(300)],
]
const areas = [
  ['代码', '风险等级', '开始日期'],
  ['510107', '高', '2026-02-30'],
]

/** What a phone may put where a function is to read a picture or a table. */
export async function hostileFiles(): Promise<Buffer[]> {
  const sheet = await xlsxOf(table)
  const picture = newPicture()
  return [
    ...[Buffer.alloc(0), Buffer.from('因'), Buffer.alloc(10_000), Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ...[picture, boundless(), damaged(picture), picture.subarray(0, 30)],
    ...[Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.from('0000001866747970686569630000', 'hex')],
    ...[sheet, damaged(sheet), sheet.subarray(0, sheet.length / 2), Buffer.from('504b0304', 'hex')],
    ...[Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('%PDF-1.4')],
    ...[
      csvOf(table),
      csvOf(areas),
      Buffer.from('"社区名称,\n"春'),
      Buffer.from([0xc9, 0xe7, 0xc7, 0xf8, 0x2c]),
    ],
  ]
}

/** The input with the ids of this file, put there as a phone does. */
export async function withFile(
  input: unknown,
  bytes: Buffer,
  community: Community,
  openid: string,
): Promise<unknown> {
  if (typeof input !== 'object' || input === null) return input
  if ('entry' in input) return { ...input, entry: await withFile(input.entry, bytes, community, openid) }
  if (!('file' in input)) return input
  const id = randomUUID()
  await community.cloud.upload(incomingPath(id), bytes, openid)
  const file = `cloud://local.local/${incomingPath(id)}`
  return { ...input, file, ...('picture' in input && { picture: id }) }
}
