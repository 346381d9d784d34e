import fc from 'fast-check'
import { isSameDoor, likeness } from '@kernel/tips/likenessRules'

describe('how alike two texts are', () => {
  it.each([
    ['五楼在办酒席', '五楼在办酒席', 100],
    ['五楼在办酒席', '五楼，在办酒席！', 100],
    ['ABC', 'ａｂｃ', 100],
    ['五楼在办酒席', '五楼办酒席', 67],
    ['五楼在办酒席', '南门停着一辆车', 0],
    ['车', '人', 0],
    ['', '', 0],
    ['！！', '。', 0],
  ])('%s and %s: %i per cent', (one, other, alike) => {
    expect(likeness(one, other)).toBe(alike)
  })

  it('is the same whichever is first, and at most all', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const alike = likeness(one, other)
        expect(alike).toBe(likeness(other, one))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('counts what occurs twice no more often than the other has it', () => {
    expect(likeness('哈哈哈哈哈', '哈哈')).toBe(40)
  })
})

describe('a door', () => {
  it.each([
    ['2 单元 301', '2-301', true],
    ['２单元３０１室', '2 单元 301', true],
    ['2 单元 301', '2 单元 302', false],
    ['2 单元 301', '23 单元 01', false],
    ['南门', '南门。', true],
    ['南门', '北门', false],
    ['', '', false],
  ])('%s and %s', (one, other, same) => {
    expect(isSameDoor(one, other)).toBe(same)
  })
})
