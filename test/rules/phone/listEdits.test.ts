import { editOf, newEditIn, putEdit, withLevel } from '@/staff/risk/edit/listEdits'

const today = '2022-05-02'
const names = '四川省 成都市 锦江区'

const before = editOf(
  { region: '510104', name: '示例小区', level: 'medium', from: '2022-04-20', until: '2022-05-04' },
  names,
)

describe('an area of the list that is changed', () => {
  it('has another level from today on, until something else is said', () => {
    expect(withLevel(before, 'high', before, today)).toMatchObject({
      level: 'high',
      from: today,
      until: null,
    })
  })

  it('has its days again when its own level is chosen once more', () => {
    const raised = withLevel(before, 'high', before, today)
    expect(withLevel(raised, 'medium', before, today)).toEqual(before)
  })

  it('is changed once, however often it is opened', () => {
    const other = newEditIn({ region: '510104', names }, today)
    const raised = withLevel(before, 'high', before, today)
    expect(putEdit([before, other], raised)).toEqual([other, raised])
  })
})
