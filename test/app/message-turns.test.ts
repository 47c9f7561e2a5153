import { expect, test } from 'vitest'
import { fromTurn } from '#src/app/messages/carrying.ts'

test('each village comes first in one round of so many as there are villages, and all are told in each', () => {
  const villages = ['a', 'b', 'c']
  expect(fromTurn(villages, 0)).toEqual(villages)
  const rounds = [29_000_000, 29_000_001, 29_000_002].map((minute) => fromTurn(villages, minute))
  expect(new Set(rounds.map(([first]) => first))).toEqual(new Set(villages))
  for (const round of rounds) expect(round.toSorted()).toEqual(villages)
  expect(fromTurn([], 7)).toEqual([])
})
