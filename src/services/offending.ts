/** The same with nothing written there; `path` such as `people.0.note`. */
export function leftOut<Input>(input: Input, path: string): Input {
  const [first = '', ...rest] = path.split('.')
  if (typeof input !== 'object' || input === null || !(first in input)) return input
  const inner: unknown = (input as Record<string, unknown>)[first]
  const after = rest.length === 0 ? '' : leftOut(inner, rest.join('.'))
  if (Array.isArray(input))
    return input.map((item: unknown, index) => (String(index) === first ? after : item)) as Input
  return { ...input, [first]: after }
}
