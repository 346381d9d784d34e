import { environmentName } from '../functions/environment'

/** Named as in production: the first letters of the environment in hexadecimal, the environment, a number. */
const bucket = `6c6f-${environmentName}-1300000000`

const prefix = `cloud://${environmentName}.${bucket}/`

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloudrun/src/guide/storage/manage.html */
const longestInBytes = 850

/** Control characters, halves of characters, and what a browser would read as part of an address and not of a name. */
const unfit = /[\p{Cc}\p{Surrogate}\\?#%]/u

/** The id under which functions and phones know a file: `cloud://<environment>.<bucket>/<path>`. */
export function fileIdOf(path: string): string {
  return prefix + path
}

/** The path in an id of this cloud; undefined for any other text. */
export function pathOf(fileId: string): string | undefined {
  return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined
}

/**
 * What is wrong with a path, in a sentence without its end. WeChat refuses empty paths and parts, a leading `/` and more
 * than 850 bytes, and advises against the characters refused here; `.` and `..` would be resolved by browsers.
 */
export function faultInPath(path: string): string | undefined {
  if (path === '') return 'cloudPath is empty'
  if (unfit.test(path)) return 'cloudPath has a character that a file name must not have'
  if (Buffer.byteLength(path) > longestInBytes) return `cloudPath is longer than ${longestInBytes} bytes`
  const parts = path.split('/')
  if (parts.includes('')) return 'cloudPath begins or ends with / or has an empty part'
  if (parts.includes('.') || parts.includes('..')) return 'cloudPath has a part . or ..'
  return undefined
}
