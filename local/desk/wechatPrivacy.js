/** "若距上次用户拒绝不足10秒，将不再触发弹窗" in WeChat's own announcement of its popup. */
const silentMs = 10_000

const notAuthorized = (use) => ({ errMsg: `${use}:fail privacy permission is not authorized` })

/**
 * The part of WeChat that lets a page use what is personal only once the person has agreed; kept in the browser, for each
 * person (https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html).
 */
export function createPrivacy(openid) {
  const key = `localWeChat/${openid}/privacy`
  let listener
  let refusedAt = -Infinity

  const ask = (use) =>
    new Promise((resolve, reject) => {
      listener(
        ({ event }) => {
          if (event === 'agree') {
            localStorage.setItem(key, 'agreed')
            resolve()
          }
          if (event === 'disagree') {
            refusedAt = Date.now()
            reject(notAuthorized(use))
          }
        },
        { referrer: use },
      )
    })

  return {
    onNeedPrivacyAuthorization(asked) {
      listener = asked
    },
    /** Resolves when the page may do it; rejects as the interface itself would. */
    async requirePrivacyAuthorize(use) {
      if (localStorage.getItem(key) === 'agreed') return
      if (!listener || Date.now() - refusedAt < silentMs) throw notAuthorized(use)
      await ask(use)
    },
  }
}

/** WeChat shows the guideline as it was declared in its console. */
export const openPrivacyContract = () => void window.open('/desk/privacy', '_blank')
