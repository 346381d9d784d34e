import { create } from './elements.js'
import { createShade } from './shade.js'

/**
 * WeChat's own sheet, over the lower half of the page.
 *
 * @param question what is applied for
 * @param content elements between it and the buttons
 * @returns whether it was allowed
 */
export async function askInSheet(question, content) {
  const { host, root, shown } = createShade('local-wechat-dialog')
  const dialog = create('dialog', '', { class: 'sheet', 'aria-labelledby': 'question' })
  const form = create('form', '', { method: 'dialog' })
  const buttons = create('div', '', { class: 'buttons' })
  // The Enter key must not press it: it presses a form's first button that sends.
  const cancel = create('button', '取消', { type: 'button' })
  cancel.addEventListener('click', () => dialog.close('reject'))
  buttons.append(cancel, create('button', '允许', { value: 'accept' }))
  form.append(
    create('p', '守望 申请', { class: 'who' }),
    create('h2', question, { id: 'question' }),
    ...content,
    buttons,
  )
  dialog.append(form)
  root.append(dialog)
  document.body.append(host)
  await shown // What is not drawn takes no focus.
  // A page that slides in meanwhile must not widen the screen of a phone: the dialog would follow, out of sight.
  const { style } = document.documentElement
  style.overflow = 'hidden'
  dialog.showModal()
  buttons.lastElementChild.focus()
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }))
  style.overflow = ''
  host.remove()
  return dialog.returnValue === 'accept'
}
