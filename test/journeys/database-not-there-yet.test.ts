import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { untilThere } from '#src/cli/service/waiting.ts'

/* The power comes back, and the service is up before its database is. */

const refused = (cause: object): StorageUnavailable =>
  new StorageUnavailable('the database cannot be reached', {
    cause: Object.assign(new Error('of the driver'), cause),
  })

/** A clock that nobody waits for: what is paused has passed. */
const patience = () => {
  let at = 0
  const said: number[] = []
  return {
    said,
    say: (seconds: number) => void said.push(seconds),
    now: () => at,
    pause: async (ms: number) => void (at += ms),
  }
}

test('a database that comes up later is asked after one second, two and four, and then served', async () => {
  const waiting = patience()
  let asked = 0
  const answer = await untilThere(async () => {
    asked += 1
    if (asked === 1) throw refused({ code: 'ECONNREFUSED' })
    if (asked === 2) throw refused({ code: '57P03' })
    if (asked === 3) throw refused({ message: 'Connection terminated unexpectedly' })
    return 'there'
  }, waiting)
  expect([answer, waiting.said]).toEqual(['there', [1, 2, 4]])
})

test('one that does not come is given up after five minutes, with what it said', async () => {
  const waiting = patience()
  const asking = untilThere(async () => {
    throw refused({ code: 'ECONNREFUSED' })
  }, waiting)
  await expect(asking).rejects.toThrow('cannot be reached')
  expect(waiting.said.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 30, 30])
  expect(waiting.now()).toBeGreaterThan(240_000)
  expect(waiting.now()).toBeLessThanOrEqual(300_000)
})

test.each([
  ['a wrong password', refused({ code: '28P01' })],
  ['a database that nobody has made', refused({ code: '3D000' })],
  ['an older program', new StorageUnavailable('the database is of a newer version')],
  ['a fault of the program', new TypeError('no function')],
])('%s is told at once, and nobody waits for it', async (_, error) => {
  const waiting = patience()
  const asking = untilThere(() => Promise.reject(error), waiting)
  await expect(asking).rejects.toBe(error)
  expect(waiting.said).toEqual([])
})
