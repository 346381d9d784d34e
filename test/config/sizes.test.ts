import { join } from 'node:path'
import { judgeSizes } from '../../config/sizes'
import { withTree } from '../architecture/tree'

const KB = 1024

/** A chunk as webpack writes it for WeChat, with modules of so many bytes by their numbers. */
const chunk = (modules: Record<number, number>): string => {
  const written = Object.entries(modules).map(([id, bytes]) => `${id}:"${'x'.repeat(bytes)}"`)
  return `"use strict";require("./common"),(wx.webpackJsonp=wx.webpackJsonp||[]).push([[1],{${written.join()}}])`
}

const app = { pages: ['pages/home/index'], subPackages: [{ root: 'staff/', pages: [] }] }

/** A build of these files, and how it is judged. */
const judged = (files: Record<string, string>, names: Record<string, string> = {}) =>
  withTree(
    {
      'weapp/app.json': JSON.stringify(app),
      'weapp/staff/a.wxml': '',
      'modules.json': JSON.stringify(names),
      ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`weapp/${file}`, text])),
    },
    (folder) => judgeSizes(join(folder, 'weapp'), join(folder, 'modules.json')),
  )

const said = (outcome: ReturnType<typeof judged>): string =>
  outcome.ok ? outcome.notes.join('\n') : outcome.output

describe('the sizes of a WeChat build', () => {
  it('are a table: the main package without the others, each other one, and all together', () => {
    const outcome = judged({ 'a.wxml': 'x'.repeat(5 * KB), 'staff/inbox/b.wxss': 'x'.repeat(KB) })
    expect(outcome.ok).toBe(true)
    expect(said(outcome)).toMatch(
      /5\.1 KB of {2}700 {2}main\n +1\.0 KB of {2}500 {2}staff\n +6\.1 KB of 2048 {2}total/,
    )
  })

  it('are followed by the five largest modules, with all their copies', () => {
    const outcome = judged(
      {
        'vendors.js': chunk({ 1: 9 * KB, 2: 8 * KB, 3: 7 * KB, 4: 6 * KB, 5: KB }),
        'staff/b.js': chunk({ 6: 5 * KB, 7: 4 * KB }),
        'staff/c.js': chunk({ 7: 4 * KB }),
      },
      { 1: './node_modules/react/index.js', 7: './src/components/Tap.tsx + 2 modules' },
    )
    const modules = said(outcome).split('\n').slice(-5)
    expect(modules[0]).toMatch(/9\.0 KB +react\/index\.js \(main\)$/)
    expect(modules[1]).toMatch(/8\.0 KB +src\/components\/Tap\.tsx \+ 2 modules \(staff\)$/)
    expect(modules.map((line) => /\d\.\d KB/.exec(line)?.[0])).toEqual([
      '9.0 KB',
      '8.0 KB',
      '8.0 KB',
      '7.0 KB',
      '6.0 KB',
    ])
  })

  it.each([
    ['main', { 'a.js': chunk({ 1: 700 * KB }) }],
    ['staff', { 'staff/a.js': chunk({ 1: 500 * KB }) }],
    ['total', { 'a.wxml': 'x'.repeat(690 * KB), 'app.wxss': '', 'staff/a.js': chunk({ 1: 1400 * KB }) }],
  ])('are refused where %s is too large, with how much and what is largest in it', (name, files) => {
    const outcome = judged(files, { 1: './src/large.ts' })
    expect(outcome.ok).toBe(false)
    expect(said(outcome)).toMatch(
      new RegExp(`^${name} has [\\d.]+ KB, [\\d.]+ KB too much. Largest: src/large.ts [\\d.]+ KB.$`, 'm'),
    )
  })

  it('are told of modules whose names nobody has written down', () => {
    expect(said(judged({ 'a.js': chunk({ 12: KB }) }))).toContain('module 12 (main)')
  })
})
