/** Declared here, because the package's own types would give every file of the project a browser's globals. */
declare module 'jsdom' {
  export class JSDOM {
    readonly window: { document: { createElement(tag: string): object } }
  }
}
