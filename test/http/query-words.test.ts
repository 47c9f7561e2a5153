import { beforeAll, describe, expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>
  }
}
type Writing = { readonly method: string; readonly path: string; readonly operation: Operation }

let village: Practice
let writing: readonly Writing[]
beforeAll(async () => {
  const sealing = sealingBy({ secret: 'a secret for texts in tests' })
  village = await practice({
    messages: {
      sealing,
      carrier: { carry: async () => 'sent' } as never,
      isSigned: async () => true,
    },
  })
  const told = await (await village.ask('/openapi.json')).json()
  const { paths } = told as { paths: Record<string, Record<string, Operation>> }
  writing = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => !['get', 'head', 'parameters'].includes(method))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
})

const placeOf = (path: string): string =>
  path
    .replace('{fundId}', village.fundId)
    .replace('{networkId}', village.networkId)
    .replaceAll(/\{\w+\}/g, '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01')

const bodyOf = ({
  requestBody,
}: Operation): { body?: BodyInit; headers?: Record<string, string> } => {
  const [type, of] = Object.entries(requestBody?.content ?? {})[0] ?? []
  if (type === undefined) return {}
  if (type === 'multipart/form-data') return { body: new FormData() }
  const body = type === 'application/json' ? JSON.stringify(of?.example ?? {}) : 'x'
  return { body, headers: { 'content-type': type } }
}

/** What a route answers to the administrator, whose word it is in most of them, and to nobody. */
const answersTo = async ({ method, path, operation }: Writing, query: string) => {
  const found: { readonly status: number; readonly text: string }[] = []
  for (const token of [
    await village.as('administrator'),
    await village.as('record-keeper'),
    undefined,
  ]) {
    const more = { method, token, ...bodyOf(operation) }
    const answer = await village.ask(`${placeOf(path)}?${query}`, more)
    found.push({ status: answer.status, text: await answer.text() })
  }
  return found
}

const isNamed = ({ operation }: Writing, word: string): boolean =>
  (operation.parameters ?? []).some((one) => one.in === 'query' && one.name === word)

const kept = async (): Promise<number> =>
  (await village.needs.store.read(village.fundId, 0, 10_000)).length

describe('whoever writes with words that a route does not know', () => {
  test('is refused on every writing route, and nothing is written', async () => {
    expect(writing.length).toBeGreaterThan(35)
    const before = await kept()
    const taken: string[] = []
    for (const one of writing)
      for (const { status, text } of await answersTo(one, 'canary=1'))
        if (status !== 400 || !text.includes('unknown-field') || text.includes('canary'))
          taken.push(`${status} ${one.method} ${one.path}`)
    expect(taken).toEqual([])
    expect(await kept()).toBe(before)
  })

  test('and who asks for a dry run where there is none finds nothing written', async () => {
    const before = await kept()
    const taken: string[] = []
    for (const one of writing.filter((other) => !isNamed(other, 'dryRun')))
      for (const { status } of await answersTo(one, 'dryRun=true'))
        if (status !== 400) taken.push(`${status} ${one.method} ${one.path}`)
    expect(taken).toEqual([])
    expect(await kept()).toBe(before)
  })

  test('a dry run that is asked for with another word than true or false, or twice, is none', async () => {
    const before = await kept()
    const named = writing.filter((one) => isNamed(one, 'dryRun'))
    expect(named.length).toBeGreaterThan(5)
    const taken: string[] = []
    for (const one of named)
      for (const query of ['dryRun=yes', 'dryRun=true&dryRun=false', 'dryRun=', 'dryrun=true']) {
        const told = (await answersTo(one, query)).map(({ status }) => status)
        // Who may not write there at all is told so.
        const isRefused = told.every((status) => [400, 401, 403, 404].includes(status))
        if (!isRefused || !told.includes(400)) taken.push(`${told.join()} ${one.path} ${query}`)
      }
    expect(taken).toEqual([])
    expect(await kept()).toBe(before)
  })

  test('and a page that is asked to try only does nothing', async () => {
    const before = await kept()
    const posts = village.service.pages.filter(({ method }) => method === 'post')
    expect(posts.length).toBeGreaterThan(100)
    const taken: string[] = []
    for (const { path } of posts)
      for (const token of [await village.as('administrator'), await village.as('record-keeper')])
        for (const word of ['dryRun', 'dryrun']) {
          const place = placeOf(path.replaceAll(/:(\w+)/g, '{$1}'))
          const body = new URLSearchParams()
          const { status } = await village.ask(`${place}?${word}=true`, { token, body })
          if (![400, 401, 403, 404].includes(status)) taken.push(`${status} ${path}`)
        }
    expect(taken).toEqual([])
    expect(await kept()).toBe(before)
  })
})
