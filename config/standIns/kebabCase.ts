/**
 * `lodash.kebabcase` for NutUI, which writes the names of CSS variables with it: those have no accents and no gaps. The real
 * one is 5 KB and makes a function of a text, which WeChat forbids.
 */
// oxlint-disable-next-line import/no-default-export -- it is imported as that package is
export default function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
