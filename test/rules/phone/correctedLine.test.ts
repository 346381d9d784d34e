import { correctedLine, withLine } from '@/staff/risk/correctedLine'

const JINJIANG = '四川省 成都市 锦江区'

describe('a bad line of a pasted list', () => {
  it.each([
    ['四川省成都市锦红区某某小区 高风险', '四川省成都市锦红区某某小区', '四川省成都市锦江区某某小区 高风险'],
    ['高风险：成都市 锦红区 某某小区', '成都市锦红区某某小区', '高风险：四川省成都市锦江区某某小区'],
    ['锦江县\t中风险\t5月1日', '锦江县', '四川省成都市锦江区\t中风险\t5月1日'],
    ['成都市\t高', '成都市', '四川省成都市锦江区\t高'],
    ['成都某某小区,高', '成都某某小区', '四川省成都市锦江区某某小区,高'],
    ['510199,锦红区,高', '510199 锦红区', '四川省成都市锦江区,高'],
  ])('names the county that was meant and keeps the rest: %s', (line, text, corrected) => {
    expect(correctedLine(line, text, JINJIANG)).toBe(corrected)
  })

  it('keeps the columns of its table', () => {
    expect(correctedLine('四川\t成都\t锦红区\t高', '四川 成都 锦红区', JINJIANG)).toBe(
      '\t\t四川省成都市锦江区\t高',
    )
  })

  it('stays as it is where it says something else', () => {
    expect(correctedLine('武汉市某区 高', '锦红区', JINJIANG)).toBe('武汉市某区 高')
  })

  it('is replaced without moving those below it', () => {
    expect(withLine('一\r\n二\n三', 2, '')).toBe('一\n\n三')
    expect(withLine('一\n二\n三', 2, '新\n的')).toBe('一\n新 的\n三')
  })
})
