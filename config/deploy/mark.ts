/** What is written into a function's description, the one text of it that a person sees in the console and no code needs. */
export interface Mark {
  /** Digest of what was uploaded. */
  code: string
  /** WeChat's interfaces that its config.json names. */
  interfaces: string[]
}

/** The console takes letters, digits, Chinese, spaces, commas and full stops: https://cloud.tencent.com/document/api/583/18580 */
const shape = /^守望 ([0-9a-f]{16})((?:, [A-Za-z.]+)*)$/

export const writeMark = ({ code, interfaces }: Mark): string => ['守望 ' + code, ...interfaces].join(', ')

/** undefined for a function that this project has not uploaded. */
export function readMark(description: string): Mark | undefined {
  const found = shape.exec(description)
  const [, code = '', rest = ''] = found ?? []
  return found ? { code, interfaces: rest.split(', ').filter(Boolean) } : undefined
}
