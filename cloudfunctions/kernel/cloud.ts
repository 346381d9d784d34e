import cloud from 'wx-server-sdk'
import type { CollectionName } from './collections'

/** What we use of the SDK's collections; its own types promise `string | void` for every answer. */
export interface Query<T> {
  where(condition: unknown): Query<T>
  orderBy(path: string, direction: 'asc' | 'desc'): Query<T>
  limit(most: number): Query<T>
  /** Without the fields that are false. */
  field(shown: Record<string, false>): Query<T>
  get(): Promise<{ data: T[] }>
  count(): Promise<{ total: number }>
  update(change: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Aggregate {
  match(condition: unknown): Aggregate
  group(shape: Record<string, unknown>): Aggregate
  /** Each document with those of another collection that match, under `as`. */
  lookup(joined: {
    from: CollectionName
    pipeline: { $match: Record<string, unknown> }[]
    as: string
  }): Aggregate
  sort(order: Record<string, 1 | -1>): Aggregate
  limit(most: number): Aggregate
  /** Twenty documents, where no limit was named. */
  end(): Promise<{ list: Record<string, unknown>[] }>
}

export interface Collection<T> extends Query<T> {
  /** Reads as null when there is no such document. */
  doc(id: string): { get(): Promise<{ data: T | null }> }
  /** One request, however many documents. Throws when an id or a unique key is taken: see {@link isDuplicate}. */
  add(documents: { data: T | T[] }): Promise<unknown>
  aggregate(): Aggregate
}

/**
 * What the SDK runs within a transaction. A filter only reads: the SDK leaves the transaction out of `where().update`,
 * `where().remove`, counts and aggregations, and they would run outside.
 */
export interface TransactionCollection<T> {
  where(condition: unknown): TransactionQuery<T>
  doc(id: string): {
    get(): Promise<{ data: T | null }>
    set(document: { data: Omit<T, '_id'> }): Promise<unknown>
    update(change: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
    remove(): Promise<{ stats: { removed: number } }>
  }
  add(documents: { data: T | T[] }): Promise<unknown>
}

export interface TransactionQuery<T> {
  orderBy(path: string, direction: 'asc' | 'desc'): TransactionQuery<T>
  limit(most: number): TransactionQuery<T>
  /** Without the fields that are false. */
  field(shown: Record<string, false>): TransactionQuery<T>
  get(): Promise<{ data: T[] }>
}

export interface StartedTransaction {
  collection<T>(name: CollectionName): TransactionCollection<T>
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

// The SDK has a Symbol for "the environment I run in" where its types want a string.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

const options = { throwOnNotFound: false }
const database = cloud.database(options as Parameters<typeof cloud.database>[0])

export const command = database.command

export const collection = <T>(name: CollectionName): Collection<T> =>
  database.collection(name) as unknown as Collection<T>

/** Use cases take `inTransaction` (kernel/transaction) instead, which ends what it starts. */
export const startTransaction = (): Promise<StartedTransaction> =>
  database.startTransaction() as Promise<unknown> as Promise<StartedTransaction>

/** WeChat's id of whoever called, vouched for by the platform; '' when nobody did (a timer, another function). */
export const callerOpenid = (): string =>
  String((cloud.getWXContext() as { OPENID?: string | number }).OPENID ?? '')

/**
 * Whether a timer called, and nobody behind it. What the event says of itself is no proof: a phone may send the same.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
export const isCalledByTimer = (): boolean =>
  callerOpenid() === '' && cloud.getWXContext().SOURCE === 'wx_trigger'

/**
 * The network of whoever called, as far as an address tells: one of the old kind, the first half of one of the new, of which
 * a household has all; '' when nobody did.
 */
export const callerNetwork = (): string => {
  const { CLIENTIP, CLIENTIPV6 } = cloud.getWXContext()
  if (CLIENTIP) return CLIENTIP
  // What stands behind an abbreviation is the other half, or zeros and that.
  const [beginning = ''] = (CLIENTIPV6 ?? '').split('::')
  return beginning.split(':').slice(0, 4).join(':')
}

interface SubscribeMessage {
  touser: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

export const sendSubscribeMessage = async (message: SubscribeMessage): Promise<void> => {
  const { subscribeMessage } = cloud.openapi as unknown as {
    subscribeMessage: { send(message: SubscribeMessage): Promise<unknown> }
  }
  await subscribeMessage.send(message)
}

/**
 * Whether somebody else has written what a transaction was about to write. Only the text tells: wx-server-sdk takes the
 * code from the errors of operations, which is why its own `runTransaction` tries again after few conflicts.
 */
export const isConflict = (cause: unknown): boolean =>
  cause instanceof Error && cause.message.includes('TransactionConflict')

/** Whether a write was refused because a document with that id, or a unique key, is already there. */
export const isDuplicate = (cause: unknown): boolean =>
  cause instanceof Error && /E11000|duplicate key|DuplicateWrite/i.test(cause.message)

const INVALID_CODE = 40029

interface PhoneInfo {
  purePhoneNumber: string
  countryCode: string
}

/**
 * The number that somebody let WeChat give, for the code of its button; undefined when the code was used or is too old. Throws
 * when WeChat cannot say.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
 */
export async function phoneOfCode(code: string): Promise<PhoneInfo | undefined> {
  const { phonenumber } = cloud.openapi as unknown as {
    phonenumber: { getPhoneNumber(asked: { code: string }): Promise<{ phoneInfo: PhoneInfo }> }
  }
  try {
    return (await phonenumber.getPhoneNumber({ code })).phoneInfo
  } catch (cause) {
    if ((cause as { errCode?: number }).errCode === INVALID_CODE) return undefined
    throw cause
  }
}

interface CodePicture {
  contentType: string
  buffer: Buffer
}

/**
 * WeChat's round code that opens a page of the mini-program with a scene, of at most 32 characters. In bytes, with their
 * content type.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
 */
export async function weChatCode(scene: string, page: string): Promise<{ type: string; bytes: Buffer }> {
  const { wxacode } = cloud.openapi as unknown as {
    wxacode: { getUnlimited(asked: { scene: string; page: string }): Promise<CodePicture> }
  }
  const { contentType, buffer } = await wxacode.getUnlimited({ scene, page })
  return { type: contentType, bytes: buffer }
}

/** Where the text would be shown, as WeChat counts: a comment. */
const CHECKED_AS = 2

/**
 * What WeChat's content check makes of a text of 1 to 2,500 characters. `openid` must have used the mini-program within two
 * hours; it goes nowhere but into this call. Throws when WeChat cannot say.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */
export async function checkText(openid: string, content: string): Promise<'pass' | 'review' | 'risky'> {
  const { security } = cloud.openapi as unknown as {
    security: {
      msgSecCheck(asked: object): Promise<{ result: { suggest: 'pass' | 'review' | 'risky' } }>
    }
  }
  const { result } = await security.msgSecCheck({ version: 2, scene: CHECKED_AS, openid, content })
  return result.suggest
}
