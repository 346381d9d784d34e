import { inRoot } from './root'

export const source = inRoot('cloudfunctions')
export const output = inRoot('dist/cloudfunctions')

/** What a function's folder brings along beside its code: its dependencies, and its timeout and triggers. */
export const companions = ['package.json', 'config.json']
