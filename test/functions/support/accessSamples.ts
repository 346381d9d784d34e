import { randomUUID } from 'node:crypto'
import type { Action, Contract, InputOf } from '@contract'
import type { PlaceDocument } from '@kernel/placeDocument'
import { deskCodeOf } from '@kernel/tips/receipts'
import { colleagueAt } from './accessWorld'
import { answersOf, today } from './registrations'
import { someRules } from './rulings'

/** What an input names. */
export interface Thing {
  place: PlaceDocument
  /** A case there, ready for what is asked. */
  case: { id: string; version: number }
  /** A household of the owner's there. */
  household: { id: string; version: number }
  /** A picture of the owner's. */
  picture: string
  /** A hold and an announced lift of that place, by their ids. */
  hold: string
  lift: string
  /** A picture of a letter that is still being written. */
  letterPicture: { picture: string; letter: string }
  /** Of a confirmed tip there, whose reward has been claimed. */
  receipt: string
  /** A policy and a list of that place, by their ids; both have been dropped, so that nothing is published here. */
  policy: string
  riskList: string
}

type Samples = {
  [Feature in keyof Contract]: {
    [Name in keyof Contract[Feature]]: (
      thing: Thing,
    ) => Contract[Feature][Name] extends Action ? InputOf<Contract[Feature][Name]> : never
  }
}

const submission = (): string => randomUUID()
const words = '因为'

/** Edits of a tree that all tests share: seen at a version that is none, they are refused after the right was checked. */
const NEVER = 9_999

const at = ({ place }: Thing) => ({ place: place._id })
const node = (thing: Thing) => ({ ...at(thing), version: NEVER })
const onPost = ({ place }: Thing) => ({ post: colleagueAt(place), version: NEVER, submission: submission() })
const onCase = ({ case: { id, version } }: Thing) => ({ case: id, version, submission: submission() })
const spoken = (thing: Thing) => ({ ...onCase(thing), words })
const onHousehold = ({ household: { id, version } }: Thing) => ({ household: id, version })
const inHousehold = (thing: Thing) => ({ ...onHousehold(thing), person: `${thing.household.id}-0` })
const member = { name: '方大棠', relation: 'parent' } as const
const file = 'cloud://local.local/incoming/00000000-0000-4000-8000-000000000000'
const code = 'A'.repeat(24)
const digest = 'A'.repeat(43)
const declared = (thing: Thing) => ({
  ...at(thing),
  submission: submission(),
  source: { text: '公告', link: '', publishedOn: today },
  effectiveFrom: new Date(0).toISOString(),
  words,
})
const onPolicy = (thing: Thing) => ({ ...at(thing), edition: thing.policy })
const onList = (thing: Thing) => ({ ...at(thing), edition: thing.riskList })
const policy = { name: '新', rules: someRules }
const entry = { kind: 'text', text: '', whole: false } as const
const looser = { measure: 'healthMonitoring', days: 3, words } as const

/** An input of each action that is as it must be, and about that thing. A new action without one does not compile. */
export const samples: Samples = {
  people: {
    me: () => ({}),
    home: () => ({}),
    colleagues: at,
    ownPhone: () => ({ code: 'guess' }),
    setUp: () => ({
      code: 'guess',
      name: '简明白',
      phone: '13800009999',
      top: { level: 'street', name: '青禾街道' },
    }),
  },
  places: {
    list: (thing) => ({ under: thing.place._id }),
    show: at,
    below: at,
    node: at,
    candidates: at,
    code: at,
    add: (thing) => ({ ...at(thing), submission: submission(), level: 'district', name: '新', code: '' }),
    rename: (thing) => ({ ...node(thing), name: '新', code: '' }),
    move: (thing) => ({ ...node(thing), to: thing.place._id }),
    merge: (thing) => ({ ...node(thing), into: thing.place._id }),
    remove: node,
    appoint: (thing) => ({ ...node(thing), duty: 'volunteer', person: null }),
  },
  placeImport: {
    check: (thing) => ({ ...at(thing), file }),
    apply: (thing) => ({ ...at(thing), file, digest }),
  },
  pictures: {
    add: () => {
      const picture = submission()
      return { picture, file: `cloud://local.local/incoming/${picture}` }
    },
    show: ({ picture }) => ({ picture }),
  },
  households: {
    mine: () => ({}),
    open: () => ({
      submission: submission(),
      place: 'building',
      door: '301',
      how: 'self',
      members: [{ name: '方小棠', phone: '13800001234', relation: 'self' }],
    }),
    add: (thing) => ({ ...onHousehold(thing), submission: submission(), member }),
    change: (thing) => ({ ...inHousehold(thing), member: { ...member, phone: '13800001234' } }),
    leave: (thing) => ({ ...inHousehold(thing), on: today, why: 'away' }),
    comeBack: inHousehold,
    move: (thing) => ({ ...onHousehold(thing), place: 'building', door: '302' }),
    remind: ({ household: { id } }) => ({ household: id, hour: 9 }),
    invite: ({ household: { id } }) => ({ household: id }),
    join: () => ({ code: '12345678' }),
    quit: () => ({ household: submission() }),
    review: ({ household: { id } }) => ({ household: id }),
  },
  selfReport: {
    report: ({ household: { id } }) => ({
      submission: submission(),
      household: id,
      on: today,
      how: 'telephone',
      people: [{ person: `${id}-0`, temperature: '365', symptoms: [], contacts: [], been: [] }],
    }),
    progress: at,
    list: (thing) => ({ ...at(thing), show: 'notReported' }),
  },
  healthAlerts: {
    show: (thing) => ({ case: thing.case.id }),
    review: (thing) => ({ case: thing.case.id }),
    see: onCase,
    followUp: spoken,
    note: spoken,
    close: (thing) => ({ ...spoken(thing), ending: 'recovered' }),
    reassign: (thing) => ({ ...onCase(thing), colleague: 'post-gridWorker', words }),
    reveal: spoken,
  },
  calls: {
    begin: ({ household: { id } }) => ({
      submission: submission(),
      household: id,
      reason: 'notReported',
    }),
    // What nobody has begun does not end.
    end: ({ household: { id } }) => ({ household: id, call: submission(), result: 'answered' }),
    visit: ({ household: { id } }) => ({ submission: submission(), household: id, result: 'answered' }),
    check: ({ household: { id } }) => ({ household: id, phone: '13800009000' }),
  },
  letterbox: {
    questions: at,
    addPicture: () => {
      const picture = submission()
      return { picture, letter: submission(), file: `cloud://local.local/incoming/${picture}` }
    },
    showPicture: (thing) => thing.letterPicture,
    tell: () => ({
      letter: submission(),
      kind: 'other',
      place: 'building',
      seen: { on: today },
      words: '看到的事',
    }),
    follow: ({ receipt }) => ({ receipt }),
    add: ({ receipt }) => ({ receipt, letter: submission(), words }),
    appeal: ({ receipt }) => ({ receipt, letter: submission(), words }),
  },
  tips: {
    review: (thing) => ({ case: thing.case.id }),
    see: onCase,
    dispatch: (thing) => ({ ...onCase(thing), place: 'building' }),
    ask: spoken,
    confirm: spoken,
    alreadyKnown: spoken,
    refute: spoken,
    leaveOpen: spoken,
    suspect: spoken,
    accuse: spoken,
    clear: spoken,
    condemn: spoken,
    uphold: spoken,
    pardon: spoken,
    join: (thing) => ({ ...onCase(thing), into: thing.case.id }),
    separate: onCase,
    reopen: spoken,
    lead: (thing) => ({ ...onCase(thing), to: thing.case.id }),
    note: spoken,
    reassign: (thing) => ({ ...onCase(thing), colleague: 'post-gridWorker', words }),
    reveal: spoken,
  },
  rewards: {
    claim: ({ receipt }) => ({ receipt }),
    receive: ({ receipt }) => ({ receipt }),
    scan: (thing) => ({ ...at(thing), code: deskCodeOf(thing.receipt) }),
    handOver: (thing) => ({ ...at(thing), code: deskCodeOf(thing.receipt), submission: submission() }),
    stock: at,
    restock: (thing) => ({ ...at(thing), submission: submission(), pieces: 100, words }),
  },
  returnee: {
    register: () => ({
      submission: submission(),
      purpose: 'self',
      answers: answersOf({ household: { place: 'building', door: '' } }),
    }),
    mine: () => ({}),
    show: (thing) => ({ case: thing.case.id }),
    review: (thing) => ({ case: thing.case.id }),
    amend: (thing) => ({
      ...onCase(thing),
      answers: answersOf({ household: { place: 'building', door: '' } }),
    }),
    answer: spoken,
    withdraw: spoken,
    ask: spoken,
    reject: spoken,
    confirm: spoken,
    dismiss: spoken,
    appeal: spoken,
    uphold: spoken,
    keep: spoken,
    note: spoken,
    reveal: spoken,
    accept: (thing) => ({ ...onCase(thing), measure: 'homeObservation', days: 7, words }),
    adopt: spoken,
    revise: (thing) => ({ ...onCase(thing), ...looser }),
    grant: (thing) => ({ ...onCase(thing), ...looser }),
    tighten: (thing) => ({ ...onCase(thing), measure: 'centralObservation', days: 7, words }),
    reassign: (thing) => ({ ...onCase(thing), colleague: 'post-gridWorker', words }),
  },
  riskAreas: {
    search: () => ({ words: '' }),
    editions: at,
    show: onList,
    check: (thing) => ({ ...at(thing), entry }),
    propose: (thing) => ({ ...declared(thing), entry, digest }),
    publish: onList,
    drop: (thing) => ({ ...onList(thing), words }),
  },
  policy: {
    inForce: at,
    editions: at,
    show: onPolicy,
    check: (thing) => ({ ...at(thing), ...policy }),
    tryOut: (thing) => ({
      ...at(thing),
      ...policy,
      example: {
        from: { region: '510107', detail: '' },
        leftOn: today,
        arrivesOn: today,
        passed: [],
        hasSymptoms: false,
        test: 'none',
        vaccination: 'unknown',
      },
    }),
    // What nobody has checked is not proposed.
    propose: (thing) => ({ ...declared(thing), ...policy, digest }),
    publish: onPolicy,
    drop: (thing) => ({ ...onPolicy(thing), words }),
  },
  reassessment: {
    runs: onList,
    affected: (thing) => ({ ...onList(thing), community: 'community' }),
  },
  inbox: { list: () => ({}), ledger: at },
  looks: {
    list: at,
    find: () => ({ submission: submission(), number: '13800001234', words }),
    alert: (thing) => ({ case: thing.case.id }),
    settle: spoken,
  },
  texts: {
    review: (thing) => ({ case: thing.case.id }),
    reveal: spoken,
    keep: onCase,
    hide: spoken,
  },
  keeping: {
    certificates: () => ({}),
    certificate: () => ({ number: 1 }),
    list: at,
    hold: (thing) => ({ ...at(thing), submission: submission(), until: today, words }),
    release: (thing) => ({ ...at(thing), hold: thing.hold, words }),
    announceLift: (thing) => ({ ...at(thing), submission: submission(), days: 7, words }),
    confirmLift: (thing) => ({ ...at(thing), lift: thing.lift }),
    cancelLift: (thing) => ({ ...at(thing), lift: thing.lift, words }),
  },
  myData: { show: () => ({}), export: () => ({}), erase: () => ({ submission: submission() }) },
  staff: {
    list: at,
    invitations: at,
    invite: (thing) => ({ ...at(thing), submission: submission(), role: 'gridWorker' }),
    revoke: (thing) => ({ ...at(thing), invitation: submission() }),
    invitation: () => ({ code }),
    join: () => ({ code, name: '王秀英', phone: '13800009000' }),
    show: ({ place }) => ({ post: colleagueAt(place) }),
    suspend: (thing) => ({ ...onPost(thing), words }),
    resume: (thing) => ({ ...onPost(thing), words }),
    move: (thing) => ({ ...onPost(thing), to: thing.place._id }),
    handOver: ({ place }) => ({
      submission: submission(),
      post: colleagueAt(place),
      to: colleagueAt(place),
    }),
  },
  upkeep: { verify: () => ({ after: null }), reseal: () => ({}) },
}
