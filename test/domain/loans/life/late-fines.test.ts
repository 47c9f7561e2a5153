import { expect, test } from 'vitest'
import { fineAllowedOn, finesOf } from '#domain/loans/fine-limits.ts'
import type { Deferral } from '#domain/loans/loan.ts'
import { allOfUs, committeeAfter, flagsOf, savedSince, wordOf } from '#test/support/committee.ts'
import { flat, lentLikeThat } from '#test/support/older.ts'
import {
  answerTo,
  bodyOf,
  booked,
  loanIn,
  paid,
  paidOut,
  relieved,
  standingIn,
  type StoryCommand,
} from '#test/support/village.ts'

/** At 1 % a month there is room for fines under the cap of 1.5 %. */
const cheap = { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } }
const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const fined = (on: string, amount: number, loanId = 'l1'): StoryCommand => ({
  type: 'RecordLateFine',
  effectiveOn: on,
  loanId,
  amount,
})
const after = (told: readonly StoryCommand[], charter: object = cheap) =>
  committeeAfter([half, ...told], charter)
/** What of the fines came to the social fund and what stands as savings of the payer. */
const where = (told: readonly StoryCommand[], charter: object = cheap) => {
  const village = after(told, charter)
  return [0 - booked(village, 'liability:social-fund'), savedSince(village)]
}

test('a fine of a thousand riel a meeting goes to the social fund, never to income', () => {
  const village = after([fined('2025-03-01', 1_000)])
  expect(where([fined('2025-03-01', 1_000)])).toEqual([1_000, 0])
  expect(booked(village, 'income:fines')).toBe(0)
  expect(flagsOf(after([]), fined('2025-03-01', 1_000))).toEqual([])
})

test('more than a thousand at one meeting was never due: the rest is the own savings of who paid', () => {
  expect(where([fined('2025-03-01', 1_500)])).toEqual([1_000, 500])
  expect(flagsOf(after([]), fined('2025-03-01', 1_500))).toEqual(['fine-above-limit'])
  expect(where([fined('2025-03-01', 700), fined('2025-03-01', 700)])).toEqual([1_000, 400])
})

test('fines for one instalment come to 5 % of it at most, however many meetings it is late', () => {
  const days = ['2025-03-01', '2025-03-10', '2025-03-15', '2025-03-19']
  expect(where(days.map((day) => fined(day, 1_000)))).toEqual([2_500, 1_500])
})

test('nobody is fined who is not late', () => {
  expect(where([fined('2025-02-20', 1_000)])).toEqual([0, 1_000])
  expect(where([paid('2025-02-20', 55_000), fined('2025-03-01', 1_000)])).toEqual([0, 1_000])
})

test('whoever brings what is late and the fine at one meeting was late, in whatever order they are written', () => {
  const [money, fine] = [paid('2025-03-01', 55_000), fined('2025-03-01', 1_000)]
  expect(where([fine, money])).toEqual([1_000, 0])
  expect(where([money, fine])).toEqual([1_000, 0])
})

test('there is no fine in relief, and none from the day of the event', () => {
  const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' })
  expect(where([flood, fined('2025-03-01', 1_000)])).toEqual([0, 1_000])
  expect(where([flood, fined('2025-04-10', 1_000)])).toEqual([0, 1_000])
  expect(where([flood, fined('2025-02-25', 1_000)])).toEqual([1_000, 0])
})

test('no fine lifts what a loan costs above the cap', () => {
  const full = { rateMonthlyPercent: { normal: '1.5', seasonal: '1.5', emergency: '0' } }
  const told = [fined('2025-03-01', 1_000)]
  expect(where(told, full)).toEqual([0, 1_000])
  expect(standingIn(after(told, full), '2025-03-01').interestDue).toBe(7_500)
})

test('a fine pays neither interest nor principal, and no interest is counted on it', () => {
  const [bare, with_] = [after([]), after([fined('2025-03-01', 1_000)])].map((village) => {
    const { owed, interestDue, dues } = standingIn(village, '2025-06-30')
    return { owed, interestDue, dues }
  })
  expect(with_).toEqual(bare)
})

test('a fine for a loan that is repaid, or not yet paid out, was never due', () => {
  expect(where([paid('2025-02-01', 600_000), fined('2025-03-01', 1_000)])[0]).toBe(0)
  expect(where([fined('2025-01-10', 1_000)])).toEqual([0, 1_000])
})

test('a fine is a sum of money for a loan that is there', () => {
  expect(wordOf(after([]), fined('2025-03-01', 0))).toBe('amount-not-whole')
  expect(wordOf(after([]), fined('2025-03-01', 1_000, 'l9'))).toBe('loan-unknown')
})

test('a payment that is written down late takes back the fine that it makes wrong', () => {
  const [money, fine] = [paid('2025-02-20', 55_000), fined('2025-03-01', 1_000)]
  expect(where([fine, money])).toEqual(where([money, fine]))
  const flood = relieved('2025-02-15', { from: '2025-02-15', to: '2025-05-31' })
  expect(where([fine, flood])).toEqual(where([flood, fine]))
})

/** What of one fine on a day is allowed of a loan with a window that was only known on 1 April. */
const allowedWith = (window: Omit<Deferral, 'eventId' | 'declaredOn'>, on: string): number => {
  const deferral = { ...window, eventId: 'E1', declaredOn: '2025-04-01' }
  const fines = [{ id: 'fine', on, amount: 1_000 }]
  return finesOf({ ...loanIn(after([])), deferrals: [deferral], fines })[0]!.allowed
}

test('a fine of the first or the last day of a flood that was known later is given back, one of the day beside it not', () => {
  const flood = { from: '2025-03-01', to: '2025-03-10', stopsFines: true } as const
  const days = ['2025-02-28', '2025-03-01', '2025-03-10', '2025-03-11']
  expect(days.map((day) => allowedWith(flood, day))).toEqual([1_000, 0, 0, 1_000])
  const written = { from: '2025-03-01', to: '2025-03-10' }
  expect(days.map((day) => allowedWith(written, day))).toEqual([1_000, 1_000, 1_000, 1_000])
})

test('an instalment may be fined from the day after its due date', () => {
  const allowedOn = (day: string) => fineAllowedOn(loanIn(after([])), day)
  expect(allowedOn('2025-02-20')).toMatchObject({ allowed: 0, dueOn: '2025-02-20' })
  expect(allowedOn('2025-02-21')).toMatchObject({ allowed: 1_000, dueOn: '2025-02-20' })
  const before = [paid('2025-02-24', 55_000)]
  expect(fineAllowedOn(loanIn(after(before)), '2025-02-24').allowed).toBe(1_000)
  expect(fineAllowedOn(loanIn(after(before)), '2025-02-25').allowed).toBe(0)
})

test('who is given up at a meeting was late when it began; a day later nobody is fined', () => {
  const givenUp: StoryCommand = {
    type: 'WriteOffLoan',
    effectiveOn: '2025-03-20',
    loanId: 'l1',
    ballot: allOfUs,
  }
  expect(where([givenUp, fined('2025-03-20', 1_000)])).toEqual([1_000, 0])
  expect(where([givenUp, fined('2025-03-21', 1_000)])).toEqual([0, 1_000])
})

test('the next instalment that is late has 5 % of its own', () => {
  // At no interest there is room for 7,500 a month under the cap.
  const free = { rateMonthlyPercent: { normal: '0', seasonal: '0', emergency: '0' } }
  const first = ['2025-03-01', '2025-03-10', '2025-03-15'].map((day) => fined(day, 1_000))
  expect(where(first.slice(0, 2), free)).toEqual([2_000, 0])
  expect(where(first, free)).toEqual([2_500, 500])
  const second = [paid('2025-03-18', 50_000), fined('2025-03-25', 1_000)]
  expect(where([...first, ...second], free)).toEqual([3_500, 500])
})

test('fines are judged by their days, and those of a day by their ids, whichever was told first', () => {
  const fines = [
    { id: 'c', on: '2025-03-10', amount: 700 },
    { id: 'b', on: '2025-03-10', amount: 700 },
    { id: 'd', on: '2025-03-01', amount: 1_200 },
  ]
  const judged = (list: typeof fines) =>
    finesOf({ ...loanIn(after([])), fines: list }).map(({ id, allowed }) => [id, allowed])
  const inOrder = [
    ['d', 1_000],
    ['b', 700],
    ['c', 300],
  ]
  expect([judged(fines), judged(fines.toReversed())]).toEqual([inOrder, inOrder])
})

test('the entry of a fine says what of this one is allowed, and for which instalment', () => {
  const village = after([fined('2025-03-01', 800)])
  expect(bodyOf(answerTo(village, fined('2025-03-01', 800)))).toMatchObject({
    amount: 800,
    allowed: 200,
    dueOn: '2025-02-20',
    flags: ['fine-above-limit'],
  })
})

/** A fine of a thousand riel and what of it came to the social fund. */
const ofThousand = (told: readonly StoryCommand[], on: string, normal = '0'): number => {
  const rateMonthlyPercent = { normal, seasonal: normal, emergency: '0' }
  const village = committeeAfter([...told, fined(on, 1_000)], { rateMonthlyPercent })
  return 0 - booked(village, 'liability:social-fund')
}

test('5 % of an odd instalment are rounded down', () => {
  const small = paidOut({ on: '2025-01-20', principal: 7_999, months: 1 })
  // Five months at the cap are 595; 5 % of 7,999 are 399.95.
  expect(ofThousand([small], '2025-06-25')).toBe(399)
  const longer = paidOut({ on: '2025-01-20', principal: 79_990, months: 10 })
  expect(ofThousand([longer], '2025-03-01')).toBe(395)
})

test('the room under the cap is counted in whole riel, by the months that have ended', () => {
  const small = paidOut({ on: '2025-01-20', principal: 7_999, months: 1 })
  const days = ['2025-02-21', '2025-03-19', '2025-03-20', '2025-03-21']
  expect(days.map((day) => ofThousand([small], day))).toEqual([119, 119, 238, 238])
  // At 1.45 % a month bears 7,200 where 7,500 would be at the cap.
  expect(ofThousand([half], '2025-03-01', '1.45')).toBe(300)
})

test('fines before take their part of the room under the cap', () => {
  const before = fined('2025-03-01', 200)
  // 200 and another 100 are the 300 that there is room for.
  expect(ofThousand([half, before], '2025-03-05', '1.45')).toBe(300)
})

test('the room under the cap is counted on the balances that there were', () => {
  // 12,800 of it are principal: 7,500 and 7,308 at the cap, less 7,200 and 7,000.
  expect(ofThousand([half, paid('2025-02-20', 20_000)], '2025-03-25', '1.45')).toBe(608)
})

test('a fee takes its part of the room, and a vote that makes a loan cheaper leaves more', () => {
  const withFee = (fee: number) => lentLikeThat(flat('0.7', { fee }))
  // 12,700 a month where 15,000 would be at the cap: room for 2,300 of fees and fines.
  const room = [0, 1_300, 1_301, 2_299, 2_300, 2_301].map((fee) =>
    ofThousand([withFee(fee)], '2025-03-01'),
  )
  expect(room).toEqual([1_000, 1_000, 999, 1, 0, 0])
  const vote: StoryCommand = {
    type: 'ConvertLoan',
    effectiveOn: '2025-02-05',
    loanId: 'l1',
    ballot: allOfUs,
  }
  expect(ofThousand([lentLikeThat(flat('3'))], '2025-03-01', '1')).toBe(0)
  expect(ofThousand([lentLikeThat(flat('3')), vote], '2025-03-01', '1')).toBe(1_000)
})

test('a loan by a plan of its own has the room of 1.5 % a month, too', () => {
  const plan = { repayment: 'equal-instalment', rateMonthlyPercent: '1.45' }
  expect(ofThousand([{ ...half, plan } as StoryCommand], '2025-03-01')).toBe(300)
})
