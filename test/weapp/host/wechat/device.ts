import { randomBytes } from 'node:crypto'
import type { PhoneState } from '../phoneState'
import type { Realm } from '../realm'
import { answering, done, failed } from './answers'

const screen = {
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  windowWidth: 375,
  windowHeight: 603,
  statusBarHeight: 20,
  safeArea: { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 },
}
const model = { brand: 'devtools', model: 'iPhone 8', system: 'iOS 16.0', platform: 'ios' }
const menuButton = { width: 87, height: 32, top: 24, right: 368, bottom: 56, left: 281 }

interface RandomValues {
  length: number
  success: (answer: { randomValues: ArrayBuffer }) => void
}

/** The phone around the app: its measures, its telephone, its network, its owner's consent. */
export const device = (
  realm: Realm,
  { circumstances, happened, updates, signalHeard }: PhoneState,
  { isTapping, allow }: { isTapping: () => boolean; allow: (templates: string[]) => void },
) => {
  const base = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    fontSizeSetting: circumstances.fontSize,
    fontSizeScaleFactor: circumstances.fontSize / 16,
  })
  const everything = () => ({ ...screen, ...model, ...base() })
  const network = () => ({ networkType: circumstances.offline ? 'none' : 'wifi' })

  return {
    getWindowInfo: () => realm.copyIn(screen),
    getDeviceInfo: () => realm.copyIn(model),
    getAppBaseInfo: () => realm.copyIn(base()),
    getSystemInfoSync: () => realm.copyIn(everything()),
    getSystemInfo: answering(realm, 'getSystemInfo', () => done(everything())),
    getMenuButtonBoundingClientRect: () => realm.copyIn(menuButton),
    getAccountInfoSync: () =>
      realm.copyIn({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getNetworkType: answering(realm, 'getNetworkType', () => done(network())),
    onNetworkStatusChange: (heard: (signal: object) => void) =>
      void signalHeard.add(() => heard(realm.copyIn({ isConnected: !circumstances.offline, ...network() }))),
    offNetworkStatusChange: () => undefined,
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: (heard: () => void) => void (updates.ready = heard),
      onUpdateFailed: (heard: () => void) => void (updates.failed = heard),
      applyUpdate: () => void (happened.updatesApplied += 1),
    }),
    makePhoneCall: answering<{ phoneNumber: string }>(realm, 'makePhoneCall', ({ phoneNumber }) => {
      happened.phoneCalls.push(phoneNumber)
      return done()
    }),
    setClipboardData: answering<{ data: string }>(realm, 'setClipboardData', ({ data }) => {
      happened.clipboard.push(data)
      return done()
    }),
    // Bytes go in as they are: what `answering` hands over is copied as JSON.
    getRandomValues: ({ length, success }: RandomValues) =>
      realm.later(() => success({ randomValues: new Uint8Array(randomBytes(length)).buffer })),
    scanCode: answering(realm, 'scanCode', () =>
      circumstances.scanned === undefined ? failed('cancel') : done({ result: circumstances.scanned }),
    ),
    requestSubscribeMessage: (options: { tmplIds: string[] }) => subscribe(isTapping())(options),
  }

  function subscribe(tapped: boolean) {
    return answering<{ tmplIds: string[] }>(realm, 'requestSubscribeMessage', ({ tmplIds }) => {
      if (!tapped) return failed('can only be invoked by user TAP gesture.')
      // WeChat asks its own cloud first: its error 10002.
      if (circumstances.offline) return failed('request list fail')
      happened.subscriptions.push([...tmplIds])
      if (circumstances.subscribeAnswer === 'accept') allow(tmplIds)
      return done(Object.fromEntries(tmplIds.map((id) => [id, circumstances.subscribeAnswer])))
    })
  }
}
