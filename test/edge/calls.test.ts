import { beforeAll, expect, test } from 'vitest'
import { app } from '#src/http/app.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'

let village: Practice
let count = 0

/** The store, with each question counted: at the edge each of them is a way to an object and back. */
const counted = <T extends object>(store: T): T =>
  new Proxy(store, {
    get: (whole, name: keyof T & string) => {
      const found = whole[name]
      if (typeof found === 'object' && found !== null) return counted(found)
      if (typeof found !== 'function') return found
      return (...args: unknown[]) => {
        count += 1
        return (found as (...all: unknown[]) => unknown).apply(whole, args)
      }
    },
  })

beforeAll(async () => {
  village = await practice()
})

type Calls = { readonly first: number; readonly next: number }

/**
 * How many questions a page takes, with the session looked up and the log written: the first one after a start, which looks
 * for the end of the journal to hold rights against it, and the next.
 */
const callsOf = async (door: Parameters<Practice['as']>[0], path: string): Promise<Calls> => {
  const token = await village.as(door)
  const service = app({ ...village.needs, store: counted(village.needs.store) })
  const asked = async (): Promise<number> => {
    count = 0
    const answer = await service.request(`/funds/${village.fundId}/${path}`, {
      headers: { host: ourHost, authorization: `Bearer ${token}` },
    })
    expect([path, answer.status]).toEqual([path, 200])
    return count
  }
  return { first: await asked(), next: await asked() }
}

test('a page asks the objects of its fund and its network a bounded number of times', async () => {
  const pages = {
    household: await callsOf('household', 'me'),
    today: await callsOf('record-keeper', 'today'),
    health: await callsOf('auditor', 'health'),
  }
  console.log('questions a page asks the objects:', pages)
  for (const [page, calls] of Object.entries(pages)) {
    expect([page, calls.next > 3]).toEqual([page, true])
    expect([page, calls.first <= 60]).toEqual([page, true])
    expect([page, calls.next <= 30]).toEqual([page, true])
  }
})
