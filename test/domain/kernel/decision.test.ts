import { expect, test } from 'vitest'
import { refused, refusedAbove } from '#domain/kernel/decision.ts'

test('a refusal names what stands in the way, or the most that would be taken, where it is either', () => {
  const outcome = 'refused'
  expect(refused('reverse-first', ['e1', 'e2'])).toEqual({
    outcome,
    code: 'reverse-first',
    entries: ['e1', 'e2'],
  })
  expect(refused('too-late')).toStrictEqual({ outcome, code: 'too-late' })
  expect(refusedAbove('more-than-owed', 5)).toEqual({ outcome, code: 'more-than-owed', most: 5 })
})
