import type { PlaceName } from '@contract/cases'
import type { RegistrationAnswers } from '@contract/returnee'
import { answerSections, type AnswerSectionName } from '@/components/answerSections'

const TODAY = '2026-11-20'
const place: PlaceName = { id: 'b1', level: 'building', names: ['城关街道', '幸福社区', '阳光小区', '3 栋'] }
const regions = { '420111': '湖北省 武汉市 洪山区', '410105': '河南省 郑州市 金水区' }

const answers: RegistrationAnswers = {
  person: { name: '张小三', phone: '13812345678', document: { kind: 'passport', number: 'E12345678' } },
  household: { place: 'b1', door: '2 单元 301' },
  from: { region: '420111', detail: '珞南街道' },
  leftOn: '2026-11-19',
  arrivesOn: '2026-11-20',
  transport: { by: 'train', number: 'G1234', plate: '' },
  companions: [
    { name: '李四', phone: '', relation: 'spouse', document: { kind: 'residentId', number: '' } },
    { name: '王五', phone: '13900000000', relation: 'parent', document: { kind: 'residentId', number: '' } },
  ],
  passed: [{ region: '410105', on: '2026-11-15' }],
  test: { result: 'negative', takenAt: '2026-11-19 08:00', pictures: [] },
  symptoms: ['cough', 'fever'],
  vaccination: 'unknown',
  note: '',
}

const rowsOf = (name: AnswerSectionName, changed: Partial<RegistrationAnswers> = {}) => {
  const sections = answerSections({ ...answers, ...changed }, regions, place, TODAY)
  return sections.find((section) => section.name === name)?.rows ?? []
}

const linesOf = (label: string, name: AnswerSectionName, changed?: Partial<RegistrationAnswers>) =>
  rowsOf(name, changed).find((row) => row.label === label)?.lines

describe('the answers of a registration in words', () => {
  it('come in the order of the form', () => {
    const names = answerSections(answers, regions, place, TODAY).map(({ name }) => name)
    expect(names).toEqual(['person', 'household', 'journey', 'company', 'health'])
  })

  it('say which document a number is of', () => {
    expect(linesOf('证件号码', 'person')).toEqual(['护照 E12345678'])
  })

  it('leave out what was left blank', () => {
    const nameless = { ...answers.person, document: { kind: 'residentId', number: '' } as const }
    expect(linesOf('证件号码', 'person', { person: nameless })).toBeUndefined()
  })

  it('give the number that can be called beside the phone of the person', () => {
    expect(rowsOf('person').find(({ phone }) => phone)?.phone).toBe('13812345678')
  })

  it('name the official code and keep what was said about it', () => {
    expect(linesOf('从哪里来', 'journey')).toEqual(['湖北省 武汉市 洪山区', '珞南街道'])
  })

  it('show the code itself when it has no name', () => {
    expect(linesOf('从哪里来', 'journey', { from: { region: '999999', detail: '' } })).toEqual(['999999'])
  })

  it('say the plate of a car', () => {
    const transport = { by: 'car', number: '', plate: '川A12345' } as const
    expect(linesOf('交通方式', 'journey', { transport })).toEqual(['自驾车 川A12345'])
  })

  it('list each companion with what they are to the person', () => {
    expect(linesOf('同行人 2', 'company')).toEqual(['王五（父母）', '13900000000'])
  })

  it('say in words that there are no companions', () => {
    expect(linesOf('同行人', 'company', { companions: [] })).toEqual(['没有同行人'])
  })

  it('list the places that were passed with their days', () => {
    expect(linesOf('途经地', 'company')).toEqual(['11月15日（周日）河南省 郑州市 金水区'])
  })

  it('say in words that there are no symptoms', () => {
    expect(linesOf('现在的症状', 'health', { symptoms: [] })).toEqual(['都没有'])
  })

  it('say when a test was taken', () => {
    expect(linesOf('最近一次检测', 'health')).toEqual(['阴性', '昨天 08:00'])
  })

  it('say that there is a picture of the result', () => {
    const test = { result: 'positive' as const, takenAt: '2026-11-20 08:00', pictures: ['picture-1'] }
    expect(linesOf('最近一次检测', 'health', { test })).toEqual(['阳性', '今天 08:00', '附图片 1 张'])
  })

  it('say no time of a test that was not taken', () => {
    const test = { result: 'none' as const, takenAt: '', pictures: [] }
    expect(linesOf('最近一次检测', 'health', { test })).toEqual(['没有做过'])
  })

  it('say about vaccination what was said, and nothing where nothing was', () => {
    expect(linesOf('疫苗接种', 'health', { vaccination: 'full' })).toEqual(['已全程接种'])
    expect(linesOf('疫苗接种', 'health', { vaccination: 'unknown' })).toBeUndefined()
  })
})
