import { appid } from '../functions/environment'
import { openConsents, type Consents } from './consents'
import { openOutbox, type Outbox } from './outbox'
import { createPhoneNumbers, type PhoneNumbers } from './phoneNumbers'
import { createVisits, type Visits } from './visits'

/** A template of a subscribe message, as it is chosen in WeChat's console. */
export interface MessageTemplate {
  /** Chinese, such as 登记进度通知. */
  title: string
  /** What stands before each field, by the field's name: `{ thing1: '登记事项' }`. */
  fields: Readonly<Record<string, string>>
}

/** What content check makes of a text. `label` 100 is harmless; the others are in WeChat's document. */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky'
  label: number
}

/** A word and what content check makes of a text that holds it; `away`: it cannot say, as when WeChat is overloaded. */
export type FoundWord = { word: string } & (Verdict | { suggest: 'away' })

/** What WeChat knows of a mini-program. What is left out is not checked. */
export interface MiniProgram {
  /** By id. Without them any id is taken, and fields are checked by their names alone. */
  templates?: Readonly<Record<string, MessageTemplate>>
  /** The routes of app.json, the first page first. */
  pages?: readonly string[]
  /** What it declares of people's information, as text: WeChat shows it to whoever wants to read it. */
  privacyGuideline?: string
  /** What content check finds. */
  words?: readonly FoundWord[]
}

/** WeChat, as far as a function or a phone asks it for anything. */
export interface Wechat extends MiniProgram {
  appid: string
  words: NonNullable<MiniProgram['words']>
  outbox: Outbox
  consents: Consents
  phoneNumbers: PhoneNumbers
  visits: Visits
  /** The address that opens a page (with its query) on this machine, as scanning a code does on a phone. */
  addressOf: (page: string, scene?: string) => string
}

interface WechatOptions {
  /** Where outbox and consents are kept. */
  directory: string
  /** Of the local cloud. */
  origin: string
  /** Phone numbers by openid. */
  phones: ReadonlyMap<string, string>
}

export function openWechat(program: MiniProgram, { directory, origin, phones }: WechatOptions): Wechat {
  return {
    words: [],
    ...program,
    appid,
    outbox: openOutbox(directory),
    consents: openConsents(directory),
    phoneNumbers: createPhoneNumbers(phones),
    visits: createVisits(),
    addressOf: (page, scene) =>
      `${origin}/open?${new URLSearchParams({ page, ...(scene !== undefined && { scene }) }).toString()}`,
  }
}
