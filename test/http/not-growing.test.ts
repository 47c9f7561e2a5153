import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { type Door, doors } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { agedFund } from '#test/bench/old-fund.ts'

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

/** What grows by its nature: whole lists for programs, papers of one member's whole account, and the log. */
const byNature: readonly RegExp[] = [
  /^\/v1\/funds\/:fundId\/(journal|loans|meetings|reports\/|exports\/|log)/,
  /^\/v1\/funds\/:fundId\/accounts\/:account\/postings$/,
  /^\/v1\/funds\/:fundId\/members\/:memberId\/statement$/,
  /^\/funds\/:fundId\/members\/:memberId\/passbook$/,
  /^\/funds\/:fundId\/statements/,
  // Its first part is not full in a young fund.
  /^\/funds\/:fundId\/meetings$/,
  // The practice service's own front door, with everybody's doors.
  /^\/practice$/,
]

type Read = { readonly rows: number; readonly bytes: number }

/** What each address costs when it is asked for again, by its route. */
const readsOf = async (entries: number): Promise<ReadonlyMap<string, Read>> => {
  const { store, count } = counted(memoryStore())
  const { service, ask, as, pass, fundId, networkId, today } = await agedFund(store, entries)
  const book = (await bookOf(store, fundId))!
  const loan = book.loans.find(({ origin }) => origin.kind === 'paid-out')!
  const of: Readonly<Record<string, string>> = {
    fundId,
    networkId,
    loanId: loan.loanId,
    memberId: loan.memberId,
    seq: '300',
    day: today,
    figure: 'par30',
    eventId: book.events[0]!.eventId,
    windowId: book.windows[0]!.windowId,
  }
  const paths = service.routes.flatMap(({ method, path }) =>
    method === 'GET' && !path.includes('*') ? [path] : [],
  )
  const tokens = new Map<Door, string>()
  for (const door of doors) tokens.set(door, await as(door))
  const reads = new Map<string, Read>()
  for (const path of new Set(paths)) {
    const address = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => of[name] ?? 'x')
    for (const token of tokens.values()) {
      pass(20_000)
      const first = await ask(address, { token })
      await first.arrayBuffer()
      if (first.status !== 200) continue
      count.rows = 0
      const { byteLength } = await (await ask(address, { token })).arrayBuffer()
      reads.set(path, { rows: count.rows, bytes: byteLength })
      break
    }
  }
  return reads
}

let young: ReadonlyMap<string, Read>
let old: ReadonlyMap<string, Read>

beforeAll(async () => {
  young = await readsOf(3_600)
  old = await readsOf(8_000)
}, 240_000)

const isByNature = (path: string): boolean => byNature.some((one) => one.test(path))

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

test('a page of an old fund is no longer than that of a young one', () => {
  expect(grown('bytes', 8_000)).toEqual([])
})
