import { actions } from '../../../local/protocol/actions'

/**
 * The cloud takes so many requests of that kind and then none at all, as when a function is killed. What production does half a
 * minute later it does at once: it takes back what was not committed. Ends with what is returned.
 */
export function killAfter(most: number, isCounted: (action: string) => boolean): () => void {
  const find = actions.get.bind(actions)
  let left = most
  const spy = jest.spyOn(actions, 'get').mockImplementation((asked) => {
    if (isCounted(asked)) left -= 1
    return left < 0 && asked !== 'database.abortTransaction' ? undefined : find(asked)
  })
  return () => spy.mockRestore()
}
