import type { Phone } from '../journeys/support/browser'

export type Deed = (phone: Phone) => Promise<unknown>

/** Taps one after the other what is written so. */
export const tap =
  (...labels: string[]): Deed =>
  async (phone) => {
    for (const label of labels) await phone.tap(label)
  }

export const type =
  (label: string, text: string): Deed =>
  (phone) =>
    phone.type(label, text)

export const see =
  (text: string): Deed =>
  (phone) =>
    phone.sees(text)

export const inTurn =
  (...deeds: Deed[]): Deed =>
  async (phone) => {
    for (const deed of deeds) await deed(phone)
  }

export const chooseToday =
  (label: string): Deed =>
  (phone) =>
    phone.chooseToday(label)

/** What is sent from now on stays on its way. */
export const loseSignal: Deed = ({ page }) =>
  page.route('**/call/**', (call) => call.abort('internetdisconnected'))

/** Into the one large field of a page. */
export const paste =
  (text: string): Deed =>
  ({ page }) =>
    page.locator('textarea').filter({ visible: true }).fill(text)

/** The receipt that comes back is this one, so that its picture is the same each time. */
export const receive =
  (receipt: string): Deed =>
  ({ page }) =>
    page.route('**/call/letterbox', async (call) => {
      const response = await call.fetch()
      const text = await response.text()
      await call.fulfill({ response, body: text.replace(/"receipt":"\d+"/, `"receipt":"${receipt}"`) })
    })
