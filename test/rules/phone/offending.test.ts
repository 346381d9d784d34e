import { onlyOffends } from '@contract/faults'
import { leftOut } from '@/services/offending'

const report = {
  household: 'h',
  people: [
    { note: '测试违规', been: [{ detail: '甲' }, { detail: '乙' }], temperature: '38.5' },
    { note: '没事', been: [], temperature: '' },
  ],
}

describe('leaving out what WeChat does not take', () => {
  it('leaves all else as it was, the fever above all', () => {
    expect(leftOut(report, 'people.0.note')).toEqual({
      ...report,
      people: [{ ...report.people[0], note: '' }, report.people[1]],
    })
    expect(leftOut(report, 'people.0.been.1.detail').people[0]?.been).toEqual([
      { detail: '甲' },
      { detail: '' },
    ])
  })

  it('changes nothing about what is not there, nor the report itself', () => {
    expect(leftOut(report, 'people.7.note')).toEqual(report)
    expect(leftOut(report, 'other.note')).toEqual(report)
    leftOut(report, 'people.0.note')
    expect(report.people[0]?.note).toBe('测试违规')
  })

  it('is offered only where nothing else is wrong', () => {
    expect(onlyOffends({ 'people.0.note': 'offends' })).toBe(true)
    expect(onlyOffends({ 'people.0.note': 'offends', on: 'day' })).toBe(false)
    expect(onlyOffends({})).toBe(false)
    expect(onlyOffends(undefined)).toBe(false)
  })
})
