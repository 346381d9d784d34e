import { headingLevel, levelOf, withoutOrder } from '../../../cloudfunctions/riskAreas/levelRules'

describe('a level', () => {
  it.each([
    ['高', 'high'],
    ['高风险', 'high'],
    ['高风险区', 'high'],
    ['高风险地区', 'high'],
    ['high', 'high'],
    ['中', 'medium'],
    ['中风险区域', 'medium'],
    ['中等风险', 'medium'],
    ['低风险', 'low'],
    ['Low', 'low'],
  ])('is read from %s', (text, level) => {
    expect(levelOf(text)).toBe(level)
  })

  it.each(['', '高新区', '中区', '高风险区某某小区', '封控区'])('is not seen in %j', (text) => {
    expect(levelOf(text)).toBeUndefined()
  })
})

describe('a heading', () => {
  it.each([
    '一、高风险区（3个）',
    '（一）高风险区',
    '1.高风险地区',
    '高风险区：',
    '高风险区名单：',
    '高风险区 3个',
    '高风险区（共3个）：',
    '高风险区共12处',
  ])('gives its level to the lines below: %s', (line) => {
    expect(headingLevel(line)).toBe('high')
  })

  it.each(['高风险区：四川省成都市锦江区', '全国风险地区名单', '四川省（3个）', ''])(
    'is not seen in %j',
    (line) => {
      expect(headingLevel(line)).toBeUndefined()
    },
  )
})

describe('what only orders lines', () => {
  it.each([
    '1.锦江区',
    '1、锦江区',
    '12. 锦江区',
    '（1）锦江区',
    '1）锦江区',
    '①锦江区',
    '三、锦江区',
    '锦江区（3个）',
  ])('is taken from %s', (line) => {
    expect(withoutOrder(line)).toBe('锦江区')
  })

  it.each(['2022.5.1', '510104、锦江区', '锦江区1.5公里内'])('is not seen in %s', (line) => {
    expect(withoutOrder(line)).toBe(line)
  })
})
