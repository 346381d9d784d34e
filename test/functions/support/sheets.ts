import { randomUUID } from 'node:crypto'
import writeXlsxFile from 'write-excel-file/node'
import type { ImportPlan } from '@contract/placeImport'
import { incomingPath } from '@contract/pictures'
import { answered, type Community } from './community'

type Table = readonly (readonly string[])[]

export const csvOf = (table: Table): Buffer => Buffer.from(table.map((row) => row.join(',')).join('\n'))

export const xlsxOf = (table: Table): Promise<Buffer> =>
  writeXlsxFile(table.map((row) => [...row])).toBuffer()

/** Puts a file where a phone puts what a function is to read. */
export async function uploaded(community: Community, openid: string, bytes: Buffer): Promise<string> {
  const answer = await community.cloud.upload(incomingPath(randomUUID()), bytes, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  return answer.fileID
}

/** A keeper of a place with a file. */
export function importing(community: Community, openid: string, place: string) {
  const { placeImport } = community.as(openid)
  const check = async (file: string): Promise<ImportPlan> =>
    answered(await placeImport.check({ place, file }))
  return {
    check,
    /** What a new upload of this table would do. */
    async plan(table: Table): Promise<ImportPlan & { file: string }> {
      const file = await uploaded(community, openid, csvOf(table))
      return { ...(await check(file)), file }
    },
    /** Asks until nothing is left, as a phone does; answers how many changes were made. */
    async apply({ file, digest }: { file: string; digest: string }): Promise<number> {
      const { done, left, digest: next } = answered(await placeImport.apply({ place, file, digest }))
      return left === 0 ? done : done + (await this.apply({ file, digest: next }))
    },
    async run(table: Table): Promise<number> {
      return this.apply(await this.plan(table))
    },
  }
}

/** A whole district: 765 compounds in 68 communities, each with a number that begins with this letter. */
export const manyCompounds = (letter: string): string[][] => [
  ['社区名称', '所属网格', '小区/院落', '编号'],
  ...Array.from({ length: 765 }, (_, n) => {
    const community = n % 68
    return [`${letter}${community + 1}社区`, `第${(n % 3) + 1}网格`, `${n + 1}号院`, `${letter}${1000 + n}`]
  }),
]
