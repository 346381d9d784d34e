import type { Realm } from '../realm'
import { answering, done, failed } from './answers'

interface Entry {
  key: string
  data: unknown
}

/** The mini-program's storage. @param stored what it holds: JSON by key; outlives the launch when it is kept. */
export const storage = (realm: Realm, stored: Map<string, string>) => {
  const read = (key: string): unknown => {
    const json = stored.get(key)
    return json === undefined ? undefined : realm.copyIn(JSON.parse(json))
  }
  const write = (key: string, data: unknown) =>
    void stored.set(key, JSON.stringify(data === undefined ? '' : data))
  const info = () => ({ keys: [...stored.keys()], currentSize: 0, limitSize: 10240 })

  return {
    getStorageSync: (key: string) => read(key) ?? '',
    setStorageSync: write,
    removeStorageSync: (key: string) => void stored.delete(key),
    clearStorageSync: () => stored.clear(),
    getStorageInfoSync: () => realm.copyIn(info()),
    getStorage: answering<{ key: string }>(realm, 'getStorage', ({ key }) =>
      stored.has(key) ? done({ data: read(key) }) : failed('data not found'),
    ),
    setStorage: answering<Entry>(realm, 'setStorage', ({ key, data }) => {
      write(key, data)
      return done()
    }),
    removeStorage: answering<{ key: string }>(realm, 'removeStorage', ({ key }) => {
      stored.delete(key)
      return done()
    }),
    clearStorage: answering(realm, 'clearStorage', () => {
      stored.clear()
      return done()
    }),
    getStorageInfo: answering(realm, 'getStorageInfo', () => done(info())),
  }
}
