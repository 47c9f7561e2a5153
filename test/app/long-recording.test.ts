import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { admission, founding, officer, recorderOn, shares } from '#test/contract/village-life.ts'

test('while a whole book is recorded others are let in again and again, and none waits for all of it', async () => {
  const store = memoryStore()
  const record = recorderOn(store)
  await record('fund-a', [founding(1), admission(2, 1)], officer)
  const book = Array.from({ length: 3000 }, (_, i) => shares(i + 3, 1, 1))
  const began = performance.now()
  let isOver = false
  const recording = record('fund-a', book, { ...officer, atomic: true }).finally(() => {
    isOver = true
  })
  const waits: number[] = []
  for (let at = began; !isOver; at = performance.now()) {
    await setImmediate()
    waits.push(performance.now() - at)
  }
  expect(await recording).toHaveLength(book.length)
  const took = performance.now() - began
  const longest = waits.reduce((most, wait) => Math.max(most, wait), 0)
  // Hundreds of times they are let in; what is left is written in one go.
  expect(waits.length).toBeGreaterThan(50)
  expect(longest / took).toBeLessThan(0.5)
  console.log(`P15: the longest wait was ${((100 * longest) / took).toFixed(0)} % of the recording`)
})
