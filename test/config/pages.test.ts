import { hasWarning, percentageIn, withoutProgress } from '../../config/taroOutput'

const bar = (percentage: number, detail: string): string =>
  `● Webpack ██████ building (${percentage}%) 1/4 modules\n ${detail}\n\n- 即将开始启动编译，请稍等~\n\n`

describe("Taro's output", () => {
  it('is read without its progress bar', () => {
    const output = `${bar(10, 'src/app.tsx')}${bar(98, 'after emit')}✔ Webpack\n  Compiled successfully in 2s\n`
    expect(withoutProgress(output)).toBe('✔ Webpack\n  Compiled successfully in 2s')
  })

  it('keeps what was said between two drawings of the bar', () => {
    expect(withoutProgress(`${bar(10, 'a.tsx')}Error: no such file\n\n${bar(98, 'b.tsx')}`)).toBe(
      'Error: no such file',
    )
  })

  it.each([
    'WARNING in entrypoint size limit',
    '⚠️ Warnings: \n\nEntrypointsOverSizeLimitWarning',
    'webpack 5.91.0 compiled with 1 warning in 36426 ms',
    'Deprecation Warning [import]: Sass @import rules are deprecated',
    '<w> [webpack.cache.PackFileCacheStrategy] Skipped not serializable cache item',
  ])('has a warning in: %s', (line) => {
    expect(hasWarning(`${bar(50, 'a.tsx')}${line}\n`)).toBe(true)
  })

  it('has no warning in the name of a file that it shows', () => {
    expect(hasWarning(`${bar(50, 'node_modules/warning/index.js')}compiled successfully`)).toBe(false)
  })

  it('tells how far it is, newest last', () => {
    expect(percentageIn(bar(10, 'a.tsx') + bar(55, 'b.tsx'))).toBe('55%')
  })
})
