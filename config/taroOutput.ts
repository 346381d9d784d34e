/** A frame of the progress bar up to its empty line, and the spinner's line: Taro draws both even into a log. */
const frame = /^\s*● Webpack [^]*?(?=\n\s*\n|(?![^]))/gm
const spinner = /^- 即将开始启动编译.*$/gm

/**
 * How webpack, Taro and sass each announce a warning. Not merely the word: other lines name files of packages,
 * and some of these are called so.
 */
const warning = /^\s*(⚠|WARNING|<w>|Warnings?:|Deprecation Warning)|compiled with .*warning/m

/** What Taro said, without colours, as one would read it after the progress bar is gone. */
export const withoutProgress = (output: string): string =>
  output
    .replace(frame, '')
    .replace(spinner, '')
    .replace(/\n\s*\n+/g, '\n\n')
    .trim()

export const hasWarning = (output: string): boolean => warning.test(withoutProgress(output))

/** The last percentage that a piece of output shows, such as `55%`. */
export const percentageIn = (output: string): string | undefined =>
  Array.from(output.matchAll(/● Webpack [^(]*\((\d+%)\)/g)).at(-1)?.[1]
