import { dayOf } from '@contract/calendar'
import { tipMachine, type TipEvent } from '@contract/tipMachine'
import { usualTipping } from '@contract/usualTipping'
import { advanced, type By } from '@kernel/caseEvents'
import type { OnDuty, PlaceDocument } from '@kernel/placeDocument'
import { freshTip } from '@kernel/tips/freshTip'
import { theTeller, type TipCase } from '@kernel/tips/tip'
import type { LedgerLineDocument, StockDocument } from '@kernel/tips/stocks'
import type { Chance } from './chance'
import { demoPlaces } from './places'

const MINUTE_MS = 60_000
const A_ROUND = 10
const HOUR = 60
const DAY = 24 * HOUR

/** What happened to a tip so many minutes after it was told. */
type Step = [event: TipEvent, after: number, words?: string]

interface Plot {
  placeId: string
  kind: string
  where?: string
  plate?: string
  words: string
  /** Minutes since it was told. */
  ago: number
  steps?: Step[]
}

/** A car that two neighbours have noticed, and whose owner has been there since April. */
const car = { kind: 'unregisteredReturn', plate: '示A8K26Y' }

const plots: Plot[] = [
  {
    ...{ ...car, placeId: 'qinghe-1-1-1', ago: 6 * DAY, where: '东门进来第一排' },
    words: '有一辆外地车停了好几天，没见人登记过',
    steps: [
      ['see', 20],
      ['alreadyKnown', 55, '车主四月就回来了，一直住在这里，车是公司的'],
    ],
  },
  {
    ...{ ...car, placeId: 'qinghe-1-1-1-1', ago: 70, where: '1 号楼下' },
    words: '楼下停着外地牌照的车，昨晚才开来，车主拎着行李上楼了',
  },
  {
    ...{ ...car, placeId: 'qinghe-1-1-1', ago: 40 },
    words: '外地车停在院里，车主昨晚拎着行李上楼',
  },
  {
    ...{ placeId: 'qinghe-1-2-1-2', kind: 'gathering', ago: 30, where: '一楼车库' },
    words: '七八个人在车库里打牌，都没有戴口罩',
  },
  {
    ...{ placeId: 'qinghe-1-1-2-3', kind: 'venueOpen', ago: 3 * DAY, where: '底商棋牌室' },
    words: '棋牌室拉着卷帘门，里面有人打牌',
    steps: [
      ['see', 35],
      ['ask', 40, '是白天还是晚上？听得到里面的声音吗？'],
      ['add', 95, '晚上九点多，听得到洗牌的声音'],
      ['refute', DAY, '晚上去看过，里面在装修，工人住在里面'],
    ],
  },
  {
    ...{ placeId: 'qinghe-1-1-1-2', kind: 'unregisteredReturn', ago: 2 * DAY, where: '2 单元 602' },
    words: '六楼的儿子从外地回来了，前天半夜到的',
    steps: [
      ['see', 25],
      ['confirm', 110, '前天夜里到家，还没有登记，已当面登记'],
    ],
  },
  {
    ...{ placeId: 'qinghe-1', kind: 'other', ago: 50, where: '菜市场后面那排平房' },
    words: '平房里新搬来几个人，不知道从哪里来',
  },
]

const pieces = { arrived: 500, handedOver: 10 }

/** Tips of one community, as they stand at `now`; nobody has their receipts. With the masks that the community has. */
export function demoTips(chance: Chance, now: Date) {
  const stock = stockOf(chance, now)
  return { tips: plots.map((plot) => storyOf(plot, chance, now)), ...stock }
}

/** Tellers act when the letterbox is emptied. */
const roundBefore = (now: Date, minutes: number): Date => {
  const at = now.getTime() - minutes * MINUTE_MS
  return new Date(at - (at % (A_ROUND * MINUTE_MS)))
}

function storyOf(plot: Plot, chance: Chance, now: Date): TipCase {
  const { placeId, kind: id, where = '', plate = '', words, ago, steps = [] } = plot
  const place = placeOf(placeId)
  const kind = usualTipping.kinds.find((one) => one.id === id)
  if (!kind) throw new Error(`nothing of the kind ${id} is told`)
  const told = roundBefore(now, ago)
  const letter = { _id: chance.uuid(), receipt: chance.uuid(), digest: '' }
  const text = {
    ...({
      what: 'tell',
      unchecked: false,
      rewarded: true,
      kind,
      where,
      plate,
      words,
    } as const),
    seen: { on: dayOf(told), part: null },
  }
  const fresh = freshTip(letter, text, place, told)
  let current: TipCase = { ...fresh, brief: { ...fresh.brief, similar: plate === '' ? 0 : 1 } }
  for (const [event, after, said] of steps) {
    const by = event === 'add' ? theTeller : workerAt(place)
    const at = new Date(told.getTime() + after * MINUTE_MS)
    const what = { at, submission: chance.uuid(), digest: '', by, words: said }
    const { set, entry } = advanced(tipMachine, current, event, what, {
      dueAt: current.todo?.dueAt,
      urgency: kind.urgent ? 1 : 0,
    })
    current = { ...current, ...set, history: [...current.history, entry] }
  }
  return current
}

function placeOf(id: string): PlaceDocument {
  const place = demoPlaces.find(({ _id }) => _id === id)
  if (!place) throw new Error(`no place ${id}`)
  return place
}

const workerAt = ({ responsible: { gridWorker } }: PlaceDocument): By => byOf(gridWorker)

const byOf = (person: OnDuty | undefined): By => ({
  actor: 'gridWorker',
  account: person?.openid ?? '',
  name: person?.name ?? '',
})

function stockOf(chance: Chance, now: Date) {
  const place = placeOf('qinghe-1')
  const secretary = place.responsible.secretary
  const by = {
    account: secretary?.openid ?? '',
    name: secretary?.name ?? '',
    role: 'communityOfficer',
  } as const
  const of = { community: place._id, by }
  const lines: LedgerLineDocument[] = [
    {
      ...{ ...of, _id: chance.uuid(), number: 1, at: roundBefore(now, 5 * DAY), what: 'restocked' },
      ...{ pieces: pieces.arrived, left: pieces.arrived, words: '街道发来', digest: '', received: null },
    },
    {
      ...{ ...of, _id: chance.uuid(), number: 2, at: roundBefore(now, DAY), what: 'handedOver' },
      ...{ pieces: -pieces.handedOver, left: pieces.arrived - pieces.handedOver, words: '' },
      ...{ digest: '', received: true },
    },
  ]
  const stock: StockDocument = {
    _id: place._id,
    pieces: pieces.arrived - pieces.handedOver,
    version: lines.length,
  }
  return { rewardLedger: lines, rewardStocks: [stock] }
}
