import kebabCase from '../../config/standIns/kebabCase'
import { AbortController } from '../../config/standIns/abortController'

describe('what stands in for an AbortController in WeChat', () => {
  it('tells once that it was aborted, and why', () => {
    const controller = new AbortController()
    const heard: string[] = []
    controller.signal.addEventListener('abort', () => heard.push('aborted'))
    expect(controller.signal.aborted).toBe(false)
    controller.abort()
    controller.abort()
    expect(heard).toEqual(['aborted'])
    expect(controller.signal).toMatchObject({ aborted: true, reason: expect.any(Error) as Error })
  })

  it('tells nobody who has stopped listening', () => {
    const controller = new AbortController()
    const heard: string[] = []
    const listener = () => void heard.push('aborted')
    controller.signal.addEventListener('abort', listener)
    controller.signal.removeEventListener('abort', listener)
    controller.abort()
    expect(heard).toEqual([])
  })
})

it.each([
  ['nutuiColorPrimary', 'nutui-color-primary'],
  ['nutuiFontSizeBase', 'nutui-font-size-base'],
])('the name %s becomes that of the CSS variable %s', (name, variable) => {
  expect(kebabCase(name)).toBe(variable)
})
