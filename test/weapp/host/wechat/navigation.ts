import type { PageStack } from '../pageStack'
import type { Realm } from '../realm'
import { answering, done, failed } from './answers'
import type { Answer } from './answers'

/** The five ways from page to page. */
export const navigation = (realm: Realm, pages: PageStack) => {
  const going = <Options>(name: string, go: (options: Options) => string | undefined) => ({
    [name]: answering<Options>(realm, name, (options): Answer => {
      const refusal = go(options)
      return refusal === undefined ? done() : failed(refusal)
    }),
  })
  return {
    ...going<{ url: string }>('navigateTo', ({ url }) => pages.navigateTo(url)),
    ...going<{ url: string }>('redirectTo', ({ url }) => pages.redirectTo(url)),
    ...going<{ url: string }>('reLaunch', ({ url }) => pages.reLaunch(url)),
    ...going<{ url: string }>('switchTab', ({ url }) => pages.switchTab(url)),
    ...going<{ delta?: number }>('navigateBack', ({ delta }) => pages.navigateBack(delta)),
  }
}
