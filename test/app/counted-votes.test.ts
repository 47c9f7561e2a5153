import { expect, test } from 'vitest'
import { countedIn, requestViewOf } from '#src/app/lending/loan-view.ts'
import {
  appraised,
  byMeeting,
  byOfficers,
  committeeStory,
  requested,
  turnedDown,
} from '#test/support/committee.ts'
import { fundBookOf } from '#test/support/village.ts'

test('a request that was turned down says why, and how many were for it', () => {
  const book = fundBookOf(committeeStory([requested(), appraised(), turnedDown()]))
  expect(requestViewOf(book, book.requests[0]!).decided).toEqual({
    on: '2025-01-20',
    outcome: 'refused',
    reason: 'no-cash',
    by: 'officers',
    yes: 0,
    no: 5,
    recused: 0,
    present: undefined,
    confirmedBy: 'O1',
  })
})

test('of a ballot is told how many, and of a meeting also how many were there', () => {
  expect(countedIn(byMeeting({ present: 9, yes: 7, no: 1 }, { recused: ['m1'] }))).toEqual({
    by: 'meeting',
    yes: 7,
    no: 1,
    recused: 1,
    present: 9,
  })
  expect(countedIn(byOfficers(['o1', 'o2'], ['o3']))).toEqual({
    by: 'officers',
    yes: 2,
    no: 1,
    recused: 0,
    present: undefined,
  })
})
