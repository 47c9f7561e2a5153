import { scheduleOf } from '#domain/loans/plan/scheduled.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import type { Village } from '#domain/village.ts'
import { byMeeting } from '#test/support/committee.ts'
import { communes } from '#test/support/flood.ts'
import { type StoryCommand, loanIn, standingIn } from '#test/support/village.ts'

export const households = 300
export const borrowers = households - 5
export const meeting = byMeeting({ present: 220, yes: 210, no: 4 })

export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
export const loanIds = range(borrowers).map((i) => `l${i}`)
/** Loans of a commune that are still owed when its trouble comes: those of six months are paid back by then. */
const longer = (commune: 0 | 1 | 2): string[] =>
  range(borrowers)
    .filter((i) => i % communes.length === commune && i % 7 !== 0)
    .map((i) => `l${i}`)
export const memberOf = (loanId: string): string => loanId.replace('l', 'm')

export const [upstream, flooded, spared] = [longer(0), longer(1), longer(2)] as const
/** Four said no before it was given, one after. */
export const [saidNoBefore, saidNoAfter] = [upstream.slice(0, 4), upstream[4]!] as const
export const putOff = upstream.slice(5)

export const days = (village: Village, loanId: string): string[] =>
  duesOf(loanIn(village, loanId))
    .filter(({ on }) => on > '2025-07-24')
    .map(({ on }) => on)
/** What a loan costs month by month where it is paid on its days. */
export const interestOf = (village: Village, loanId: string): number[] =>
  scheduleOf({ ...loanIn(village, loanId), repayments: [] }).map(({ interest }) => interest)
export const owed = (village: Village, ids: readonly string[], day: string): number =>
  ids.reduce((sum, loanId) => sum + standingIn(village, day, loanId).owed, 0)
export const schedules = (village: Village): string =>
  JSON.stringify([...village.loans.values()].map((loan) => [loan, scheduleOf(loan)]))

export const about = (
  type: 'DeclineRelief' | 'UndoRelief' | 'LapseRelief',
  on: string,
  more: object,
) => ({ type, effectiveOn: on, ...more }) as StoryCommand
export const ratified = (eventId: string, on: string): StoryCommand => ({
  type: 'RatifyRelief',
  effectiveOn: on,
  eventId,
  ballot: meeting,
})
export const votedFor = (code: string, on: string): StoryCommand => ({
  type: 'DecideSupport',
  effectiveOn: on,
  code,
  ballot: meeting,
})
export const part = (code: string, on: string, amount: number): StoryCommand => ({
  type: 'RecordSupportPart',
  effectiveOn: on,
  code,
  amount,
})
export const gift = (on: string, amount: number): StoryCommand => ({
  type: 'RecordDonation',
  effectiveOn: on,
  windowId: 'migration',
  amount,
})

/** Twenty households of the flooded commune take what was promised. */
export const emergency = flooded.slice(0, 20).map((loanId) => `e-${loanId}`)
