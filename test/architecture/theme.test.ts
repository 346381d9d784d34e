import weChat from '../../src/theme.json'
import { contrast, themes, type Colours } from './theme'

const grounds = ['ground', 'card', 'primary-soft', 'amber-soft', 'danger-soft', 'calm-soft']
const texts = ['ink', 'ink-soft', 'ink-faint', 'primary', 'primary-strong', 'amber', 'danger', 'calm']
const filled = ['primary', 'amber', 'calm']

const onEach = (colours: Colours, of: string[], on: string[], least: number): string[] =>
  of.flatMap((front) =>
    on.flatMap((back) => {
      const found = contrast(colours[front] ?? '', colours[back] ?? '')
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)}`]
    }),
  )

describe.each(['light', 'dark'] as const)('the theme by %s', (name) => {
  const colours = themes[name]

  it('has text that can be read on whatever it stands on', () => {
    expect(onEach(colours, texts, grounds, 4.5)).toEqual([])
    expect(onEach(colours, ['on-strong'], filled, 4.5)).toEqual([])
    expect(onEach(colours, ['on-paper'], ['paper'], 7)).toEqual([])
  })

  it('has edges that show where one can tap', () => {
    expect(onEach(colours, ['edge', 'amber-edge', 'primary', 'danger'], grounds, 3)).toEqual([])
  })

  it("is that of WeChat's own bar and of what lies behind a page", () => {
    expect(weChat[name]).toMatchObject({ bar: colours.card, ground: colours.ground })
    const written = weChat[name].barText === 'black' ? '#000000' : '#ffffff'
    expect(contrast(written, weChat[name].bar)).toBeGreaterThan(7)
  })
})

it('has the same names by day and by night', () => {
  expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light))
  expect(Object.keys(themes.light).length).toBeGreaterThan(15)
})
