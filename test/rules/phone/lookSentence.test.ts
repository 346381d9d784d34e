import { lookSentence } from '@/components/staff/lookSentence'

const person = (display: string) => ({ id: display, kind: 'returnee' as const, display })

describe('a look in a sentence', () => {
  it.each([
    ['a case seen', 'reveal', 1, [person('方*棠')], '查看了完整信息：方*棠'],
    ['several found', 'search', 2, [person('方*棠'), person('李*')], '按号码查到：方*棠、李*'],
    ['nobody found', 'search', 0, [], '按号码没有查到人'],
    ['a case that was not theirs', 'reveal', 0, [], '想查看的登记没有找到，或者不归他管理'],
    ['one deleted since', 'reveal', 1, [], '查看了完整信息：已按期限删除的 1 份登记'],
    ['one of two deleted since', 'search', 2, [person('李*')], '按号码查到：李*、已按期限删除的 1 份登记'],
  ] as const)('says of %s what it was', (_title, kind, found, cases, sentence) => {
    expect(lookSentence({ kind, found, cases: [...cases] })).toBe(sentence)
  })
})
