import { expect, test } from 'vitest'
import { handsFault, isQuorum } from '#domain/fund/hands.ts'

test.each([
  // Of ten members seventy per cent are seven.
  [6, 10, 70, false],
  [7, 10, 70, true],
  [8, 10, 70, true],
  // Of sixty members 68 per cent are 40.8: forty people are too few.
  [40, 60, 68, false],
  [41, 60, 68, true],
  [5, 10, 50, true],
  [4, 10, 50, false],
  [3, 3, 100, true],
  [2, 3, 100, false],
  [0, 0, 67, true],
  // Two thirds are two thirds, and not sixty-seven of a hundred.
  [40, 60, 67, true],
  [39, 60, 67, false],
  [2, 3, 67, true],
  [20, 60, 34, true],
  [19, 60, 34, false],
  [40, 60, 66, true],
])('%i of %i members are a quorum of %i per cent: %s', (present, active, quorumPercent, is) => {
  expect(isQuorum(present, { active, charter: { quorumPercent } })).toBe(is)
})

const tooMany = { code: 'more-votes-than-present', at: '' }
const notWhole = { code: 'votes-not-whole', at: '' }

test.each([
  [{ present: 10, yes: 6, no: 4 }, undefined],
  [{ present: 10, yes: 6, no: 3 }, undefined],
  [{ present: 10, yes: 6, no: 5 }, tooMany],
  [{ present: 10, yes: 0, no: 11 }, tooMany],
  [{ present: 0, yes: 0, no: 0 }, undefined],
  [
    { present: 11, yes: 6, no: 4 },
    { code: 'more-present-than-members', at: '/present' },
  ],
  [{ present: 9.5, yes: 6, no: 3 }, notWhole],
  [{ present: 10, yes: -1, no: 3 }, notWhole],
  [{ present: 10, yes: 6, no: 0.5 }, notWhole],
])('of ten members hands %o can be counted, or it is said why not', (hands, fault) => {
  expect(handsFault(hands, 10)).toEqual(fault)
})
