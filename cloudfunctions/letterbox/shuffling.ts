import { randomInt } from 'node:crypto'

/** The same things in an order that nobody can foresee or find out afterwards (Fisher and Yates). */
export const inOrderByChance = <T>(all: readonly T[]): T[] => {
  const mixed = [...all]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const [one, two] = [mixed[last] as T, mixed[other] as T]
    mixed[last] = two
    mixed[other] = one
  }
  return mixed
}
