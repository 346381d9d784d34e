import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Node } from 'miniprogram-exparser'
import { load, render } from 'miniprogram-simulate'
import { createFrame } from './dom'
import { guardAll } from './guard'
import type { PhoneState } from './phoneState'
import type { Realm } from './realm'
import type { Wxml } from './wxml'

/** `this` in the functions of a page or component. */
export interface Instance extends Record<string, unknown> {
  setData: (data: Record<string, unknown>, callback?: () => void) => void
}

/** A page or component as j-component renders it. */
export interface Rendered {
  instance: Instance
  node: Node
  attach: () => void
  detach: () => void
}

export interface Components {
  /** A new instance of a page. @param route as in `pages/home/index`. */
  createPage(route: string): Rendered
  /** The constructors `Page` and `Component` of the realm. */
  constructors: Record<'Page' | 'Component', (options: Options) => void>
}

type Options = Record<string, unknown>
interface Parts {
  build: string
  realm: Realm
  wxml: Wxml
  state: PhoneState
}

/** Turns what the compiled files hand to `Page` and `Component` into components of WeChat's engine. */
export const createComponents = (parts: Parts): Components => {
  const ids = new Map<string, string>()
  const declared: Options[] = []

  const declarationOf = (file: string): Options => {
    parts.realm.run(`${file}.js`)
    const options = declared.pop()
    if (!options) throw new Error(`${file}.js calls neither Page nor Component`)
    return options
  }

  const register = (file: string, define: (options: Options, parts: Parts) => Options): string => {
    const known = ids.get(file)
    if (known) return known
    const id = `${file.replaceAll('/', '-')}-${(registered += 1)}`
    // Known before it is complete: Taro's `comp` is made of `comp`.
    ids.set(file, id)
    const own = define(declarationOf(file), parts)
    const usingComponents = componentsOf(file)
    const template = parts.wxml.template(`${file}.wxml`)
    const definition = { id, path: `/${file}`, template, usingComponents, ...own }
    load(definition as never, { compiler: 'official' } as never)
    return id
  }

  const componentsOf = (file: string): Record<string, string> => {
    const json = JSON.parse(readFileSync(path.join(parts.build, `${file}.json`), 'utf8')) as {
      usingComponents?: Record<string, string>
    }
    const used = Object.entries(json.usingComponents ?? {})
    return Object.fromEntries(used.map(([tag, at]) => [tag, register(locate(file, at), defineComponent)]))
  }

  const declare = (options: Options) => void declared.push(options)
  return {
    constructors: { Page: declare, Component: declare },
    createPage: (route) => renderComponent(register(route, definePage)),
  }
}

// Ids are kept by the engine for as long as the test file runs, over several launches.
let registered = 0

const locate = (file: string, component: string): string =>
  path.posix.isAbsolute(component) ? component.slice(1) : path.posix.join(path.posix.dirname(file), component)

const renderComponent = (id: string): Rendered => {
  const component = render(id) as unknown as {
    instance: Instance
    _exparserNode: Node
    attach(parent: object): void
    detach(): void
  }
  return {
    instance: component.instance,
    node: component._exparserNode,
    attach: () => component.attach(createFrame()),
    detach: () => component.detach(),
  }
}

/** The functions of a page become methods, or `bindtap="eh"` finds nothing and says nothing. */
const definePage = (options: Options, parts: Parts): Options => {
  const functions = Object.entries(options).filter(([, value]) => typeof value === 'function')
  const fields = Object.entries(options).filter(([, value]) => typeof value !== 'function')
  return {
    data: copy(options.data ?? {}),
    methods: guardAll(Object.fromEntries(functions), parts),
    created(this: Instance) {
      Object.assign(this, Object.fromEntries(fields.filter(([name]) => name !== 'data')))
      countSetData(this, parts)
    },
  }
}

const defineComponent = (options: Options, parts: Parts): Options => {
  const { created, lifetimes = {}, methods = {}, properties, data = {}, ...rest } = options
  const own = guardAll({ created, ...rest }, parts)
  return {
    ...own,
    lifetimes: guardAll(lifetimes, parts),
    methods: guardAll(methods, parts),
    data: copy(data),
    properties: ownProperties(properties as Record<string, unknown> | undefined),
    created(this: Instance) {
      countSetData(this, parts)
      if (typeof own.created === 'function') own.created.call(this)
    },
  }
}

/** The engine compares types with its own realm's constructors. */
const ownProperties = (properties: Record<string, unknown> = {}) => {
  const types: Record<string, unknown> = { Object, Array, String, Number, Boolean }
  const own = (type: unknown) => types[(type as { name?: string } | null)?.name ?? ''] ?? null
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (typeof property === 'function' || property === null) return [name, own(property)]
      const { type, value, ...rest } = property as { type: unknown; value?: unknown }
      return [name, { ...rest, type: own(type), value: copy(value) }]
    }),
  )
}

const copy = <T>(data: T): T => (data === undefined ? data : (JSON.parse(JSON.stringify(data)) as T))

/** Data reaches the view as JSON, which is also what its size is measured by. */
const countSetData = (instance: Instance, { realm, state }: Parts) => {
  const render = instance.setData
  instance.setData = (data, callback) => {
    for (const [name, value] of Object.entries(data))
      if (value === undefined) state.warnings.push(`setData sets ${name} to undefined`)
    state.setData.add(Buffer.byteLength(JSON.stringify(data)))
    render(copy(data))
    if (callback) realm.later(() => callback.call(instance))
  }
}
