import type { Action } from '../../../local/protocol/action'
import { actions } from '../../../local/protocol/actions'

/**
 * The cloud answers one action of its protocol otherwise, as production may: `answer` is given the action as it is.
 * Ends with what is returned.
 */
export function answerInstead(name: string, answer: (usual: Action) => Action): () => void {
  const find = actions.get.bind(actions)
  const spy = jest.spyOn(actions, 'get').mockImplementation((asked) => {
    const usual = find(asked)
    return usual && asked === name ? answer(usual) : usual
  })
  return () => spy.mockRestore()
}
