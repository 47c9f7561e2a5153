import { expect, test } from 'vitest'
import { windows } from '#src/http/windows.ts'

const minute = 60_000

/** A count of requests with a clock that is moved by hand. */
const counted = () => {
  let now = Date.parse('2026-01-20T02:00:00.000Z')
  const store = windows(minute, () => now)
  return {
    ask: (sender: string) => store.increment(sender),
    store,
    pass: (ms: number) => {
      now += ms
    },
  }
}

test('requests of one sender are counted for a minute from the first one, and then anew', () => {
  const { ask, pass } = counted()
  const first = ask('session 1').resetTime
  pass(30_000)
  expect(ask('session 1')).toEqual({ totalHits: 2, resetTime: first })
  pass(30_000 - 1)
  expect(ask('session 1').totalHits).toBe(3)
  pass(1)
  expect(ask('session 1').totalHits).toBe(1)
})

test('a sender who began late in one minute is still counted in the next', () => {
  const { ask, pass } = counted()
  ask('session 1')
  pass(50_000)
  for (let i = 0; i < 5; i += 1) ask('session 2')
  pass(20_000)
  expect(ask('session 1').totalHits).toBe(1)
  expect(ask('session 2').totalHits).toBe(6)
  pass(39_000)
  expect(ask('session 2').totalHits).toBe(7)
})

test('senders are counted apart, and one can be counted down or forgotten', () => {
  const { ask, store } = counted()
  ask('session 1')
  ask('session 1')
  expect(ask('session 2').totalHits).toBe(1)
  void store.decrement('session 1')
  expect(ask('session 1').totalHits).toBe(2)
  void store.resetKey('session 1')
  expect(ask('session 1').totalHits).toBe(1)
  expect(ask('session 2').totalHits).toBe(2)
})

test('after a long silence nobody is remembered', () => {
  const { ask, pass } = counted()
  ask('session 1')
  pass(100 * minute)
  expect(ask('session 2').totalHits).toBe(1)
  expect(ask('session 1').totalHits).toBe(1)
})
