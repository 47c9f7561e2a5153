import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import type { Act } from '#src/desk/act.ts'
import type { Content } from '#src/desk/content.ts'
import type { Desk } from '#src/desk/desk.ts'
import { guarantee, appraisal } from '#src/desk/loans/asking.ts'
import { agreementLines } from '#src/desk/loans/agreement-lines.ts'
import { payoutDayOf } from '#src/desk/loans/cost.ts'
import { costText } from '#src/desk/loans/cost-text.ts'
import { decision, newPlan } from '#src/desk/loans/deciding.ts'
import { disclosure } from '#src/desk/loans/disclosure.ts'
import { fromSavings } from '#src/desk/loans/from-savings.ts'
import { payout, payoutPart } from '#src/desk/loans/paying-out.ts'
import { payment } from '#src/desk/loans/paying.ts'
import { payoutWord } from '#src/desk/loans/payout-word.ts'
import { repayment } from '#src/desk/loans/repayment.ts'
import { request } from '#src/desk/loans/request.ts'
import { quoteOfRequest } from '#src/app/lending/quoting.ts'
import { deskAfter as deskOf, sentAt } from '#test/desk/at-the-desk.ts'
import { appraised, committeeStory, decided, requested } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, paid, paidOut } from '#test/support/village.ts'

/* What the desk asks and tells of loans where there are two of them, of their parts, their guarantors or their days. */

type Typed = Readonly<Record<string, string>>

const formOf = async (act: Act, desk: Desk, id = 'l1') => (await act.form(desk, id))!

/** What becomes of a form that somebody fills in. */
const sent = async (act: Act, desk: Desk, typed: Typed, id = 'l1') => {
  const { form, filled, faults, command } = await sentAt(desk, [act.name, id], typed)
  return { faults: Object.keys(faults), command, effect: filled && (await form.effect(filled)) }
}

const fieldOf = async (act: Act, desk: Desk, name: string, id = 'l1') => {
  const found = (await formOf(act, desk, id)).fields.find((one) => one.name === name)!
  return 'choices' in found ? found.choices : []
}

/** The sums that are told, by what they are called. */
const sumsIn = (told: Content = []): Readonly<Record<string, number>> =>
  Object.fromEntries(
    told.flatMap((part) =>
      part.is === 'facts'
        ? part.facts.flatMap((one) => ('money' in one ? [[one.label, one.money.amount]] : []))
        : [],
    ),
  )

test('of two who stand for a loan one whose sum is missing is not left out, and four stand for it as well as two', async () => {
  const desk = deskOf([requested(), appraised()])
  const stand = (typed: Typed) => sent(guarantee, desk, typed)
  const first = { card1: 'M2', upTo1: '100000' }
  expect((await stand({ ...first, card2: 'M3' })).command?.['guarantees']).toEqual([
    { memberId: 'm2', upTo: 100_000 },
    { memberId: 'm3', upTo: 0 },
  ])
  const four = {
    ...first,
    card2: 'M3',
    upTo2: '1',
    card3: 'M4',
    upTo3: '2',
    card4: 'M5',
    upTo4: '3',
  }
  expect((await stand(four)).command?.['guarantees']).toHaveLength(4)
})

test('no officer stands behind a guarantee for whom the borrower is kin', async () => {
  const choices = await fieldOf(guarantee, deskOf([requested()]), 'approvedBy')
  expect(choices.map(({ value }) => value)).toEqual(['o1', 'o3', 'o5'])
})

test('where a second officer saw the agency’s paper, whoever looked into it does not sign on this device', async () => {
  const asked = requested({
    purpose: 'papers-and-travel',
    migration: {
      channel: 'agency',
      isAdult: true,
      agencyCheckedOn: '2025-01-05',
      agencyLicence: 'AG-1',
    },
  })
  const desk = deskOf([asked])
  const looked = { appraisedBy: 'o3', finding: 'sound', signsHere: 'yes' }
  expect((await sent(appraisal, desk, looked)).command).toMatchObject({ signedBy: 'o3' })
  const seen = (await sent(appraisal, desk, { ...looked, agencySeenBy: 'o1' })).command
  expect(seen).toMatchObject({ appraisedBy: 'o3', agencySeenBy: 'o1' })
  expect(seen).not.toHaveProperty('signedBy')
})

test('a price that was read for today is the one that is told today', () => {
  const { book } = deskOf([requested()])
  const day = '2025-01-22'
  const read = { disclosure: { paidOutOn: day } } as never
  expect(payoutDayOf(book, read, day)).toBe(day)
  expect(payoutDayOf(book, read, '2025-01-23')).toBe('2025-02-20')
})

test('just so much as officers may lend by themselves is theirs to decide, and one riel more is the meeting’s', async () => {
  const byOf = async (principal: number) => {
    const book = fundBookOf(committeeStory([requested({ principal }), appraised()]))
    const choices = await fieldOf(decision, { ...deskOf([]), book }, 'by')
    return choices.map(({ value }) => value)
  }
  const officersMax = 1_000_000
  expect(await byOf(officersMax)).toEqual(['officers', 'meeting'])
  expect(await byOf(officersMax + 100)).toEqual(['meeting'])
})

test('of a new plan the largest payment is told as it is on the day of the vote, and not as it was at first', async () => {
  const told = [
    paidOut({ on: '2025-01-20', principal: 1_000_000, months: 3 }),
    paid('2025-02-20', 400_000),
  ]
  const desk = deskOf(told, { today: '2025-03-20' })
  const typed = { months: '2', firstDueOn: '2025-04-20', by: 'meeting', confirmedBy: 'o1' }
  const effectOn = async (day: string) =>
    Object.values(
      sumsIn(
        (await sent(newPlan, desk, { ...typed, day, yes: '9', no: '0', present: '9' })).effect
          ?.told,
      ),
    )
  expect(await effectOn('2025-02-19')).toEqual([333_400, 500_000])
  expect(await effectOn('2025-03-20')).toEqual([333_400, 307_500])
})

test('an agreement that was read for another day is kept and priced as of that day', async () => {
  const desk = deskOf([{ ...requested() } as never], { today: '2025-01-06' })
  const asked = desk.book.requests[0]!.asked
  const other = '2025-01-27'
  const { command, effect } = await sent(disclosure, desk, { paidOutOn: other })
  const text = costText(desk.book, asked, { paidOutOn: other, language: 'km' })!
  expect(command).toMatchObject({ paidOutOn: other, textHash: sha256(text) })
  const priced = effect!.told!.flatMap((part) => (part.is === 'loan-price' ? [part.quote] : []))
  expect(priced).toEqual([quoteOfRequest(desk.book, asked, other)])
})

test('of a loan in three parts all that was lent is taken off what is still to be paid', async () => {
  const asked = requested({ principal: 900_000 })
  const part = (on: string, amount: number): StoryCommand =>
    ({ type: 'RecordPayoutPart', effectiveOn: on, loanId: 'l1', amount }) as never
  const first = {
    ...paidOut({ on: '2025-01-20', principal: 900_000, months: 10 }),
    amount: 300_000,
  }
  const desk = deskOf([
    asked,
    appraised(),
    decided(),
    first as never,
    part('2025-01-25', 200_000),
    part('2025-02-01', 100_000),
  ])
  expect(Object.values(sumsIn((await formOf(payoutPart, desk)).told))).toEqual([900_000, 300_000])
})

const agreed = (loanId: string, principal: number, more: object = {}): readonly StoryCommand[] => [
  requested({ loanId, principal, ...more }),
  appraised({ loanId }),
  decided({ loanId }),
]
const lent = (loanId: string, principal: number, amount = principal): StoryCommand =>
  ({ ...paidOut({ on: '2025-01-20', principal, months: 10, loanId }), amount }) as StoryCommand

test('of two loans of hers each is paid out to its own lenders, and to all of them', async () => {
  const buyOut = { purpose: 'buy-out', buyOut: { lenderKinds: ['mfi', 'moneylender'] } } as const
  const before = [
    ...agreed('l0', 100_000),
    lent('l0', 100_000, 50_000),
    paid('2025-01-20', 50_000, 'l0'),
    ...agreed('l1', 500_000, buyOut),
  ]
  const namesOf = async (act: Act, told: readonly StoryCommand[], loanId: string) => {
    const { fields, prefilled } = await formOf(act, deskOf(told), loanId)
    const names = fields.flatMap(({ name }) => (name.startsWith('lender-') ? [name] : []))
    return names.map((name) => [name, prefilled?.[name]])
  }
  const both = ['lender-mfi', 'lender-moneylender']
  expect(await namesOf(payout, before, 'l1')).toEqual(both.map((name) => [name, 'yes']))
  const parts = [
    ...before,
    { ...lent('l1', 500_000, 200_000), lenderKinds: ['mfi'] } as StoryCommand,
  ]
  expect(await namesOf(payoutPart, parts, 'l0')).toEqual([])
  expect(await namesOf(payoutPart, parts, 'l1')).toEqual(both.map((name) => [name, undefined]))
  const desk = deskOf(before)
  const out = await sent(payout, desk, { number: 'L1' })
  expect(out.command).toMatchObject({ lenderKinds: ['mfi', 'moneylender'] })
})

test('whoever pays several loans at once chooses her own first, and none that is paid off', async () => {
  const of = (memberId: string, loanId: string, product: 'normal' | 'emergency' = 'normal') =>
    paidOut({ on: '2025-01-20', principal: 100_000, months: 2, loanId, memberId, product })
  const told = [
    of('m2', 'l1'),
    of('m1', 'l2'),
    of('m3', 'l3'),
    of('m1', 'l4', 'emergency'),
    of('m1', 'l5', 'emergency'),
    paid('2025-02-01', 200_000, 'l5'),
  ]
  const desk = deskOf(told)
  const choices = await fieldOf(payment, desk, 'loan1', 'm1')
  expect(choices.map(({ value }) => value)).toEqual(['l2', 'l4', 'l1', 'l3'])
  const inDollars = desk.book.loans.map((loan) =>
    loan.loanId === 'l1' ? { ...loan, terms: { ...loan.terms, currency: 'USD' as const } } : loan,
  )
  const mixed = { ...desk, book: { ...desk.book, loans: inDollars } }
  const labels = (await fieldOf(payment, mixed, 'loan1', 'm1')).map(({ label }) => label)
  expect(labels.map((label) => /[$៛]/u.exec(label)?.[0])).toEqual(['៛', '៛', '$', '៛'])
})

test('what another page says was due on this very day stands in the form', async () => {
  const desk = deskOf([paidOut({ on: '2025-01-20', principal: 100_000, months: 2 })])
  const on = async (day: string) =>
    (await formOf(repayment, { ...desk, along: { on: day } })).prefilled?.['amount']
  expect(await on('2025-02-20')).toBeDefined()
  expect(await on('2025-02-19')).toBeUndefined()
})

test('whoever got the money says so, or an officer who did not get it', async () => {
  const desk = deskOf([
    paidOut({ on: '2025-01-20', principal: 100_000, months: 2, memberId: 'o3' }),
  ])
  const choices = await fieldOf(payoutWord, desk, 'approvedBy')
  expect(choices.map(({ value }) => value)).toEqual(['o3', 'o1', 'o4', 'o5'])
})

test('from savings no more is taken than pays the loan off, interest of the day included', async () => {
  const desk = deskOf([paidOut({ on: '2025-01-20', principal: 100_000, months: 2 })], {
    today: '2025-02-25',
  })
  const sums = Object.values(sumsIn((await formOf(fromSavings, desk)).told))
  expect(sums[1]).toBeGreaterThan(sums[0]!)
})

test('a loan that is paid every three months has its rate told of three months, and no first day before it is asked for', async () => {
  const desk = deskOf([], { today: '2025-01-06' })
  const typed = { principal: '300000', months: '4', purpose: 'farm', every: '3-months' }
  const ask = (more: Typed) => sent(request, desk, { ...typed, ...more }, 'm1')
  const { faults, command } = await ask({ firstDueOn: '2025-04-06' })
  expect(faults).toEqual([])
  const quote = quoteOfRequest(desk.book, command as never, '2025-01-06')!
  const text = agreementLines(quote, 'en').flatMap((one) => ('text' in one ? [one.text] : []))
  expect(text.join(' ')).toContain('from one instalment to the next')
  expect((await ask({ firstDueOn: '2025-01-06' })).faults).toEqual(['firstDueOn'])
  expect((await ask({ dayOfMonth: '5' })).faults).toEqual([])
  expect((await ask({ dayOfMonth: '5', every: 'week' })).faults).toEqual(['dayOfMonth'])
})

test('of two debts each is kept with what it takes and whether it ends, and what was vouched for is not taken away', async () => {
  const kept: [subject: string, text: string][] = []
  const at = (told: readonly StoryCommand[]): Desk => {
    const desk = deskOf(told)
    const store = {
      ...desk.needs.store,
      keep: async (_: string, notes: readonly { subject: string; text: string }[]) => {
        for (const { subject, text } of notes) kept.push([subject, text])
      },
      find: async () => [],
    }
    const sealing = { seal: async (...[, , text]: readonly [string, string, string]) => text }
    return { ...desk, needs: { ...desk.needs, store, sealing } as unknown as Desk['needs'] }
  }
  const buyOut = { purpose: 'buy-out', buyOut: { lenderKinds: ['mfi'] } } as const
  const typed = {
    appraisedBy: 'o3',
    finding: 'sound',
    incomeLeast: '400000',
    debtMonthly1: '50000',
    debtMonthly2: '60000',
    debtOwed2: '700000',
    debtEnds2: 'yes',
  }
  const { form, filled } = await sentAt(at([requested(buyOut)]), ['appraisal', 'l1'], typed)
  await form.beside!.keep(filled!)
  expect(kept.map(([, text]) => JSON.parse(text) as unknown)).toEqual([
    {
      income: { least: 400_000, most: 400_000 },
      debts: [
        { owed: 0, monthly: 50_000, ends: false },
        { owed: 700_000, monthly: 60_000, ends: true },
      ],
    },
  ])
  const again = await sentAt(at([requested(buyOut), appraised()]), ['appraisal', 'l1'], typed)
  await again.form.beside!.keep(again.filled!)
  await again.form.beside!.drop(again.filled!)
  expect(kept).toHaveLength(1)
})
