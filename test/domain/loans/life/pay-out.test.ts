import { expect, test } from 'vitest'
import {
  about,
  appraised,
  approved,
  committeeAfter,
  committeeStory,
  decided,
  disclosed,
  flagsOf,
  requested,
  reversed,
  turnedDown,
  wordOf,
} from '#test/support/committee.ts'
import {
  type StoryCommand,
  answerTo,
  booked,
  loanIn,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const out = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const like = (change: object): StoryCommand => ({ ...out, ...change }) as StoryCommand
const part = (on: string, amount: number, more: object = {}): StoryCommand => ({
  type: 'RecordPayoutPart',
  effectiveOn: on,
  loanId: 'l1',
  amount,
  ...more,
})
const saved = ['m1', 'm2'].map((memberId): StoryCommand => ({
  type: 'TakeOverSavings',
  effectiveOn: '2025-01-01',
  memberId,
  amount: 400_000,
}))
const agreed = committeeAfter([...saved, ...approved])

test('a loan that is paid out as it was decided has nothing to be told of', () => {
  expect(flagsOf(agreed, out)).toEqual([])
  const paid = committeeAfter([...saved, ...approved, out])
  expect(booked(paid, 'asset:loan:l1')).toBe(500_000)
  expect(booked(paid, 'asset:cash-box')).toBe(99_500_000)
  expect(paid.requests.get('l1')!.state).toBe('paid-out')
})

test('money that went out without a decision is recorded, and everybody is told', () => {
  const waysWithout: Record<string, readonly StoryCommand[]> = {
    'nobody asked': [],
    'asked only': [requested()],
    'looked at only': [requested(), appraised()],
    refused: [requested(), appraised(), turnedDown()],
    appealed: [
      requested(),
      appraised(),
      turnedDown('2025-01-15'),
      about('AppealDecision', '2025-01-16'),
    ],
    withdrawn: [...approved, about('WithdrawRequest', '2025-01-20')],
  }
  for (const [way, told] of Object.entries(waysWithout)) {
    const village = committeeAfter([...saved, ...told])
    expect([way, flagsOf(village, out)]).toEqual([way, ['paid-without-decision']])
    expect(booked(committeeAfter([...saved, ...told, out]), 'asset:cash-box')).toBe(99_500_000)
  }
})

test('money that went out before the day of the decision went out without one', () => {
  const early = like({ effectiveOn: '2025-01-19' })
  expect(flagsOf(agreed, early)).toEqual(['paid-without-decision'])
})

test('a loan unlike the one that was decided is recorded with that word', () => {
  const unlike = [
    { principal: 500_001 },
    { principal: 400_000 },
    { months: 9 },
    { product: 'seasonal' },
    { memberId: 'm2' },
    { plan: { repayment: 'equal-instalment' } },
    { firstDueOn: '2025-03-20' },
  ]
  for (const change of unlike)
    expect([change, flagsOf(agreed, like(change))]).toEqual([change, ['differs-from-decision']])
})

test('a plan that was decided in other words is the same plan', () => {
  const plan = {
    repayment: 'equal-instalment',
    instalmentRounding: { mode: 'up', step: 500 },
  } as const
  const told = [...saved, requested({ plan }), appraised(), decided()]
  const turned = { instalmentRounding: { step: 500, mode: 'up' }, repayment: 'equal-instalment' }
  expect(flagsOf(committeeAfter(told), like({ plan: turned }))).toEqual([])
})

test('a second general loan is worth a look, an emergency beside a general one is not', () => {
  const told = [...saved, ...approved, out]
  const second = like({ loanId: 'l2', number: 'L2', principal: 100_000, effectiveOn: '2025-02-01' })
  expect(flagsOf(committeeAfter(told), second)).toContain('second-loan')
  const urgent = like({
    loanId: 'l2',
    number: 'L2',
    product: 'emergency',
    principal: 100_000,
    months: 3,
  })
  expect(flagsOf(committeeAfter(told), urgent)).not.toContain('second-loan')
})

test('a loan has one id and one number', () => {
  const paid = committeeAfter([...approved, out])
  expect(wordOf(paid, out)).toBe('loan-already-there')
  expect(wordOf(paid, like({ loanId: 'l2' }))).toBe('loan-number-taken')
})

test('a loan may be paid out in parts; what is ahead falls due with them, whatever the day', () => {
  const first = like({ amount: 200_000 })
  expect(flagsOf(agreed, first)).toEqual([])
  const village = committeeAfter([...saved, ...approved, first, part('2025-02-05', 300_000)])
  expect(standingIn(village, '2025-01-31').owed).toBe(200_000)
  expect(standingIn(village, '2025-02-05').owed).toBe(500_000)
  const dues = standingIn(village, '2025-02-05').dues.map(({ principal }) => principal)
  expect(dues).toEqual(Array.from({ length: 10 }, () => 50_000))
  // 200,000 stood the whole month of 30 days; 300,000 came when 16 of them had gone.
  expect(standingIn(village, '2025-02-20').interestDue).toBe(3_000 + 2_100)
  expect(booked(village, 'asset:cash-box')).toBe(99_500_000)
})

test('of a loan of which a part went out, what falls due comes to that part and no more', () => {
  const village = committeeAfter([...saved, ...approved, like({ amount: 200_000 })])
  const { dues } = standingIn(village, '2025-03-01')
  expect(dues.reduce((sum, { principal }) => sum + principal, 0)).toBe(200_000)
})

test('a part beyond what was agreed is recorded with that word', () => {
  const village = committeeAfter([...saved, ...approved, like({ amount: 200_000 })])
  expect(flagsOf(village, part('2025-02-05', 300_000))).toEqual([])
  expect(flagsOf(village, part('2025-02-05', 300_100))).toEqual(['above-agreed'])
  const more = committeeAfter([...saved, ...approved, out, part('2025-02-05', 100)])
  expect(standingIn(more, '2025-02-05').owed).toBe(500_100)
  const { dues } = standingIn(more, '2025-02-05')
  expect(dues.reduce((sum, { principal }) => sum + principal, 0)).toBe(500_100)
})

test('a part of a loan that nobody decided has that word too', () => {
  const village = committeeAfter([...saved, like({ amount: 200_000 })])
  expect(flagsOf(village, part('2025-02-05', 300_000))).toEqual(['paid-without-decision'])
})

test('the first part is not more than the loan, and not nothing', () => {
  expect(wordOf(agreed, like({ amount: 500_001 }))).toBe('amount-not-whole')
  expect(wordOf(agreed, like({ amount: 0 }))).toBe('amount-not-whole')
  const first = committeeAfter([...saved, ...approved, like({ amount: 200_000 })])
  expect(wordOf(first, part('2025-02-05', 0))).toBe('amount-not-whole')
  expect(wordOf(first, part('2025-01-19', 100))).not.toBe('recorded')
})

test('a pay-out may bring its proof: who saw it, and the hash of a paper', () => {
  const hash = 'a'.repeat(64)
  const proof = { witnesses: ['m2', 'm3'], hash }
  const { entries } = committeeStory([...approved, like({ proof })])
  expect(entries.at(-1)!.body).toMatchObject({ proof })
  expect(wordOf(agreed, like({ proof: { hash } }))).toBe('recorded')
  expect(wordOf(agreed, like({ proof: { hash: 'a picture.jpg' } }))).toBe('proof-cannot-hold')
  expect(wordOf(agreed, like({ proof: { hash: 'A'.repeat(64) } }))).toBe('proof-cannot-hold')
  expect(wordOf(agreed, like({ proof: { witnesses: ['nobody'] } }))).toBe('proof-cannot-hold')
})

test('a part has a proof of its own', () => {
  const village = committeeAfter([...approved, like({ amount: 200_000 })])
  expect(wordOf(village, part('2025-02-05', 100, { proof: { witnesses: ['m4'] } }))).toBe(
    'recorded',
  )
  expect(wordOf(village, part('2025-02-05', 100, { proof: { hash: 'x' } }))).toBe(
    'proof-cannot-hold',
  )
})

test('the borrower is no witness of the own pay-out, and nobody is two witnesses', () => {
  expect(wordOf(agreed, like({ proof: { witnesses: ['m1', 'm2'] } }))).toBe('proof-cannot-hold')
  expect(wordOf(agreed, like({ proof: { witnesses: ['m2', 'm2'] } }))).toBe('proof-cannot-hold')
})

test('the terms of a loan are judged by the charter of its decision, not of its pay-out', () => {
  const told: readonly StoryCommand[] = [
    ...saved,
    ...approved,
    {
      type: 'AmendCharter',
      effectiveOn: '2025-01-22',
      charter: {
        ...agreed.fund!.charters[0]!.charter,
        rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' },
      },
      votes: { present: 9, yes: 9, no: 0 },
    },
    like({ effectiveOn: '2025-01-25' }),
  ]
  const { terms } = loanIn(committeeAfter(told))
  expect([terms.charterVersion, terms.rateMonthlyPercent]).toEqual([1, '1.5'])
})

test('of a loan of which a part went out, all interest of its life is at most half of that part', () => {
  const village = committeeAfter([...saved, ...approved, like({ amount: 200_000 })])
  expect(standingIn(village, '2060-12-31').interestDue).toBe(100_000)
  const whole = committeeAfter([...saved, ...approved, out])
  expect(standingIn(whole, '2060-12-31').interestDue).toBe(250_000)
})

test('all of it in one sum is no loan in parts, one riel less is', () => {
  const origin = (amount: number) => loanIn(committeeAfter([like({ amount })])).origin
  expect(origin(500_000)).toStrictEqual({ kind: 'paid-out', on: '2025-01-20' })
  expect(loanIn(committeeAfter([out])).origin).toStrictEqual(origin(500_000))
  expect(origin(499_999)).toEqual({ kind: 'paid-out', on: '2025-01-20', amount: 499_999 })
})

test('a part goes out on the day of the first one or later, and may bring what came before it', () => {
  const first = committeeAfter([...saved, ...approved, like({ amount: 200_000 })])
  expect(wordOf(first, part('2025-01-19', 100))).toBe('part-before-payout')
  expect(wordOf(first, part('2025-01-20', 100))).toBe('recorded')
  const kinds = (lenderKinds: readonly string[]) =>
    wordOf(first, part('2025-01-20', 100, { lenderKinds }))
  expect([kinds(['mfi']), kinds(['Mr Sok']), kinds([])]).toEqual([
    'recorded',
    'loan-cannot-hold',
    'loan-cannot-hold',
  ])
})

test('the first instalment falls due after the pay-out, and a loan lasts ten years at most', () => {
  const word = (change: object) => wordOf(agreed, like(change))
  const first = (firstDueOn: string) => word({ firstDueOn })
  expect(first('2025-01-19')).toBe('first-due-before-payout')
  expect(first('2025-01-20')).toBe('first-due-before-payout')
  expect(first('2025-01-21')).toBe('recorded')
  expect([word({ months: 120 }), word({ months: 121 })]).toEqual(['recorded', 'loan-cannot-hold'])
})

test('a loan by a plan that is dearer than the law allows is recorded with that word', () => {
  const dear = (rateMonthlyPercent: string) => like({ plan: { rateMonthlyPercent } })
  expect(flagsOf(agreed, dear('1.5'))).not.toContain('above-cap')
  expect(flagsOf(agreed, dear('1.51'))).toContain('above-cap')
})

test('the number of a loan that was taken back may be given again', () => {
  const { entries } = committeeStory([...approved, out])
  const back = reversed(entries.at(-1)!.id, '2025-01-21', { reason: 'did-not-happen' })
  const village = committeeAfter([...approved, out, back])
  expect(wordOf(village, like({ loanId: 'l2' }))).toBe('recorded')
  expect(wordOf(village, out)).toBe('recorded')
})

test('money that goes out on another day than the price was read for is in the book, and marked', () => {
  const village = committeeAfter(approved)
  const onDay = (on: string) => flagsOf(village, paidOut({ on, principal: 500_000, months: 10 }))
  expect(onDay('2025-01-20')).toEqual([])
  expect(onDay('2025-01-21')).toEqual(['price-of-another-day'])
})

test('after the vote the price is read anew for the day of the pay-out, until the money has gone out', () => {
  const anew = { ...disclosed({ on: '2025-01-21' }), paidOutOn: '2025-01-21' } as StoryCommand
  const out = paidOut({ on: '2025-01-21', principal: 500_000, months: 10 })
  const village = committeeAfter([...approved, { ...anew, id: 'anew' } as StoryCommand])
  expect(flagsOf(village, out)).toEqual([])
  const paid = committeeAfter([...approved, { ...anew, id: 'anew' } as StoryCommand, out])
  expect(answerTo(paid, { ...anew, id: 'again' } as StoryCommand)).toMatchObject({
    outcome: 'refused',
    code: 'request-closed',
  })
})
