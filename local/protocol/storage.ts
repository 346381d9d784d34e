import * as v from 'valibot'
import { fileIdOf, faultInPath, pathOf } from '../files/cloudPath'
import type { Files } from '../files/files'
import { action } from './action'
import { RequestFault } from './fault'

/** https://developers.weixin.qq.com/miniprogram/en/dev/wxcloud/reference-server-api/storage/getTempFileURL.html */
const mostFiles = 50
const oneDay = 24 * 60 * 60

const missing = 'STORAGE_FILE_NONEXIST'

const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(mostFiles))

/** Where, and with which signature, the SDK puts the bytes of `uploadFile`. */
export const getUploadMetadata = action(v.object({ path: v.string() }), ({ path }, { addresses, now }) => {
  refuseWrongPath(path)
  const { url, authorization } = addresses.forUpload(path, now)
  return { data: { url, authorization, token: 'local', fileId: fileIdOf(path), cosFileId: 'local' } }
})

/** Temporary addresses, in seconds: a day unless less is asked for. */
export const batchGetDownloadUrl = action(
  v.object({
    file_list: list(
      v.object({ fileid: v.string(), max_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
    ),
  }),
  ({ file_list }, { files, addresses, now }) => ({
    data: {
      download_list: file_list.map(({ fileid, max_age = oneDay }) => {
        const path = pathOfExisting(fileid, files)
        if (path === undefined) return { code: missing, fileID: fileid, tempFileURL: '' }
        const maxAge = Math.min(max_age, oneDay)
        const tempFileURL = addresses.forDownload(path, maxAge, now)
        return { code: 'SUCCESS', fileID: fileid, tempFileURL, maxAge }
      }),
    },
  }),
)

export const batchDeleteFile = action(
  v.object({ fileid_list: list(v.string()) }),
  ({ fileid_list }, { files }) => ({
    data: {
      delete_list: fileid_list.map((fileID) => {
        const path = pathOf(fileID)
        return { code: path !== undefined && files.remove(path) ? 'SUCCESS' : missing, fileID }
      }),
    },
  }),
)

/** Defaults of https://docs.cloudbase.net/en/http-api/storage/copy-objects */
export const batchCopyFile = action(
  v.object({
    file_list: list(
      v.object({
        src_path: v.string(),
        dst_path: v.string(),
        overwrite: v.optional(v.boolean(), true),
        remove_original: v.optional(v.boolean(), false),
      }),
    ),
  }),
  async ({ file_list }, { files }) => {
    const copies = []
    for (const { src_path, dst_path, overwrite, remove_original } of file_list) {
      refuseWrongPath(dst_path)
      const outcome = await files.copy(src_path, dst_path, { overwrite })
      if (outcome.ok && remove_original) files.remove(src_path)
      copies.push(outcome.ok ? { fileId: fileIdOf(dst_path) } : copyFaults[outcome.reason])
    }
    return { data: { copy_list: copies } }
  },
)

const copyFaults = {
  missing: { code: missing, message: 'the source does not exist' },
  taken: { code: 'OBJECT_ALREADY_EXIST', message: 'the destination exists already' },
}

/** What a phone may do with files: nothing by itself; functions hand out temporary addresses. */
export const getFileAuthority = action(
  v.object({ fileList: list(v.object({ path: v.string() })) }),
  ({ fileList }) => ({ data: fileList.map(({ path }) => ({ path, cosFileId: '', read: false })) }),
)

function refuseWrongPath(path: string): void {
  const fault = faultInPath(path)
  if (fault !== undefined) throw new RequestFault('INVALID_PARAM', fault)
}

function pathOfExisting(fileId: string, files: Files): string | undefined {
  const path = pathOf(fileId)
  return path !== undefined && files.find(path) ? path : undefined
}
