import type { PhoneState } from '../phoneState'
import type { Realm } from '../realm'
import { answering, done } from './answers'
import type { Answer } from './answers'

interface Modal {
  title?: string
  content?: string
}

/** What WeChat draws over the page. */
export const dialogs = (realm: Realm, { circumstances, happened }: PhoneState) => {
  const nothing = (name: string) => ({ [name]: answering(realm, name, (): Answer => done()) })
  return {
    showToast: answering<{ title: string }>(realm, 'showToast', ({ title }) => {
      happened.toasts.push(title)
      return done()
    }),
    showModal: answering<Modal>(realm, 'showModal', ({ title = '', content = '' }) => {
      happened.modals.push({ title, content })
      const confirm = circumstances.modalAnswer === 'confirm'
      return done({ confirm, cancel: !confirm })
    }),
    setNavigationBarTitle: answering<{ title: string }>(realm, 'setNavigationBarTitle', ({ title }) => {
      happened.titles.push(title)
      return done()
    }),
    enableAlertBeforeUnload: answering<{ message: string }>(
      realm,
      'enableAlertBeforeUnload',
      ({ message }) => {
        happened.leaving = message
        return done()
      },
    ),
    disableAlertBeforeUnload: answering(realm, 'disableAlertBeforeUnload', () => {
      happened.leaving = null
      return done()
    }),
    ...nothing('hideToast'),
    ...nothing('showLoading'),
    ...nothing('hideLoading'),
    ...nothing('hideKeyboard'),
    ...nothing('pageScrollTo'),
    ...nothing('stopPullDownRefresh'),
  }
}
