import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { slowWrites } from '#test/support/slow-writes.ts'

test('a store whose writes take their time shows nothing of them before their time', async () => {
  const kept = memoryStore()
  const store = slowWrites(kept)
  const writing = store.keep('f1', [{ subject: 'a', text: 'b' }])
  expect((await store.of('f1')).size).toBe(0)
  await writing
  expect((await store.of('f1')).get('a')).toBe('b')
})
