import type { Realm } from '../realm'

type Callback = (result: unknown) => void

const nowhere = { left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0 }
const viewport = { ...nowhere, right: 375, bottom: 603, width: 375, height: 603, scrollLeft: 0, scrollTop: 0 }

/**
 * Replaces miniprogram-simulate's query, whose `select` answers undefined. There is no layout in jest, so every
 * element is of no size; what matters is that the chain works and that callbacks come, later, in order.
 */
export const createSelectorQuery = (realm: Realm) => () => {
  const wanted: { result: object | object[]; callback?: Callback }[] = []
  const query = {
    in: () => query,
    select: () => fields({ ...nowhere, scrollLeft: 0, scrollTop: 0, dataset: {} }),
    selectAll: () => fields([]),
    selectViewport: () => fields(viewport),
    exec: (callback?: Callback) =>
      realm.later(() => {
        const results = realm.copyIn(wanted.map(({ result }) => result))
        wanted.forEach((one, index) => one.callback?.(results[index]))
        callback?.(results)
      }),
  }
  return query

  function fields(result: object | object[]) {
    const want = (callback?: Callback) => {
      wanted.push({ result, callback })
      return query
    }
    return {
      boundingClientRect: want,
      scrollOffset: want,
      context: want,
      node: want,
      fields: (_names: object, callback?: Callback) => want(callback),
    }
  }
}
