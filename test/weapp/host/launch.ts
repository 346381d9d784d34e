import './dom'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import exparser from 'miniprogram-exparser'
import { App } from './app'
import { createComponents } from './components'
import { Hand } from './hand'
import { PageStack } from './pageStack'
import type { AppJson } from './pageStack'
import { Phone } from './phone'
import { newPhoneState, recordError } from './phoneState'
import type { PhoneState } from './phoneState'
import { createRealm } from './realm'
import type { Realm } from './realm'
import { replaceReconciler } from './reconcile'
import { createWx } from './wechat'
import { cloudBridge } from './wechat/cloud'
import type { CloudAnswers } from './wechat/cloud'
import type { Pictures } from './wechat/pictures'
import { loadWxml } from './wxml'

export interface PhoneOptions {
  /** Folder of the WeChat output, from the project's root. */
  build: string
  cloud: CloudAnswers
  /** Who WeChat tells the functions that it is. */
  openid: string
  /** What the mini-program stored in former launches, by key. */
  storage?: Record<string, unknown>
  offline?: boolean
}

/**
 * Starts the compiled mini-program on a phone of its own: WeChat's compiler and component engine, a JavaScript realm
 * without a browser, `wx` by a short table, functions called through `cloud`. A promise of the app that is rejected
 * and handled by nobody fails the test by jest itself.
 * @throws when the build is not there, or app.js throws.
 */
export const launchPhone = async (options: PhoneOptions): Promise<Phone> => {
  replaceReconciler()
  const build = path.resolve(options.build)
  const appJson = readAppJson(build)
  const state = newPhoneState(options.storage ?? {}, options.offline ?? false)
  const realm = createRealm(build)
  const wxml = loadWxml(build, (warning) => void state.warnings.push(warning))
  const components = createComponents({ build, realm, wxml, state })
  const pages = new PageStack(appJson, components)
  const pictures: Pictures = new Map()
  const { circumstances } = state
  const { wxCloud, pending } = cloudBridge({ ...options, realm, circumstances, pictures })
  const hand = new Hand(realm, state, pending, () => pages.top())
  const app = new App(realm, state)

  realm.provide({
    ...components.constructors,
    App: app.declare,
    getApp: app.get,
    getCurrentPages: () => pages.open().map(({ instance }) => instance),
    wx: createWx({
      realm,
      pages,
      state,
      wxCloud,
      pictures,
      isTapping: hand.isTapping,
      allow: allowAt(options),
      phoneCode: () => options.cloud.wechat?.phoneNumbers?.issue(options.openid, new Date()) ?? '',
    }),
    console: consoleOf(state),
  })
  const stop = listenToEngine(realm, state)
  realm.run('app.js')
  await hand.wait(0)
  return new Phone({ app, pages, hand, state, stop })
}

const allowAt =
  ({ cloud, openid }: PhoneOptions) =>
  (templates: string[]): void => {
    for (const template of templates) cloud.wechat?.consents.give(openid, template)
  }

const readAppJson = (build: string): AppJson => {
  const file = path.join(build, 'app.json')
  if (!existsSync(file))
    throw new Error(`${file} is not there: build the mini-program first (npm run build:weapp)`)
  return JSON.parse(readFileSync(file, 'utf8')) as AppJson
}

/** What an app prints as a warning or an error, somebody should read. */
const consoleOf = ({ warnings }: PhoneState) => {
  const warn = (...parts: unknown[]) => void warnings.push(parts.map(String).join(' '))
  const ignore = () => undefined
  return { log: ignore, info: ignore, debug: ignore, warn, error: warn }
}

/** Errors inside of the engine. Answers how to end it all. */
const listenToEngine = (realm: Realm, state: PhoneState): (() => void) => {
  const listener = exparser.addGlobalErrorListener((error) => {
    recordError(state, error)
    return false
  })
  return () => {
    exparser.removeGlobalErrorListener(listener)
    realm.stop()
  }
}
