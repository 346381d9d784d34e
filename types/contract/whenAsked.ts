/** What takes long to make, made when it is first asked for: a function that is only started, or a page that is only opened, does without. */
export const whenAsked = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
