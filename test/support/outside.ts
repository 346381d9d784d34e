/**
 * A package as Node itself loads it, once for a worker: jest would read its hundreds of files again for each file of
 * tests. Only for what keeps nothing between tests and does not ask what class its arguments are of.
 */
export const outside = (name: string): unknown =>
  process.getBuiltinModule('node:module').createRequire(__filename)(name)
