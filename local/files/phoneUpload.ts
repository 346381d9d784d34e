import { fileIdOf, faultInPath } from './cloudPath'
import type { Files } from './files'

/** What `wx.cloud.uploadFile` comes to on the phone. */
export type UploadAnswer = { fileID: string } | { error: { errCode: number; errMsg: string } }

/** Codes of https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/errcode.html */
const refusals = {
  wrongPath: -501007,
  tooLarge: -503001,
  notTheOwner: -503002,
}

const sentences = {
  tooLarge: 'the file is larger than 10 MB',
  notTheOwner: 'storage permission denied: somebody else has uploaded a file of this name',
}

/**
 * Keeps a file that a phone uploads, under the storage permission that this project wants in production, too: who
 * uploaded a file may replace it, nobody else. What a phone may see of it, functions decide.
 */
export async function uploadFromPhone(
  files: Files,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  openid: string,
): Promise<UploadAnswer> {
  const fault = faultInPath(path)
  if (fault !== undefined) return refuse('wrongPath', fault)
  const outcome = await files.write(path, bytes, openid)
  return outcome.ok ? { fileID: fileIdOf(path) } : refuse(outcome.reason, sentences[outcome.reason])
}

function refuse(reason: keyof typeof refusals, sentence: string): UploadAnswer {
  return { error: { errCode: refusals[reason], errMsg: `cloud.uploadFile:fail ${sentence}` } }
}
