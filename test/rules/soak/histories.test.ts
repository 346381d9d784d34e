import { repeatedIn } from '../../soak/checks/histories'

const history = (...acts: string[]) => ({
  history: acts.map((act) => {
    const [event = '', submission = ''] = act.split(' ')
    return { event, submission }
  }),
})

it.each<[string, string[]]>([
  ['different acts', ['register a', 'note b', 'note c']],
  ['an edition that comes again after an amendment', ['register a', 'reexpect e', 'amend b', 'reexpect e']],
  ['an edition that comes again after another', ['register a', 'reexpect e', 'reexpect f', 'reexpect e']],
])('takes %s', (_, acts) => {
  expect(repeatedIn(history(...acts))).toBeNull()
})

it.each<[string, string[], string]>([
  ['an act that is there twice', ['register a', 'note b', 'note c', 'note b'], 'has twice: note b'],
  ['an edition that comes twice', ['register a', 'reexpect e', 'reexpect e'], 'has twice: reexpect e'],
  [
    'an edition that comes twice, with a word in between',
    ['register a', 'reassess e', 'note b', 'reassess e'],
    'has twice: reassess e',
  ],
  [
    'what somebody else did twice after an amendment',
    ['register a', 'note b', 'amend c', 'note b'],
    'has twice: note b',
  ],
])('finds %s', (_, acts, said) => {
  expect(repeatedIn(history(...acts))).toBe(said)
})
