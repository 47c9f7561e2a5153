import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

test('a machine that takes long to make the tables starts the service all the same', async () => {
  const slow = import.meta.resolve('#test/support/slow-tables.ts')
  const service = await started(folder, { NODE_OPTIONS: `--import=${slow}` })
  const isReady = await fetch(`${service.url}/readyz`)
  expect([isReady.status, await service.stop()]).toEqual([200, 0])
})

test('a practice fund that is started again prints a new link and keeps its book', async () => {
  const before = await started(folder)
  await before.stop()
  const again = await started(folder)
  const isReady = await fetch(`${again.url}/readyz`)
  await again.stop()
  expect(linkIn(again.printed(), 'start')).not.toBe(linkIn(before.printed(), 'start'))
  expect(isReady.status).toBe(200)
})
