import 'miniprogram-simulate'
import type { PageStack } from '../pageStack'
import { recordError } from '../phoneState'
import type { PhoneState } from '../phoneState'
import type { Realm } from '../realm'
import { album } from './album'
import { buttonPressed } from './buttons'
import { device } from './device'
import { dialogs } from './dialogs'
import { navigation } from './navigation'
import { pictureTaking } from './pictures'
import type { Pictures } from './pictures'
import { privacyOf } from './privacy'
import { createSelectorQuery } from './selectorQuery'
import { storage } from './storage'

export interface WechatParts {
  realm: Realm
  pages: PageStack
  state: PhoneState
  wxCloud: Record<string, unknown>
  pictures: Pictures
  isTapping: () => boolean
  /** Told which templates of messages the phone's owner has allowed. */
  allow: (templates: string[]) => void
  /** A code that can be exchanged for the telephone number of the phone's owner. */
  phoneCode: () => string
}

/** The `wx` object: what this table does not offer fails by its name when it is called. */
export const createWx = ({
  realm,
  pages,
  state,
  wxCloud,
  pictures,
  isTapping,
  allow,
  phoneCode,
}: WechatParts): Record<string, unknown> => {
  const entrance = () => realm.copyIn(state.entrance)
  const privacy = privacyOf(realm, state)
  state.pressed = buttonPressed(realm, state, privacy, phoneCode)
  const { setClipboardData, ...phone } = device(realm, state, { isTapping, allow })
  const { chooseMedia, chooseMessageFile, ...pictured } = pictureTaking(realm, state, pictures)
  const { saveImageToPhotosAlbum, ...filed } = album(realm, state)
  const offered: Record<string, unknown> = {
    cloud: { ...notOffered('wx.cloud', cloudNames, state), ...wxCloud },
    ...navigation(realm, pages),
    ...storage(realm, state.stored),
    ...dialogs(realm, state),
    ...phone,
    ...pictured,
    ...filed,
    ...privacy.offered,
    ...privacy.guard({ setClipboardData, chooseMedia, chooseMessageFile, saveImageToPhotosAlbum }),
    getLaunchOptionsSync: entrance,
    getEnterOptionsSync: entrance,
    createSelectorQuery: createSelectorQuery(realm),
    nextTick: (callback: () => void) => realm.later(callback),
    canIUse: (name: string) => (name.split('.')[0] ?? '') in offered,
  }
  return { ...notOffered('wx', wechatNames(), state), ...offered }
}

const cloudNames = ['downloadFile', 'deleteFile', 'getTempFileURL', 'database', 'callContainer']

/** Every function WeChat has, by miniprogram-simulate's own table. */
const wechatNames = (): string[] => {
  const { wx } = globalThis as unknown as { wx: Record<string, unknown> }
  return Object.keys(wx).filter((name) => typeof wx[name] === 'function')
}

/** Taro offers only those functions that `wx` has, so each must be there in order to say that it is not. */
const notOffered = (owner: string, names: string[], state: PhoneState) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        const error = new Error(
          `${owner}.${name} is not offered by the test host: add it to test/weapp/host/wechat`,
        )
        // Recorded as well: Taro makes a promise of what is thrown, and an app may catch that.
        recordError(state, error)
        throw error
      },
    ]),
  )
