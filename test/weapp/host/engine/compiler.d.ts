/** WeChat's own WXML compiler, untyped. */
declare module 'miniprogram-compiler' {
  const compiler: { wxmlToJs(root: string, options: { maxBuffer: number }): string }
  export { compiler as default }
}
