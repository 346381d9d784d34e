import fc from 'fast-check'
import { maskDocument, maskDoor, maskName, maskNumbers, maskPhone, maskPlate } from '@kernel/masking'

describe('masked copies', () => {
  it.each([
    ['张三', '张*'],
    ['张小三', '张*三'],
    ['欧阳小明', '欧**明'],
    ['𠮷田太郎', '𠮷**郎'],
    ['买买提·艾力·吐尔逊', '买***逊'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it('keep the ends of numbers only', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskDocument('11010519491231002X')).toBe('11**************2X')
    expect(maskPlate('川A12345')).toBe('川A***45')
    expect(maskDoor('2 单元 301')).toBe('***')
    expect([maskPhone(''), maskDocument(''), maskPlate(''), maskDoor('')]).toEqual(['', '', '', ''])
  })

  it('of something short show nothing', () => {
    expect([maskPhone('12345'), maskDocument('1234'), maskPlate('川A')]).toEqual(['*****', '****', '**'])
  })

  it('hide long numbers in what people write, and leave the rest', () => {
    expect(maskNumbers('请打 13800001234，住 3 楼')).toBe('请打 ***********，住 3 楼')
    expect(maskNumbers('证件 11010519491231002X')).toBe('证件 ******************')
    expect(maskNumbers('2026-11-20 到，11/20 08:30')).toBe('2026-11-20 到，11/20 08:30')
    expect(maskNumbers('2026-11-20 13800001234')).toBe('2026-11-20 ***********')
  })

  it.each([
    '１３８００００１２３４',
    '138.0000.1234',
    '138/0000/1234',
    '138，0000，1234',
    '138\n00001234',
    '(138)00001234',
  ])('hide a telephone written %j', (text) => {
    expect(maskNumbers(text)).not.toMatch(/[\d\uff10-\uff19]/)
  })

  it('of a number hardly longer than its ends hide a third', () => {
    expect(maskPhone('+1234567')).toBe('+1***567')
  })

  it('never hold the name itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 20 }), (name) => {
        fc.pre(!name.includes('*'))
        expect(maskName(name)).not.toContain(name)
      }),
    )
  })
})
