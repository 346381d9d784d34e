import { createRequire } from 'node:module'
import { inRoot } from './root'

interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** The routes of the mini-program, the first page first. Taro runs src/app.config.ts with a global of its own, and so does this. */
export function readRoutes(): string[] {
  Object.assign(globalThis, { defineAppConfig: (app: AppConfig) => app })
  const { default: app } = createRequire(__filename)(inRoot('src/app.config')) as { default: AppConfig }
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  )
  return [...app.pages, ...inPackages]
}
