import { daysIn } from '../../../cloudfunctions/riskAreas/dayRules'

const today = '2022-05-02'

describe('a day of a list', () => {
  it.each([
    '2022-05-01',
    '2022-5-1',
    '2022/5/1',
    '2022.5.1',
    '2022年5月1日',
    '2022年05月01日',
    '5月1日',
    '5月1号',
    '自5月1日起',
    '从2022年5月1日开始',
    '2022-05-01 18:00',
    '2022-05-01T00:00:00.000Z',
    '5月1日0时起',
  ])('is read from %s', (text) => {
    expect(daysIn(text, today)).toEqual({ from: '2022-05-01', until: null })
  })

  it.each([
    ['5月1日至5月7日', '2022-05-01', '2022-05-07'],
    ['2022-05-01至2022-05-07', '2022-05-01', '2022-05-07'],
    ['2022.5.1-2022.5.7', '2022-05-01', '2022-05-07'],
    ['5月1日—5月7日', '2022-05-01', '2022-05-07'],
    ['自5月1日起至5月7日止', '2022-05-01', '2022-05-07'],
    ['5月1日至今', '2022-05-01', null],
  ])('and the last one from %s', (text, from, until) => {
    expect(daysIn(text, today)).toEqual({ from, until })
  })

  it.each(['5月7日止', '5月7日解除', '2022-05-07结束'])('may be the last one only: %s', (text) => {
    expect(daysIn(text, today)).toEqual({ from: null, until: '2022-05-07' })
  })

  it.each(['至今', '长期', '-', '——', '无'])('may be said not to have come: %s', (text) => {
    expect(daysIn(text, today)).toEqual({ from: null, until: null })
  })

  it.each(['2022-13-01', '2月30日', '2022年2月29日', '5月1日至5月32日'])(
    'is unknown when the calendar has no %s',
    (text) => {
      expect(daysIn(text, today)).toBe('unknown')
    },
  )

  it.each(['锦江区', '5号楼', '2022', '510104', '1-2', ''])('is not seen in %j', (text) => {
    expect(daysIn(text, today)).toBeNull()
  })
})

describe('a day without its year', () => {
  it('is one of this year', () => {
    expect(daysIn('1月3日', today)).toMatchObject({ from: '2022-01-03' })
  })

  it('is one of last year where this year’s is more than sixty days ahead', () => {
    expect(daysIn('12月31日', '2023-01-02')).toMatchObject({ from: '2022-12-31' })
  })

  it('is one of this year up to sixty days ahead', () => {
    expect(daysIn('7月1日', '2022-05-02')).toMatchObject({ from: '2022-07-01' })
    expect(daysIn('7月2日', '2022-05-02')).toMatchObject({ from: '2021-07-02' })
  })

  it('is one of next year where it ends what began in December', () => {
    expect(daysIn('12月20日至1月5日', '2022-12-30')).toEqual({ from: '2022-12-20', until: '2023-01-05' })
    expect(daysIn('12月20日至1月5日', '2023-01-02')).toEqual({ from: '2022-12-20', until: '2023-01-05' })
    expect(daysIn('1月5日', '2022-12-30', '2022-12-20')).toMatchObject({ from: '2023-01-05' })
    expect(daysIn('5月7日至5月1日', '2022-05-02')).toEqual({ from: '2022-05-07', until: '2022-05-01' })
    expect(daysIn('1月5日', '2022-12-30')).toMatchObject({ from: '2022-01-05' })
  })

  it('is the leap day of the year that has one', () => {
    expect(daysIn('2月29日', '2024-03-01')).toMatchObject({ from: '2024-02-29' })
  })
})
