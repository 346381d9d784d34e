/* global document, getComputedStyle, innerWidth, NodeFilter, scrollTo */

/**
 * Looks a page over as it lies in the browser. Put into the page as a script; `lookOver({ leastType, leastTarget })`, in
 * pixels, answers sentences about what is wrong with it, none twice.
 */

/** What WeChat or the desk draws (WeChat's own questions, too), and a sheet of paper that is shown. */
const drawnByOthers =
  '#taro-navigation-bar, #local-wechat-bar, #local-wechat-dialog, script, style, .taro__modal, .poster'
const tappable =
  'button, [role="button"], [role="radio"], [role="checkbox"], [role="tab"], [role="link"], [role="switch"], input, textarea'

/** Words that only a program says. */
const raw = /undefined|\[object |NaN|\bnull\b|Invalid Date|[{}]/

const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

const isOurs = (element) => element.closest(drawnByOthers) === null

/** As it can be found in the source: the nearest class that says what it is. */
const nameOf = (element) => {
  const named = element.closest(
    '[class]:not([class=""], .tap:not([class*=" "]), .hydrated:not([class*=" "]))',
  )
  const names = [...(named?.classList ?? [])].filter((one) => !['hydrated', 'tap'].includes(one))
  return `.${names[0] ?? element.tagName.toLowerCase()}`
}

/** What stands there, shortened; the same fault of several of one kind is told by the first of them. */
const textOf = (element) => {
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
  return `“${text.length > 16 ? `${text.slice(0, 16)}…` : text}”`
}

const byKind = (faults) => {
  const kinds = new Map()
  for (const { what, element } of faults) {
    const kind = `${what}: ${nameOf(element)}`
    kinds.set(kind, kinds.get(kind) ?? textOf(element))
  }
  return [...kinds].map(([kind, example]) => `${kind} ${example}`)
}

/** Whether it can be reached by scrolling something that is meant to be scrolled sideways. */
const scrollsSideways = (element) => {
  for (let above = element.parentElement; above; above = above.parentElement) {
    const { overflowX } = getComputedStyle(above)
    if (overflowX === 'auto' || overflowX === 'scroll')
      return above !== document.documentElement && above !== document.body
    if (overflowX === 'hidden' && above.scrollWidth <= above.clientWidth) return false
  }
  return false
}

const textsBelow = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode
    if (data.trim() !== '' && parent && isOurs(parent) && isShown(parent))
      found.push({ parent, text: data.trim() })
  }
  return found
}

const rounded = (number) => Math.round(number * 10) / 10

const sideways = () => {
  const { scrollWidth } = document.documentElement
  if (scrollWidth <= innerWidth) return []
  const wide = [...document.body.querySelectorAll('*')].filter(
    (one) =>
      isOurs(one) &&
      isShown(one) &&
      one.getBoundingClientRect().right > innerWidth + 1 &&
      !scrollsSideways(one),
  )
  const deepest = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)))
  return [
    `overflows: ${scrollWidth} px wide on ${innerWidth} px`,
    ...byKind(deepest.map((element) => ({ what: 'sticks out', element }))),
  ]
}

const smallTypes = (texts, least) =>
  texts.flatMap(({ parent: element }) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    return size < least - 0.05 ? [{ what: `type of ${rounded(size)} px, under ${least}`, element }] : []
  })

/** Seven days of a week stand beside each other: between the edges of page and card a narrow screen has no more room. */
const leastAcross = (element, least) =>
  element.matches('.report-calendar__day') ? Math.min(least, Math.floor((innerWidth - 48) / 7)) : least

const smallTargets = (least) =>
  [...document.querySelectorAll(tappable)].flatMap((element) => {
    if (!isOurs(element) || !isShown(element) || element.matches('.tap--disabled')) return []
    // An input without a border of its own is tapped with the row around it.
    const target = element.matches('input, textarea')
      ? (element.closest('[class*="input"], [class*="area"]') ?? element)
      : element
    const { width, height } = target.getBoundingClientRect()
    const isLarge = width >= leastAcross(element, least) - 0.5 && height >= least - 0.5
    if (width === 0 || height === 0 || isLarge) return []
    return [{ what: `target of ${Math.floor(width)}×${Math.floor(height)} px, under ${least}`, element }]
  })

/** What has a handler for taps by React's own record, and no role that a screen reader would say. */
const unknownTargets = () =>
  [...document.querySelectorAll('.taro_page *')].flatMap((element) => {
    const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'))
    const props = key ? element[key] : {}
    if (
      !isShown(element) ||
      !props.onClick ||
      element.matches(tappable) ||
      element.closest('.nut-popup, .nut-overlay, .tap--disabled')
    )
      return []
    return [{ what: 'tapped without a role', element }]
  })

const cutTexts = (texts) =>
  texts.flatMap(({ parent: element }) => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
    const isCut = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    const isCutBelow = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2
    return element.clientWidth > 0 && (isCut || isCutBelow)
      ? [{ what: `cut off (${textOverflow})`, element }]
      : []
  })

/** How far two boxes are from each other, where they lie side by side or one above the other; else Infinity. */
const between = (a, b) => {
  const across = Math.max(a.left - b.right, b.left - a.right)
  const down = Math.max(a.top - b.bottom, b.top - a.bottom)
  if (across < 0) return down
  return down < 0 ? across : Infinity
}

/** Buttons of a sheet or a footer are not those of the page that it lies over. */
const touchingButtons = () => {
  const buttons = [...document.querySelectorAll('.big-button')].filter((one) => isOurs(one) && isShown(one))
  const layerOf = (element) => element.closest('[role="dialog"], .page__footer')
  const onSameLayer = (a, b) => layerOf(a) === layerOf(b)
  const touch = (a, b) => Math.abs(between(a.getBoundingClientRect(), b.getBoundingClientRect())) < 4
  return buttons.flatMap((element, index) =>
    buttons.slice(0, index).some((other) => onSameLayer(element, other) && touch(element, other))
      ? [{ what: 'touches another button', element }]
      : [],
  )
}

const coveredEnd = () => {
  const footer = [...document.querySelectorAll('.page__footer')].find(isShown)
  if (!footer || getComputedStyle(footer).position !== 'fixed') return []
  const kept = Number.parseFloat(getComputedStyle(footer.closest('.page')).paddingBottom)
  const { height } = footer.getBoundingClientRect()
  return height > kept + 0.5
    ? [`the footer (${rounded(height)} px) covers the end of the page (${rounded(kept)} px are left for it)`]
    : []
}

globalThis.lookOver = ({ leastType, leastTarget }) => {
  const texts = textsBelow(document.body)
  const said = texts.map(({ text }) => text).join('\n')
  const rawWords = texts
    .filter(({ text }) => raw.test(text))
    .map(({ text }) => `raw words: “${text.slice(0, 40)}”`)
  return [
    ...new Set([
      ...(said === '' ? ['shows nothing'] : []),
      ...rawWords,
      ...sideways(),
      ...byKind([
        ...smallTypes(texts, leastType),
        ...smallTargets(leastTarget),
        ...unknownTargets(),
        ...cutTexts(texts),
        ...touchingButtons(),
      ]),
      ...coveredEnd(),
    ]),
  ]
}

/** When pictures and fonts are there and whatever moves has arrived; what goes round for ever is not waited for. */
globalThis.atRest = async () => {
  const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
  const drawn = [...document.images].map((image) => image.decode())
  await Promise.allSettled([document.fonts.ready, ...drawn, ...moving.map(({ finished }) => finished)])
}

/** The page and what scrolls within it, wherever the last tap has led them. */
globalThis.toTop = () => {
  scrollTo(0, 0)
  for (const element of document.querySelectorAll('*')) if (element.scrollTop > 0) element.scrollTop = 0
}
