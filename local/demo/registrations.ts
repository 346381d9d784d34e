import { addDays, dayOf, minuteOf, type Day } from '@contract/calendar'
import { regionsBelow, type Region } from '@contract/regions'
import {
  measures,
  relations,
  vaccinations,
  type RegistrationAnswers,
  type ReturneeStatus,
  type Symptom,
  type Transport,
} from '@contract/returnee'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Chance } from './chance'
import { inventedIdentityNumber, inventedName, inventedPhone } from './inventedPeople'
import { origins, type Origin } from './rulings'

const provinces = ['110000', '310000', '320000', '330000', '420000', '440000', '500000', '510000', '610000']

const seen = new Map<string, Region[]>()

/** Looked up once: the whole table is gone through each time. */
const below = (code: string): Region[] => {
  const found = seen.get(code) ?? regionsBelow(code)
  seen.set(code, found)
  return found
}

/** A county somewhere, chosen level by level; not one that a list changes while the stories are told. */
const county = (chance: Chance): string => {
  const { code } = chance.pick(below(chance.pick(below(chance.pick(provinces))).code))
  return code === origins.raised.region ? county(chance) : code
}

const journey = (chance: Chance): RegistrationAnswers['transport'] => {
  const by = chance.pick<Transport>(['train', 'train', 'flight', 'coach', 'car', 'other'])
  const number = {
    train: `G${1000 + chance.below(8000)}`,
    flight: `XX${1000 + chance.below(8000)}`,
    coach: '',
    car: '',
    other: '',
  }
  return {
    by,
    number: number[by],
    plate: by === 'car' ? `示A0${String(chance.below(1000)).padStart(3, '0')}D` : '',
  }
}

const companionsOf = (chance: Chance, serial: number): RegistrationAnswers['companions'] =>
  Array.from({ length: chance.pick([0, 0, 0, 1, 1, 2, 3]) }, (_, index) => ({
    name: inventedName(chance),
    phone: chance.happens(0.5) ? inventedPhone(serial + 5000 + index) : '',
    relation: chance.pick(relations),
    document: { kind: 'residentId', number: '' },
  }))

const ailments: Symptom[][] = [[], [], [], [], [], [], [], [], ['cough'], ['fever', 'soreThroat']]

/** What somebody might answer, registering at `openedAt` for that place; from somewhere, where it does not matter. */
export const inventedAnswers = (
  chance: Chance,
  place: PlaceDocument,
  openedAt: Date,
  serial: number,
  origin: Origin | null,
): RegistrationAnswers => {
  const today = dayOf(openedAt)
  const arrivesOn: Day = addDays(today, chance.below(6) - 2)
  const leftOn = addDays(arrivesOn, -chance.below(3))
  return {
    person: {
      name: inventedName(chance),
      phone: inventedPhone(serial),
      document: { kind: 'residentId', number: chance.happens(0.7) ? inventedIdentityNumber(chance) : '' },
    },
    household: {
      place: place._id,
      door: `${1 + chance.below(4)} 单元 ${1 + chance.below(18)}0${1 + chance.below(4)}`,
    },
    from: origin ?? { region: county(chance), detail: '' },
    leftOn,
    arrivesOn,
    transport: journey(chance),
    companions: companionsOf(chance, serial),
    passed: chance.happens(0.2)
      ? [{ region: county(chance), on: addDays(arrivesOn, -1 - chance.below(5)) }]
      : [],
    test: chance.happens(0.7)
      ? {
          result: chance.happens(0.9) ? 'negative' : 'pending',
          takenAt: minuteOf(openedAt).replace(today, addDays(today, -1)),
          pictures: [],
        }
      : { result: 'none', takenAt: '', pictures: [] },
    symptoms: chance.pick(ailments),
    vaccination: chance.pick(vaccinations),
    note: chance.happens(0.15)
      ? chance.pick(['家里有老人，请先打电话', '晚上八点以后到', '带一只猫', '需要代买降压药'])
      : '',
  }
}

export type Ending = ReturneeStatus

/** How many of a hundred end where, and how many hours ago such a registration may have been opened. */
export const endings: { ending: Ending; share: number; hours: [least: number, most: number] }[] = [
  { ending: 'submitted', share: 22, hours: [0, 12] },
  { ending: 'asked', share: 10, hours: [2, 30] },
  { ending: 'accepted', share: 44, hours: [10, 14 * 24] },
  { ending: 'tightening', share: 2, hours: [4, 10] },
  { ending: 'reassessed', share: 2, hours: [30, 48] },
  { ending: 'appealed', share: 2, hours: [12, 30] },
  { ending: 'rejected', share: 9, hours: [10, 14 * 24] },
  { ending: 'withdrawn', share: 9, hours: [10, 14 * 24] },
]

export const phrases = {
  questions: [
    '请问乘坐的是几号车厢？',
    '到家后住哪个房间？家里还有谁？',
    '核酸结果出来了吗？',
    '请补充途经的地方',
  ],
  answers: ['已补充，请看', '住次卧，家里还有两位老人', '结果是阴性', '没有经过别的地方'],
  rejections: ['登记的小区不在本社区，请到所在社区登记', '与昨天的登记重复'],
  withdrawals: ['行程取消，不回来了', '改到下个月'],
  appeals: ['我只是路过，没有出站', '家里有老人要照顾，请改为健康监测', '检测结果已经出来，是阴性'],
  proposals: ['同乘的人检测结果是阳性', '核对行程，去过高风险的小区'],
  reasons: ['电话核实，情况比登记的复杂', '家里有老人，先按居家观察做', '核对过行程，按实际情况定'],
  notes: ['已电话联系，情况属实', '家门口已张贴提示', '约好明天上午上门'],
}

export const homeObservation = { measure: measures[1], days: 7 } as const

export const centralObservation = { measure: measures[0], days: 7 } as const

export const decisions = [
  homeObservation,
  centralObservation,
  { measure: measures[1], days: 5 },
  { measure: measures[2], days: 3 },
  { measure: measures[3], days: 0 },
] as const
