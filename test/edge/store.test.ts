import { afterAll, beforeAll } from 'vitest'
import { storeSuite } from '#test/contract/store-suite.ts'
import { openWorld } from '#test/edge/remote-store.ts'
import { type Running, startWorker } from '#test/edge/worker.ts'

let running: Running

beforeAll(async () => {
  running = await startWorker({ entry: 'store-worker.ts' })
})

afterAll(() => running?.stop())

storeSuite('a store of Durable Objects in the Workers runtime', async () => {
  const { store, close } = await openWorld(running)
  return { store, close }
})
