import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { appealDaysMax } from '#domain/loans/request/steps.ts'
import { nextStepOf } from '#src/app/lending/loan-register.ts'
import { cameInOf } from '#src/app/meeting/came-in.ts'
import { meetingNow } from '#src/app/meeting/line.ts'
import { meetingViewOf } from '#src/app/meeting/view.ts'
import { committeeStory } from '#test/support/committee.ts'
import { viewsOf } from '#test/support/loan-views.ts'
import {
  type StoryCommand,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  relieved,
} from '#test/support/village.ts'

const on = '2025-02-20'
const deposit = (memberId: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn: on,
  memberId,
  amount,
})

test('what came in is told of three who brought it, and not of two who brought it three times', () => {
  const toldOf = (...told: readonly StoryCommand[]) => {
    const story = committeeStory(told)
    return cameInOf(fundBookOf(story), story.entries.slice(-told.length))
  }
  const [first, second] = [deposit('m1', 5_000), deposit('m2', 7_000)]
  expect(toldOf(first, second, deposit('m1', 3_000))).toEqual([
    { kind: 'savings', amount: undefined },
  ])
  expect(toldOf(first, second, deposit('m3', 3_000))).toEqual([{ kind: 'savings', amount: 15_000 }])
})

test('a meeting goes on behind whoever came to the table last, whoever of them came before', () => {
  const count = { amount: 100_000_000, isByNote: false }
  const book = fundBookOf(
    committeeStory([
      { type: 'OpenMeeting', effectiveOn: on, count },
      {
        type: 'RecordAttendance',
        effectiveOn: on,
        present: ['m1', 'm2', 'm3', 'm4', 'm5'],
        absent: [],
      },
    ]),
  )
  const nextAfter = (...came: readonly string[]) =>
    meetingNow(book, meetingViewOf(book, on), new Map(came.map((memberId) => [memberId, 500])))
  expect(nextAfter('m1', 'm3')).toMatchObject({ memberId: 'm4', place: 4, of: 5 })
  expect(nextAfter('m3', 'm1')).toMatchObject({ memberId: 'm2', place: 2 })
  expect(nextAfter('m1', 'm3', 'o1')).toMatchObject({ memberId: 'm4' })
})

test('the meeting can be asked on the last day on which it may, and not on the day after', () => {
  const request = { state: 'refused', decision: { on } } as LoanRequest
  expect(nextStepOf(request, daysAfter(on, appealDaysMax))).toBe('appeal')
  expect(nextStepOf(request, daysAfter(on, appealDaysMax + 1))).toBeUndefined()
})

test('of two payments of one day and of two floods each is told as its own entry says', async () => {
  const flood = (n: number, day: string, eventId: string): StoryCommand => ({
    ...relieved(day, { from: day, to: daysAfter(day, 60) }, { eventId }),
    id: idOf(n),
  })
  const told: readonly StoryCommand[] = [
    paidOut({ on: '2025-01-20', principal: 300_000, months: 10 }),
    { ...paid(on, 30_000), id: idOf(901) },
    { ...paid(on, 50_000), id: idOf(902), early: 'fewer' } as StoryCommand,
    flood(903, '2025-03-01', 'E1'),
    flood(904, '2025-07-01', 'E2'),
  ]
  const { view, seqOf } = await viewsOf(told)
  const { facts } = (await view('l1', '2025-08-01'))!
  const repaid = facts.flatMap((one) => (one.kind === 'repaid' ? [[one.entryId, one.early]] : []))
  expect(repaid).toEqual([
    [idOf(901), undefined],
    [idOf(902), 'fewer'],
  ])
  const floods = facts.flatMap((one) => (one.kind === 'relief' ? [one.seq] : []))
  expect(floods).toEqual([seqOf(903), seqOf(904)])
})
