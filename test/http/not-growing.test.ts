import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { agedFund } from '#test/bench/old-fund.ts'
import { isByNature } from '#test/support/by-nature.ts'
import { everyRead } from '#test/support/every-read.ts'

/*
 * Whatever is read a second time of an old fund costs no more than of a young one: rows that the store hands out are counted,
 * and how long the answer is. A new page that grows with the book is found here.
 */

type Store = ReturnType<typeof memoryStore>

/** A store that counts what it hands out. */
const counted = (store: Store) => {
  const count = { rows: 0 }
  const handler: ProxyHandler<Store> = {
    get: (target, name) => {
      const method = Reflect.get(target, name) as unknown
      if (typeof method !== 'function') return method
      return (...args: readonly unknown[]) => {
        const answer = Reflect.apply(method, target, args) as unknown
        if (!(answer instanceof Promise)) return answer
        return answer.then((found: unknown) => {
          count.rows += Array.isArray(found) ? found.length : 1
          return found
        })
      }
    },
  }
  return { store: new Proxy(store, handler), count }
}

type Read = { readonly rows: number; readonly after: number; readonly bytes: number }

/** What each address costs when it is asked for again, and when it is asked for after a deposit, by its route. */
const readsOf = async (entries: number): Promise<ReadonlyMap<string, Read>> => {
  const { store, count } = counted(memoryStore())
  const fund = await agedFund(store, entries)
  const by = { actor: 'test', device: 'test' }
  const reads = new Map<string, Read>()
  for (const { path, ask } of await everyRead(fund)) {
    // Enough for three questions, and all of them before anybody has to sign in again.
    fund.pass(3_000)
    const rowsOf = async (): Promise<number> => {
      count.rows = 0
      await (await ask()).arrayBuffer()
      return count.rows
    }
    await rowsOf()
    count.rows = 0
    const { byteLength } = await (await ask()).arrayBuffer()
    const { rows } = count
    await fund.needs.record(fund.fundId, [fund.next()], by)
    reads.set(path, { rows, after: await rowsOf(), bytes: byteLength })
  }
  return reads
}

let young: ReadonlyMap<string, Read>
let old: ReadonlyMap<string, Read>

beforeAll(async () => {
  young = await readsOf(3_600)
  old = await readsOf(8_000)
}, 240_000)

const grown = (of: keyof Read, slack: number): string[] =>
  [...old].flatMap(([path, read]) => {
    const before = young.get(path)
    if (!before || isByNature(path)) return []
    return read[of] > before[of] * 1.3 + slack ? [`${path}: ${before[of]} ${read[of]}`] : []
  })

test('a page of an old fund reads no more than that of a young one', () => {
  expect(old.size).toBeGreaterThan(150)
  expect(grown('rows', 20)).toEqual([])
})

test('after a deposit a page of an old fund reads no more than that of a young one', () => {
  expect(grown('after', 20)).toEqual([])
})

test('a page of an old fund is no longer than that of a young one', () => {
  expect(grown('bytes', 8_000)).toEqual([])
})
