import { randomUUID } from 'node:crypto'
import { returneeMachine } from '@contract/returnee'
import { lookAlertMachine } from '@contract/looks'
import { healthAlertMachine } from '@contract/healthAlertMachine'
import type { Machine } from '@contract/machine'
import { textCheckMachine } from '@contract/textCheckMachine'
import { tipMachine } from '@contract/tipMachine'
import type { Action, FeatureName } from '@contract'
import type { HoldDocument, LiftDocument } from '@kernel/deletion/deletionDocuments'
import type { EditionDocument, PolicyDocument, RiskListDocument } from '@kernel/assessment/editionDocuments'
import { newRun } from '@kernel/assessment/newRun'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import { usualTipping } from '@contract/usualTipping'
import { ownSealer } from '@kernel/seal'
import { ownerOfPictures } from '@kernel/tips/letters'
import { receiptHashes, voucherHashes } from '@kernel/tips/receipts'
import { newVoucher } from '@kernel/tips/rewardRules'
import { fileIdOf } from '../../../local/files/cloudPath'
import type { Store } from '../../../local/store/types'
import { caseBefore, OWNER, tipIn } from './accessCases'
import type { Thing } from './accessSamples'
import { storedPicture } from './pictures'
import { today } from './registrations'
import { nothingChanged, someRules } from './rulings'
import { householdAt } from './storedHousehold'
import { newReceipt } from './tips'

const somebody = { account: 'somebody-else', name: '别人', role: 'administrator' } as const

const holdOf = (place: PlaceDocument): HoldDocument => {
  const id = randomUUID() as string
  return {
    _id: id,
    place: placeName(place),
    at: place.at,
    case: null,
    words: ownSealer().seal('因为', `holds/${id}`),
    by: somebody,
    servesAt: place.at,
    heldAt: new Date(),
    until: today,
    endsAt: new Date(Date.now() + 86_400_000),
    released: null,
    settled: false,
  }
}

const liftOf = (place: PlaceDocument): LiftDocument => ({
  _id: randomUUID(),
  place: placeName(place),
  at: place.at,
  status: 'announced',
  days: 7,
  words: '因为',
  announced: { ...somebody, at: new Date() },
  confirmed: null,
  cancelled: null,
  endsAt: null,
})

const editionOf = (place: PlaceDocument): EditionDocument => ({
  _id: randomUUID(),
  place: placeName(place),
  at: place.at,
  status: 'dropped',
  number: null,
  source: { text: '公告', link: '', publishedOn: today },
  effectiveFrom: new Date(0),
  words: '因为',
  said: '',
  proposed: { ...somebody, at: new Date(0) },
  published: null,
  dropped: { ...somebody, at: new Date(0), words: '因为' },
})

const policyOf = (place: PlaceDocument): PolicyDocument => ({
  ...editionOf(place),
  name: '新',
  rules: someRules,
})

const listOf = (place: PlaceDocument): RiskListDocument => ({
  ...editionOf(place),
  areas: [],
  base: null,
  changes: nothingChanged,
})

/** Whose cases a function is about, where an action's access names no machine. */
const machineOf = (feature: string): Machine =>
  new Map<string, Machine>([
    ['looks', lookAlertMachine],
    ['healthAlerts', healthAlertMachine],
    ['tips', tipMachine],
    ['texts', textCheckMachine],
  ]).get(feature) ?? returneeMachine

const eventOf = ({ access }: Action, machine: Machine): string =>
  access.who === 'machine' ? access.event : String(Object.keys(machine.events)[0])

/** The file of every picture of a letter. */
export const LETTER_PICTURE = 'pictures/of-a-letter'

/** What there is at a place for an action to be asked about; each thing is stored when an input first names it. */
export class ThingAt implements Thing {
  /** Whether the input is about something that belongs to its owner. */
  isOwned = false
  private stored: Partial<
    Pick<Thing, 'case' | 'household' | 'hold' | 'lift' | 'policy' | 'riskList' | 'receipt' | 'letterPicture'>
  > = {}

  constructor(
    readonly place: PlaceDocument,
    private readonly action: Action,
    private readonly feature: FeatureName,
    private readonly ownPicture: string,
    private readonly store: Pick<Store, 'insert'>,
  ) {}

  get case(): Thing['case'] {
    return (this.stored.case ??= this.newCase())
  }

  get household(): Thing['household'] {
    this.isOwned = true
    return (this.stored.household ??= this.newHousehold())
  }

  get picture(): string {
    this.isOwned = true
    return this.ownPicture
  }

  get hold(): string {
    return (this.stored.hold ??= this.keep('holds', holdOf(this.place)))
  }

  get lift(): string {
    return (this.stored.lift ??= this.keep('lifts', liftOf(this.place)))
  }

  get policy(): string {
    return (this.stored.policy ??= this.keep('policies', policyOf(this.place)))
  }

  get riskList(): string {
    return (this.stored.riskList ??= this.newList())
  }

  get letterPicture(): Thing['letterPicture'] {
    return (this.stored.letterPicture ??= this.newLetterPicture())
  }

  get receipt(): string {
    return (this.stored.receipt ??= this.newReceipt())
  }

  /** With what was once looked up about it. */
  private newList(): string {
    const list = listOf(this.place)
    const run: RunDocument = { ...newRun('forecast', 'riskList', list, new Date(0)), status: 'done' }
    this.keep('runs', run)
    return this.keep('riskLists', list)
  }

  private newHousehold(): Thing['household'] {
    const fresh = householdAt(this.place, OWNER)
    return { id: this.keep('households', fresh), version: fresh.version }
  }

  private newCase(): Thing['case'] {
    const machine = machineOf(this.feature)
    const fresh = caseBefore(machine, eventOf(this.action, machine), this.place)
    this.isOwned = fresh.owner === OWNER
    return { id: this.keep('cases', fresh), version: fresh.version }
  }

  private newLetterPicture(): Thing['letterPicture'] {
    const letter = randomUUID()
    const picture = storedPicture(randomUUID(), 1, {
      owner: ownerOfPictures(letter),
      file: fileIdOf(LETTER_PICTURE),
    })
    return { letter, picture: this.keep('pictures', picture) }
  }

  private newReceipt(): string {
    const receipt = newReceipt()
    const tip = tipIn('confirmed', this.place, receiptHashes(receipt)[0])
    this.keep('cases', tip)
    this.keep('vouchers', newVoucher(voucherHashes(receipt)[0], tip, usualTipping.reward, today))
    return receipt
  }

  private keep(collection: string, document: { _id: string }): string {
    this.store.insert(collection, [document])
    return document._id
  }
}
