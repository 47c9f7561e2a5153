import { expect, test } from 'vitest'
import { canonicalJson } from '#domain/kernel/canonical.ts'
import { keptOf } from '#domain/corrections/kept.ts'
import { emptyVillage, evolve } from '#domain/village.ts'
import { admitted, founded, paid, paidOut, storyOf } from '#test/support/village.ts'

const { entries } = storyOf([
  founded(),
  admitted('m1'),
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
  paid('2025-02-20', 57_500),
])

test('a fold keeps of what can be taken back all that it said, as text', () => {
  const village = emptyVillage()
  for (const entry of entries) evolve(village, entry)
  const kept = [...village.kept].map(([id, one]) => ({ id, on: one.on, body: one.body }))
  expect(kept).toEqual(
    entries
      .filter(({ body }) => ['LoanPaidOut', 'RepaymentRecorded'].includes(body.type))
      .map(({ id, effectiveOn: on, body }) => ({ id, on, body })),
  )
  for (const one of village.kept.values()) expect(typeof one.data).toBe('string')
})

test('an entry that was read from its row keeps the text of the row and makes none of its own', () => {
  const { body, ...entry } = entries.at(-1)!
  if (body.type !== 'RepaymentRecorded') throw new TypeError(body.type)
  const { type: _type, v: _v, ...said } = body
  const data = canonicalJson(said as never)
  const kept = keptOf({ ...entry, data }, body)
  expect(kept.data).toBe(data)
  const back = kept.takenBackBy('another')
  expect([back.body, back.reversedBy, kept.reversedBy]).toEqual([body, 'another', undefined])
})
