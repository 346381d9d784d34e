/**
 * The label that a screen reader says for an input. In H5 Taro wraps the browser's own input in an element, and only
 * `nativeProps` reach inside.
 */
export const inputLabel = (label: string, inBrowser: Record<string, string> = {}) =>
  process.env.TARO_ENV === 'h5'
    ? { nativeProps: { 'aria-label': label, autocomplete: 'off', ...inBrowser } }
    : { 'aria-label': label }
