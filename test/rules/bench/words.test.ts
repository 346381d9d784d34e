import { readWords } from '../../bench/words'

const names = ['cost', 'latency', 'peer', 'peak']
const read = (line: string) => readWords(line === '' ? [] : line.split(' '), names)

describe('the words of the bench', () => {
  it('ask for every section but the peer, and for small sizes, when there are none', () => {
    expect(read('')).toEqual({ options: { full: false }, sections: ['cost', 'latency', 'peak'] })
  })

  it('name sections, which are run in their own order', () => {
    expect(read('--only peak,cost').sections).toEqual(['cost', 'peak'])
  })

  it('ask for the large sizes', () => {
    expect(read('--full').options.full).toBe(true)
  })

  it('name a peer, who is then measured beside everything that is asked for', () => {
    expect(read('--peer /peer').sections).toEqual(names)
    expect(read('--peer /peer --only cost')).toMatchObject({
      options: { peer: '/peer' },
      sections: ['cost', 'peer'],
    })
  })

  it('name an earlier run', () => {
    expect(read('--against a.json').against).toBe('a.json')
  })

  it.each([
    ['a section nobody knows', '--only speed', 'There is no section speed: cost, latency, peer, peak.'],
    ['no section', '--only ,', 'There is no section without a name: cost, latency, peer, peak.'],
    [
      'the peer without saying which',
      '--only peer',
      'Of whom the section peer is: name a folder with --peer DIR.',
    ],
    ['an unknown word', '--fast', /^Unknown option '--fast'.* Usage: npm run bench --/s],
    ['a name without a dash', 'cost', /Usage: npm run bench --/],
  ])('are refused for %s', (_what, line, sentence) => {
    expect(() => read(line)).toThrow(sentence)
  })
})
