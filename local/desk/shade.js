import { create } from './elements.js'

/**
 * An element in which the page's styles do not count, nor its own outside of it. It is shown once its styles are there.
 *
 * @returns the element, the root to fill, and when it is shown after it was put into the page
 */
export function createShade(id) {
  const host = create('div', '', { id, hidden: '' })
  const root = host.attachShadow({ mode: 'open' })
  const styles = create('link', '', { rel: 'stylesheet', href: '/desk/wechat.css' })
  const shown = new Promise((resolve) => {
    for (const event of ['load', 'error']) styles.addEventListener(event, resolve, { once: true })
  }).then(() => host.removeAttribute('hidden'))
  root.append(styles)
  return { host, root, shown }
}
