import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { actions } from '#domain/access/table.ts'
import { problemCodes } from '#src/http/problem-codes.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Operation = {
  readonly security?: readonly object[]
  readonly summary?: string
  readonly operationId?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly example?: unknown
  }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>
  }
  readonly responses: Readonly<Record<string, object>>
  readonly 'x-action'?: string
}
type Document = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly securitySchemes: Readonly<Record<string, object>> }
  readonly 'x-problem-codes': Readonly<Record<string, string>>
}

let village: Practice
let document: Document
beforeAll(async () => {
  village = await practice()
  document = (await (await village.ask('/openapi.json')).json()) as Document
})

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

test('a stranger reads the description of the API', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Village fund', version: village.needs.version },
    components: {
      securitySchemes: {
        session: { in: 'cookie', name: '__Host-session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  })
})

test('the description has every route of the running API, and no other', () => {
  const served = village.service.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  const told = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
  expect(told.length).toBeGreaterThan(20)
  expect(told.toSorted()).toEqual([...new Set(served)].toSorted())
})

test('each operation has a name of its own that a generated client can call it by', () => {
  const names = operations().map(({ operation }) => operation.operationId ?? 'nameless')
  expect(names.filter((name) => !/^[a-z]+(?:[A-Z][a-z]+)+$|^sign(?:In|Out)$/.test(name))).toEqual(
    [],
  )
  expect(new Set(names).size).toBe(names.length)
})

/** Every `$ref` anywhere in the description. */
const references = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  )
}

const resolve = (reference: string): unknown =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document)

test('every reference in the description leads somewhere', () => {
  const found = references(document)
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter((reference) => !reference.startsWith('#/') || !resolve(reference))).toEqual(
    [],
  )
})

/** Where a value may be anything at all, by its place in the description. */
const untold = (value: unknown, at = ''): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const { properties = {} } = value as { readonly properties?: Readonly<Record<string, object>> }
  const empty = Object.entries(properties).filter(
    ([, told]) => Object.keys(told).filter((key) => key !== 'description').length === 0,
  )
  return [
    ...empty.map(([name]) => `${at}/${name}`),
    ...Object.entries(value).flatMap(([key, inner]) => untold(inner, `${at}/${key}`)),
  ]
}

test('of each value that is told the description says what it is: a day, a sum, a word of a list', () => {
  expect(untold({ paths: document.paths, components: document.components })).toEqual([])
})

test('every operation says who may, what it answers and all that its path needs', () => {
  for (const { path, method, operation } of operations()) {
    const where = `${method} ${path}`
    const rule = operation['x-action']
    expect([...actions, 'signed-in', 'public', 'commands'], where).toContain(rule)
    expect(operation.security?.length, where).toBe(rule === 'public' ? 0 : 2)
    expect(
      Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status)),
      where,
    ).toBe(true)
    const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path')
    const needed = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(inPath.map(({ name }) => name).toSorted(), where).toEqual(needed.toSorted())
  }
})

test('every operation stands under one tag that is explained, and no tag stands alone', () => {
  const known = document.tags.map(({ name }) => name)
  const used = operations().map(({ operation }) => operation.tags?.join() ?? '')
  expect([...new Set(used)].toSorted()).toEqual(known.toSorted())
})

test('a stranger gets 401 from every route that is not open to strangers', async () => {
  let asked = 0
  for (const { path, method, operation } of operations()) {
    if (operation['x-action'] === 'public') continue
    const someone = path.replaceAll(/\{\w+\}/g, village.fundId)
    const answer = await village.ask(someone, { method: method.toUpperCase() })
    expect([answer.status, await answer.json()], `${method} ${path}`).toMatchObject([
      401,
      { code: 'not-signed-in' },
    ])
    asked += 1
  }
  expect(asked).toBeGreaterThan(20)
})

const source = fileURLToPath(new URL('../../src/http', import.meta.url))

test('every code that a problem can have is explained in the description', () => {
  const text = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .join('\n')
  const used = [...text.matchAll(/(?:problem|refusal)\(\s*\d{3},\s*'([a-z-]+)'/g)].map(
    ([, code]) => code!,
  )
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter((code) => !Object.hasOwn(problemCodes, code))).toEqual([])
  expect(document['x-problem-codes']).toEqual(problemCodes)
})

test('the reference is a page for anybody that sets no cookie and runs no other script than ours', async () => {
  const page = await village.ask('/docs')
  const text = await page.text()
  expect(page.status).toBe(200)
  expect(page.headers.get('set-cookie')).toBeNull()
  expect([...text.matchAll(/src="([^"]+)"/g)].map(([, path]) => path)).toEqual([
    '/docs/start.js',
    '/docs/swagger-ui-bundle.js',
  ])
  expect(text).not.toMatch(/<script>|style=|onload=/)
  const script = await village.ask('/docs/start.js')
  expect(script.headers.get('content-type')).toContain('javascript')
})

test('everything that is asked for has an example, and an example of a body is one that can be read', async () => {
  // What only the books can tell is no fault of the form.
  const ofTheBooks = ['date-in-the-future', 'fund-not-in-network']
  const without: string[] = []
  const unread: string[] = []
  const token = await village.as('administrator')
  for (const { path, method, operation } of operations()) {
    const here = `${method.toUpperCase()} ${path}`
    for (const { name, example } of operation.parameters ?? [])
      if (example === undefined) without.push(`${here} ${name}`)
    for (const [type, { example }] of Object.entries(operation.requestBody?.content ?? {})) {
      if (example === undefined) without.push(`${here} ${type}`)
      if (type !== 'application/json' || method !== 'post') continue
      const { fundId, networkId } = village
      const address = path.replace('{fundId}', fundId).replace('{networkId}', networkId)
      const answer = await village.ask(address, { token, json: example as object })
      const { errors = [] } = (answer.status === 400 ? await answer.json() : {}) as {
        readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
      }
      for (const { pointer, code } of errors)
        if (!ofTheBooks.includes(code)) unread.push(`${here} ${pointer} ${code}`)
    }
  }
  expect(without).toEqual([])
  expect(unread).toEqual([])
})
