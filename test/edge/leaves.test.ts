import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Leaves } from '#domain/cases/leaves.ts'
import { fresh, leavesSuite } from '#test/contract/leaves-suite.ts'
import { fromWire, toWire } from '#test/edge/leaves-wire.ts'
import { type Running, startWorker } from '#test/edge/worker.ts'
import { orderTold } from '#test/support/order-told.ts'

let running: Running
let count = 0

beforeAll(async () => {
  running = await startWorker({ entry: 'leaves-worker.ts' })
})
afterAll(() => running?.stop())

/** The object of one world, asked over HTTP by the port's own names. */
const worldOf = (name: string) => {
  const ask = async (method: string, ...args: unknown[]): Promise<unknown> => {
    const answer = await fetch(`${running.url}/${name}`, {
      method: 'POST',
      body: toWire({ name: method, args: args.filter((one) => one !== undefined) }),
    })
    const told = fromWire(await answer.text()) as { value: unknown } | { fault: string }
    if ('fault' in told) throw new Error(told.fault)
    return told.value
  }
  const leaves: Leaves = {
    read: async (ids) => (await ask('read', ids)) as ReadonlyMap<string, Uint8Array>,
    change: async (changes) => (await ask('change', changes)) as 'kept' | 'stale',
    ids: async (after, limit) => (await ask('ids', after ?? '', limit)) as readonly string[],
  }
  return { leaves, ask, close: async () => {} }
}

const newWorld = () => {
  count += 1
  return worldOf(`world-${count}`)
}

leavesSuite('leaves in a Durable Object, in the Workers runtime', async () => {
  const world = newWorld()
  const again = async () => {
    await world.ask('restart')
    return world
  }
  return { ...world, again }
})

test('of 200 leaves the object tells no order in which they came', async () => {
  const { leaves, ask } = newWorld()
  const many = Array.from({ length: 200 }, () => fresh())
  for (let at = 0; at < many.length; at += 5) await leaves.change(many.slice(at, at + 5))
  const slots = (await ask('slots')) as readonly { slot: number; id: string }[]
  const places = new Map(slots.map(({ slot, id }) => [id, slot]))
  expect(orderTold(many.map(({ id }) => places.get(id) ?? -1))).toBeLessThan(5)
})
