import cloud from 'wx-server-sdk'

/** What we use of the SDK's collections; its own types promise `string | void` for every answer. */
export interface Query<T> {
  where(condition: unknown): Query<T>
  orderBy(path: string, direction: 'asc' | 'desc'): Query<T>
  limit(most: number): Query<T>
  /** Without the fields that are false. */
  field(shown: Record<string, false>): Query<T>
  get(): Promise<{ data: T[] }>
  update(change: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
}

export interface Aggregate {
  match(condition: unknown): Aggregate
  group(shape: Record<string, unknown>): Aggregate
  end(): Promise<{ list: Record<string, unknown>[] }>
}

export interface Collection<T> extends Query<T> {
  /** Reads as null when there is no such document. */
  doc(id: string): { get(): Promise<{ data: T | null }> }
  /** One request, however many documents. Throws when an id or a unique key is taken: see {@link isDuplicate}. */
  add(documents: { data: T | T[] }): Promise<unknown>
  aggregate(): Aggregate
}

type CollectionName = 'cases' | 'people' | 'places' | 'staff'

// The SDK has a Symbol for "the environment I run in" where its types want a string.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

const options = { throwOnNotFound: false }
const database = cloud.database(options as Parameters<typeof cloud.database>[0])

export const command = database.command

export const collection = <T>(name: CollectionName): Collection<T> =>
  database.collection(name) as unknown as Collection<T>

/** WeChat's id of whoever called, vouched for by the platform; '' when nobody did (a timer, another function). */
export const callerOpenid = (): string =>
  String((cloud.getWXContext() as { OPENID?: string | number }).OPENID ?? '')

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

/** Whether a write was refused because a document with that id, or a unique key, is already there. */
export const isDuplicate = (cause: unknown): boolean =>
  cause instanceof Error && /E11000|duplicate key|DuplicateWrite/i.test(cause.message)
