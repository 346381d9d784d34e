/** Somebody who can be impersonated at the desk. */
export interface Person {
  openid: string
  /** Chinese, such as 王秀英. */
  name: string
  /** Who that is, in a few words. */
  description: string
  /** On which of the two phones. */
  side: 'resident' | 'staff'
  /** Where that person's phone opens: a route of the H5 build, such as `#/staff/inbox/index`. */
  start?: string
  /** The number that WeChat gives for them, eleven digits. */
  phone?: string
}
