import path from 'node:path'

/** The checkout. */
export const root = path.resolve(__dirname, '..')

/** A path inside the checkout, given as it reads from its root. */
export const inRoot = (name: string): string => path.join(root, name)
