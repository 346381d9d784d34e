import { readAreas } from '../../../cloudfunctions/riskAreas/areaRules'
import { linesOfText } from '../../../cloudfunctions/riskAreas/sheetRules'

const today = '2022-05-20'

const read = (text: string) => readAreas(linesOfText(text, today), today)

/** `510104 示例小区 high 2022-05-01..`, in the order of the lines. */
const areas = (text: string) => {
  const { areas: all, faults } = read(text)
  expect(faults).toEqual([])
  return all.map(
    ({ region, name, level, from, until }) => `${region} ${name} ${level} ${from ?? '?'}..${until ?? ''}`,
  )
}

const faults = (text: string) => read(text).faults

describe('a pasted line without a header', () => {
  it.each([
    ['四川省成都市锦江区\t高风险', '510104  high ?..'],
    ['四川省 成都市 锦江区 高风险', '510104  high ?..'],
    ['四川省,成都市,锦江区,高风险', '510104  high ?..'],
    ['四川省，成都市，锦江区，高风险', '510104  high ?..'],
    ['四川省、成都市、锦江区、高风险', '510104  high ?..'],
    ['成都 锦江 高', '510104  high ?..'],
    ['成都锦江　高风险区', '510104  high ?..'],
    ['510104 高风险', '510104  high ?..'],
    ['５１０１０４ 高风险', '510104  high ?..'],
    ['510104\t锦江区\t示例小区\t高', '510104 示例小区 high ?..'],
    ['高风险区：四川省成都市锦江区示例街道示例小区', '510104 示例街道示例小区 high ?..'],
    ['高风险区: 四川省成都市锦江区示例街道 示例小区', '510104 示例街道示例小区 high ?..'],
    ['四川省成都市锦江区示例小区（高风险）', '510104 示例小区 high ?..'],
    ['四川省成都市锦江区示例小区（一期）（中风险区）', '510104 示例小区(一期) medium ?..'],
    ['1.四川省成都市锦江区 高风险', '510104  high ?..'],
    ['12\t四川省\t成都市\t锦江区\t示例小区\t高风险', '510104 示例小区 high ?..'],
    ['四川省成都市锦江区 全域 低风险', '510104  low ?..'],
    ['四川省成都市锦江区 高风险 2022-05-01', '510104  high 2022-05-01..'],
    ['四川省成都市锦江区 高风险 5月1日起', '510104  high 2022-05-01..'],
    ['四川省成都市锦江区 高风险 5月1日 5月10日', '510104  high 2022-05-01..2022-05-10'],
    ['四川省成都市锦江区 高风险 5月1日至5月10日', '510104  high 2022-05-01..2022-05-10'],
    ['四川省成都市锦江区 高风险 5月1日至今', '510104  high 2022-05-01..'],
    ['四川省成都市锦江区 高风险 2022/5/1 18:00', '510104  high 2022-05-01..'],
    ['吉林省吉林市船营区 高风险', '220204  high ?..'],
    ['北京市朝阳区示例小区3号楼 中风险', '110105 示例小区3号楼 medium ?..'],
    ['湖北省仙桃市 高风险', '429004  high ?..'],
  ])('is read: %s', (text, area) => {
    expect(areas(text)).toEqual([area])
  })

  it('lists several areas of a county', () => {
    expect(areas('高风险区：四川省成都市锦江区示例小区、示例大厦；示例3号院')).toEqual([
      '510104 示例小区 high ?..',
      '510104 示例大厦 high ?..',
      '510104 示例3号院 high ?..',
    ])
  })

  it('lists none where the mark parts all its columns', () => {
    expect(areas('四川省、成都市、锦江区、示例街道、示例小区、高风险')).toEqual([
      '510104 示例街道示例小区 high ?..',
    ])
  })
})

describe('a pasted text', () => {
  it('has headings that say the level of the lines below', () => {
    const text = `
      一、高风险区（2个）
      1.四川省成都市锦江区示例小区
      2.四川省成都市武侯区

      二、中风险区（1个）：
      1.四川省绵阳市涪城区`
    expect(areas(text)).toEqual(['510104 示例小区 high ?..', '510107  high ?..', '510703  medium ?..'])
  })

  it('says more in a line than in the heading above it', () => {
    expect(areas('高风险区\n成都市锦江区 低风险')).toEqual(['510104  low ?..'])
  })

  it('names lines as they are counted, blank ones and headings included', () => {
    expect(faults('高风险区\n\n成都市锦江区\n亚特兰蒂斯\n').map(({ line }) => line)).toEqual([4])
  })

  it('has a header that says what its columns are', () => {
    const text = [
      '2022年5月2日名单\t\t\t\t\t',
      '序号\t省\t市\t区县\t风险区名称\t风险等级\t开始日期\t结束日期',
      '1\t四川省\t成都市\t锦江区\t示例小区 3栋\t高\t2022/5/1\t',
      '2\t四川省\t成都市\t武侯区\t\t中风险\t5月1日\t5月10日',
    ].join('\r\n')
    expect(areas(text)).toEqual([
      '510104 示例小区3栋 high 2022-05-01..',
      '510107  medium 2022-05-01..2022-05-10',
    ])
  })

  it.each([',', '，', '、', '|', '  '])('may part its columns by %j', (mark) => {
    const rows = [
      ['地区', '等级', '起'],
      ['四川省成都市锦江区', '高风险', '5月1日'],
    ]
    expect(areas(rows.map((row) => row.join(mark)).join('\n'))).toEqual(['510104  high 2022-05-01..'])
  })

  it('may have merged cells, which say the same for the lines below', () => {
    const text = [
      '省\t市\t区县\t地址\t等级',
      '四川省\t成都市\t锦江区\t示例小区\t高',
      '\t\t\t示例大厦\t高',
      '\t\t武侯区\t\t中',
      '\t绵阳市\t涪城区\t\t中',
      '北京市\t\t朝阳区\t\t低',
    ].join('\n')
    expect(areas(text)).toEqual([
      '510104 示例小区 high ?..',
      '510104 示例大厦 high ?..',
      '510107  medium ?..',
      '510703  medium ?..',
      '110105  low ?..',
    ])
  })

  it('may say everything about the place in one column', () => {
    expect(areas('地址\t等级\n四川省成都市锦江区示例小区\t高')).toEqual(['510104 示例小区 high ?..'])
  })

  it('may have headings below its header', () => {
    expect(areas('地区\t名称\n高风险区（1个）\t\n成都市锦江区\t示例小区')).toEqual([
      '510104 示例小区 high ?..',
    ])
  })

  it('may name counties by codes of twelve digits', () => {
    expect(areas('行政区划代码\t等级\n510104000000\t高')).toEqual(['510104  high ?..'])
  })

  it('has no line for a sum', () => {
    expect(areas('地区\t等级\n成都市锦江区\t高\n合计\t1')).toHaveLength(1)
  })

  it('may call a county as it was called before', () => {
    expect(areas('四川省成都市双流县 高风险')).toEqual(['510116  high ?..'])
  })
})

describe('a bad line is named', () => {
  it.each([
    ['亚特兰蒂斯市 高风险', 'region', 'regionUnknown', '亚特兰蒂斯市'],
    ['四川省成都市 高风险', 'region', 'regionTooWide', '四川省成都市'],
    ['999999 高风险', 'code', 'regionUnknown', '999999'],
    ['高风险 2022-05-01', 'code', 'regionMissing', ''],
    ['四川省成都市锦江区', 'level', 'levelMissing', ''],
    ['四川省成都市锦江区 高风险 2022-02-30', 'from', 'dayUnknown', '2022-02-30'],
    ['四川省成都市锦江区 高风险 5月10日至5月1日', 'until', 'untilBeforeFrom', '5月10日至5月1日'],
    ['四川省成都市锦江区 高风险 5月10日止', 'until', 'untilBeforeFrom', '5月10日止'],
    [`四川省成都市锦江区${'示例'.repeat(31)} 高风险`, 'name', 'nameTooLong', '示例'.repeat(20)],
  ])('%s', (line, column, fault, text) => {
    expect(faults(line)).toEqual([expect.objectContaining({ line: 1, column, fault, text, other: null })])
  })

  it('with its level, where that is none', () => {
    expect(faults('地区\t等级\n成都市锦江区\t封控')).toMatchObject([
      { line: 2, column: 'level', fault: 'levelUnknown', text: '封控' },
    ])
  })

  it('with its days, where these are none', () => {
    expect(faults('地区\t等级\t起\t止\n成都市锦江区\t高\t昨天\t\n成都市武侯区\t高\t\t过几天')).toMatchObject([
      { line: 2, column: 'from', fault: 'dayUnknown', text: '昨天' },
      { line: 3, column: 'until', fault: 'dayUnknown', text: '过几天' },
    ])
  })

  it('with counties that may be meant', () => {
    const [ambiguous] = faults('鼓楼区 高风险')
    expect(ambiguous).toMatchObject({ fault: 'regionAmbiguous' })
    expect(ambiguous?.suggestions.map(({ names }) => names)).toContain('江苏省 南京市 鼓楼区')
    const [misspelt] = faults('四川省成都市锦工区 高风险')
    expect(misspelt?.suggestions[0]).toEqual({ code: '510104', names: '四川省 成都市 锦江区' })
  })

  it('while the others are read', () => {
    const { areas: all, faults: wrong } = read('高风险区\n成都市锦江区\n亚特兰蒂斯\n成都市武侯区')
    expect(all.map(({ region }) => region)).toEqual(['510104', '510107'])
    expect(wrong).toHaveLength(1)
  })
})

it('what may be meant is looked for as often as it is shown', () => {
  const suggested = faults('高风险区\n' + '锦工区\n'.repeat(101)).map(({ suggestions }) => suggestions.length)
  expect(suggested).toEqual([...Array.from({ length: 100 }, () => suggested[0]), 0])
  expect(suggested[0]).toBeGreaterThan(0)
})

it('a first day that is far ahead is a slip of the pen', () => {
  expect(faults('锦江区 高风险 2202-05-01\n武侯区 高风险 2022-07-19')).toMatchObject([
    { line: 1, column: 'from', fault: 'dayUnknown', text: '2202-05-01' },
  ])
})
