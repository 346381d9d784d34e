import { describePeople } from '../../local/describePeople'

const origin = 'http://127.0.0.1:8080'

describe('the list of people', () => {
  it('gives each person the address of a phone, in columns that stand under each other', () => {
    const people = [
      { openid: 'wang', name: '王秀英', description: '居民', side: 'resident' as const },
      {
        openid: 'li',
        name: '李明',
        description: '网格员 A',
        side: 'staff' as const,
        start: '#/staff/inbox/index',
      },
    ]
    expect(describePeople(people, origin)).toBe(
      '  王秀英  居民      http://127.0.0.1:8080/as/wang/\n' +
        '  李明    网格员 A  http://127.0.0.1:8080/as/li/#/staff/inbox/index\n',
    )
  })

  it('is empty without people', () => {
    expect(describePeople([], origin)).toBe('')
  })
})
