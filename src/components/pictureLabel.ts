/** The label that a screen reader says for a picture; '' for one whose surroundings say it. In H5 it is the `alt` of the browser's own element. */
export const pictureLabel = (label: string) =>
  process.env.TARO_ENV === 'h5'
    ? { nativeProps: { alt: label } }
    : { 'aria-label': label, 'aria-hidden': label === '' }
