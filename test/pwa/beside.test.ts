import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import {
  eventsWaiting,
  nextOfRequest,
  requestsWaiting,
  wordsWaiting,
} from '#src/pwa/beside/acts.ts'
import { phoneDesk } from '#src/pwa/beside/desk.ts'
import type { Taken } from '#src/pwa/host.ts'
import { memberId } from '#test/contract/village-life.ts'
import { foundedVillage, fundId, phoneNeeds, syncedPhone } from '#test/pwa/village-with-phones.ts'
import { committeeStory, requested } from '#test/support/committee.ts'
import { declared } from '#test/support/flood.ts'
import { fundBookOf, paid, paidOut } from '#test/support/village.ts'

/* What waits beside the table of a meeting, where more than one thing does. */

test('a price that was read for this very day is voted on and paid out, and one of another day is read anew', () => {
  const next = (state: LoanRequest['state'], paidOutOn: string) => {
    const one = { loanId: 'l1', state, disclosure: { paidOutOn } } as LoanRequest
    return nextOfRequest(one, '2025-01-20')?.act.name
  }
  expect(next('appraised', '2025-01-20')).toBe('decision')
  expect(next('appraised', '2025-01-19')).toBe('disclosure')
  expect(next('appraised', '2025-02-20')).toBe('decision')
  expect(next('approved', '2025-01-20')).toBe('payout')
  expect(next('approved', '2025-01-19')).toBe('disclosure')
  expect(next('approved', '2025-01-21')).toBe('disclosure')
})

test('of several loans a word is waited for of those that were paid out on this day', () => {
  const lent = (loanId: string, on: string, memberId: string) =>
    paidOut({ on, principal: 100_000, months: 2, loanId, memberId })
  const book = fundBookOf(
    committeeStory([
      lent('l1', '2025-01-20', 'm1'),
      lent('l2', '2025-02-20', 'm2'),
      lent('l3', '2025-02-20', 'm3'),
    ]),
  )
  expect(wordsWaiting(book, '2025-02-20').map(({ loanId }) => loanId)).toEqual(['l2', 'l3'])
})

test('whoever asks anew beside a loan that she had before waits with the others', () => {
  const book = fundBookOf(
    committeeStory([
      paidOut({ on: '2025-01-02', principal: 100_000, months: 2, loanId: 'l0' }),
      paid('2025-01-03', 100_000, 'l0'),
      requested(),
      requested({ loanId: 'l2', memberId: 'm2' }),
    ]),
  )
  const waiting = requestsWaiting(book, '2025-01-20')
  expect(waiting.map(({ request, next }) => [request.loanId, next.act.name])).toEqual([
    ['l1', 'appraisal'],
    ['l2', 'appraisal'],
  ])
})

test('of two floods the meeting can give its word on each', () => {
  const lent = (loanId: string, of: string) =>
    paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId, memberId: of })
  const places = ['river']
  const book = fundBookOf(
    committeeStory([
      lent('l1', 'm1'),
      lent('l2', 'm2'),
      declared({ places }),
      declared({ places, eventId: 'E2', on: '2025-03-06', from: '2025-03-02', kind: 'drought' }),
    ]),
  )
  const waiting = eventsWaiting(book, '2025-03-10')
  expect(waiting.map(({ act, id }) => [act.name, id])).toEqual([
    ['relief', 'E2'],
    ['relief', 'E1'],
  ])
})

test('a phone calls each by the own name in the script that there is, and each who steps out steps out', async () => {
  const { service } = await foundedVillage()
  const phone = await syncedPhone(phoneNeeds(service))
  const day = { effectiveOn: '2026-06-20', v: 1, amount: 5_000 } as const
  const id = (n: number) => `00000000-0000-7000-8000-00000000009${n}`
  const deposit = (n: number) =>
    ({ ...day, type: 'RecordDeposit', id: id(n), memberId: memberId(n) }) as const
  await phone.write([{ command: deposit(1) }, { command: deposit(2) }])
  const taken = {
    memberId: null,
    names: [
      { memberId: memberId(3), khmer: 'សុខ', latin: null },
      { memberId: memberId(1), khmer: 'ដារា', latin: 'Dara' },
    ],
    stepsOut: [
      { memberId: memberId(1), officerId: memberId(2) },
      { memberId: memberId(1), officerId: memberId(3) },
    ],
  } as unknown as Taken
  const desk = phoneDesk({
    fundId,
    book: phone.shown().book,
    today: '2026-06-20',
    language: 'en',
    taken,
    hash: sha256,
  })
  const cards = desk.book.members.map(({ card }) => card)
  expect(cards.map((card) => desk.nameOf!(card))).toEqual(['Dara', undefined, 'សុខ', undefined])
  const { store } = desk.needs
  expect((await store.kinships(fundId)).map(({ secondId }) => secondId)).toEqual(
    [2, 3].map(memberId),
  )
  const accounts = [1, 2].map((n) => `liability:savings:${memberId(n)}` as const)
  const saved = await store.postings(fundId, { accounts })
  expect(saved.map(({ account }) => account)).toEqual(accounts)
})
