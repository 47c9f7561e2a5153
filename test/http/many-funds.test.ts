import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { foundUntil } from '#test/support/many-funds.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

/*
 * A network has three funds, and later three hundred: what a page asks of the store is counted, and of how many funds.
 */

type Store = ReturnType<typeof memoryStore>

const asked = { questions: 0, scopes: new Set<unknown>() }

const watched = (store: Store): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as unknown
      if (typeof method !== 'function') return method
      return (...args: readonly unknown[]) => {
        asked.questions += 1
        asked.scopes.add(args[0])
        return Reflect.apply(method, target, args) as unknown
      }
    },
  })

/** Each funds' lists, by who looks at them. */
const pages: readonly (readonly [Door, string])[] = [
  ['administrator', '/network'],
  ['administrator', '/network?name=trapeang'],
  ['administrator', '/network/people/PERSON'],
  ['administrator', '/network/people/PERSON/assign'],
  ['administrator', '/v1/networks/NETWORK'],
  ['auditor', '/glossary'],
]
const ofAuditor = [
  '/',
  '/more',
  '/?name=trapeang',
  '/v1/funds?limit=20',
  '/portfolio',
  '/portfolio/findings',
  '/portfolio/people',
]

let village: Practice
let person: string

const pathOf = (path: string): string =>
  path.replace('NETWORK', village.networkId).replace('PERSON', person)

type Read = { readonly questions: number; readonly funds: number; readonly text: string }

/** What is asked when a page is looked at again. */
const readOf = async (door: Door, path: string): Promise<Read> => {
  const token = await village.as(door)
  await village.ask(pathOf(path), { token })
  // Whole books are read behind the answer, and once.
  await judgingIn(village.needs.store).settled()
  Object.assign(asked, { questions: 0, scopes: new Set() })
  const answer = await village.ask(pathOf(path), { token })
  expect(answer.status, path).toBe(200)
  asked.scopes.delete(village.networkId)
  return { questions: asked.questions, funds: asked.scopes.size, text: await answer.text() }
}

const readAll = async (): Promise<ReadonlyMap<string, Read>> => {
  const found = new Map<string, Read>()
  for (const [door, path] of pages) found.set(path, await readOf(door, path))
  for (const path of ofAuditor) found.set(path, await readOf('auditor', path))
  return found
}

let few: ReadonlyMap<string, Read>
let many: ReadonlyMap<string, Read>

beforeAll(async () => {
  village = await practice({}, paperBookFolder, practiceDay, watched(memoryStore()))
  const users = await village.needs.store.users(village.networkId)
  person = users.find(({ login }) => login === 'practice auditor')!.userId
  const nameOf = (n: number): string => `ត្រពាំង ${n} / Trapeang ${n}`
  await foundUntil(village, 3, { on: practiceDay, nameOf })
  few = await readAll()
  await foundUntil(village, 300, { on: practiceDay, nameOf })
  many = await readAll()
}, 120_000)

test('a page of a network asks no more questions for three hundred funds than for three', () => {
  for (const [, path] of pages) {
    const [before, after] = [few.get(path)!, many.get(path)!]
    expect(after.questions, path).toBeLessThanOrEqual(before.questions)
    expect(after.funds, path).toBeLessThanOrEqual(before.funds)
  }
})

test('whoever audits three hundred funds waits for those twenty that are shown', () => {
  for (const path of ofAuditor) {
    expect(many.get(path)!.funds, path).toBeLessThanOrEqual(22)
    expect(many.get(path)!.text.length, path).toBeLessThan(120_000)
  }
})

test('fifty funds are shown at a time, and each is found by its name in either script', async () => {
  const shown = (text: string): string[] => text.match(/Trapeang \d+(?=<\/bdi>)/g) ?? []
  const { text } = many.get('/network')!
  expect(shown(text)).toHaveLength(49)
  expect(text).toContain('Look for one of 300 funds')
  expect(text).toContain('The last line was written into its book on')
  const next = /href="(\/network\?from=[^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&')
  const second = shown((await readOf('administrator', next)).text)
  expect(second).toHaveLength(50)
  expect(second.some((name) => shown(text).includes(name))).toBe(false)
  for (const name of ['trapeang 217', encodeURIComponent('ត្រពាំង 217'), '99000217']) {
    const found = (await readOf('administrator', `/network?name=${name}`)).text
    expect(shown(found), name).toEqual(['Trapeang 217'])
  }
  const none = (await readOf('administrator', '/network?name=<b>nowhere')).text
  expect(none).toContain('No fund is called that')
  expect(none).not.toContain('nowhere')
})

test('an auditor sees of each fund that lets her in what it comes to, and an administrator does not', async () => {
  const own = many.get('/')!.text
  expect(own).toMatch(/more than 30 days late: 0.៛/)
  expect(own).toContain('No meeting yet.')
  expect(many.get('/network')!.text).not.toContain('days late')
})
