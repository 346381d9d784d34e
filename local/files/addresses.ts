import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long an upload may begin after its address was given, in seconds. */
const uploadSeconds = 15 * 60

/**
 * Signed addresses: who has one may read, or write, that one path until it expires. The key is drawn at each start, so
 * that addresses end with the cloud that gave them.
 */
export interface FileAddresses {
  /** Where a function puts the file, and the `authorization` it must send along. */
  forUpload(path: string, now: Date): { url: string; authorization: string }
  isUpload(path: string, authorization: string, now: Date): boolean
  /** The temporary address of a file. As in production its path is not encoded; SDK and browsers do that. */
  forDownload(path: string, seconds: number, now: Date): string
  /** Why an address is not valid. @param sign its `sign`. @param until its `t` */
  faultInDownload(path: string, sign: string, until: string, now: Date): 'forged' | 'expired' | undefined
}

/** @param origin such as `http://127.0.0.1:8080` */
export function createFileAddresses(origin: string): FileAddresses {
  const key = randomBytes(32)
  const sign = (purpose: 'read' | 'write', until: string, path: string) =>
    createHmac('sha256', key).update(`${purpose}\n${until}\n${path}`).digest('hex')

  return {
    forUpload(path, now) {
      const until = secondsAfter(now, uploadSeconds)
      return { url: addressOf(encodeURI(path)), authorization: `${until}.${sign('write', until, path)}` }
    },
    isUpload(path, authorization, now) {
      const [until = '', signature = ''] = authorization.split('.')
      return isSame(signature, sign('write', until, path)) && !isOver(until, now)
    },
    forDownload(path, seconds, now) {
      const until = secondsAfter(now, seconds)
      return `${addressOf(path)}?sign=${sign('read', until, path)}&t=${until}`
    },
    faultInDownload(path, signature, until, now) {
      if (!isSame(signature, sign('read', until, path))) return 'forged'
      return isOver(until, now) ? 'expired' : undefined
    },
  }

  function addressOf(path: string): string {
    return `${origin}/files/${path}`
  }
}

/** In seconds since 1970, as in production's addresses. */
function secondsAfter(now: Date, seconds: number): string {
  return String(Math.floor(now.getTime() / 1000) + seconds)
}

function isOver(until: string, now: Date): boolean {
  return now.getTime() >= Number(until) * 1000
}

/** Takes the same time wherever two signatures differ. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
