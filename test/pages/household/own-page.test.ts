import { html } from 'hono/html'
import { expect, test } from 'vitest'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { ownViewOf } from '#src/app/household/own-view.ts'
import { lookedPage } from '#src/pages/household/asking.ts'
import { notRightPage } from '#src/pages/household/not-right.ts'
import { ownPage } from '#src/pages/household/own-page.ts'
import { languages } from '#src/words/catalogue.ts'
import { pageFiles } from '#src/pages/files.ts'
import { pageText } from '#test/pages/page-text.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const notRight = {
  asOf: '2025-02-25',
  nextMeeting: '2025-03-20',
  own: [
    {
      dispute: {
        disputeId: 'a-dispute',
        raisedOn: '2025-02-22',
        about: { kind: 'savings', memberId: 'm1' },
        reason: 'other',
        answers: [],
      },
      what: 'The savings',
    },
  ],
  isSent: true,
  form: html`<form></form>`,
} as const

const place = {
  language: 'en',
  isPractice: true,
  fundId: 'a-fund',
  fundName: 'Village 1',
} as const

/** The one script of the own page, which speaks its sums. */
const speaking = `<script src="${pageFiles.speak.path}" defer></script>`

const begun = [
  founded({ opening: { cash: 100_000_000, reserve: 100_000_000 } }),
  admitted('m1'),
  admitted('m2'),
]

const viewAfter = (told: readonly StoryCommand[], asOf: string) => {
  const story = storyOf([...begun, ...told])
  const savingsPostings = story.entries.flatMap(({ seq, effectiveOn, body }) =>
    body.postings
      .map((posting, line): PostingRow => ({
        ...posting,
        seq,
        line,
        entryType: body.type,
        effectiveOn,
      }))
      .filter(({ account }) => account === 'liability:savings:m1'),
  )
  return ownViewOf(fundBookOf(story), 'm1', { asOf, savingsPostings })!
}

const shares = (effectiveOn: string, memberId = 'm1'): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId,
  shares: 3,
})

const textAfter = async (
  told: readonly StoryCommand[],
  asOf: string,
  language: 'en' | 'km' = 'en',
) => pageText(String(await ownPage(viewAfter(told, asOf), { ...place, language })))

test('a member with nothing saved and nothing owed hears kind words and no empty lists', async () => {
  const text = await textAfter([], '2025-03-01')
  expect(text).toContain('Nothing saved yet. You can begin with one share at any meeting.')
  expect(text).toContain('You owe the fund nothing.')
  expect(text).toContain('Nothing has been written about you yet.')
  expect(text).not.toContain('Each loan')
  expect(text).not.toContain('Next payment')
})

test('of two windows of one kind each is told with its days', async () => {
  const flooded = [
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    relieved('2025-03-05', { from: '2025-03-05', to: '2025-06-04' }),
    relieved('2025-03-06', { from: '2025-08-01', to: '2025-10-31' }, { eventId: 'E2' }),
  ]
  const text = await textAfter(flooded, '2025-03-10')
  for (const day of ['4 June 2025', '31 October 2025']) expect(text).toContain(day)
})

test('what is left of several loans is one figure, with each loan below it', async () => {
  const view = viewAfter(
    [
      paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
      paidOut({
        on: '2025-02-20',
        principal: 100_000,
        months: 2,
        loanId: 'l2',
        product: 'emergency',
      }),
    ],
    '2025-02-25',
  )
  const page = String(await ownPage(view, place))
  const text = pageText(page)
  expect(text).toContain('Left of my loans 600,000\u202f៛')
  expect(text).toContain('Loan L1 500,000\u202f៛')
  expect(text).toContain('Loan L2 100,000\u202f៛')
  expect(page).toMatch(/loans\/l1"[^]*Loan L1[^]*loans\/l2"[^]*Loan L2/)
  // Both fall due on 20 March: 50,000 late, 50,000 + 50,000, and two months of interest.
  expect(text).toContain('Next payment 165,000\u202f៛ 20 March 2025 in 23 days')
  expect(text).toContain('100,000\u202f៛ of the loan itself')
  expect(text).toContain('15,000\u202f៛ interest')
  expect(text).toContain('50,000\u202f៛ already late')
})

test('a late payment is said without blame, with the next step', async () => {
  const text = await textAfter(
    [paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })],
    '2025-02-25',
  )
  expect(text).toContain('A payment has passed its day. Bring what you can')
})

test('paying early that saves nothing is not praised', async () => {
  const loan = paidOut({ on: '2025-01-20', principal: 100_000, months: 2, product: 'emergency' })
  const text = await textAfter([loan], '2025-01-25')
  expect(text).toContain('You would pay 100,000\u202f៛, and no interest.')
  expect(text).toContain('There is no hurry.')
})

test('relief is told while it lasts, with its reason, and not after it', async () => {
  const told = [
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    relieved('2025-02-10', { from: '2025-02-10', to: '2025-04-30' }),
  ]
  expect(await textAfter(told, '2025-03-01')).toContain('Payments put off: flood')
  expect(await textAfter(told, '2025-05-01')).not.toContain('Payments put off')
})

test('money paid beyond the debt waits for its owner, and she is told', async () => {
  const loan = paidOut({ on: '2025-01-20', principal: 100_000, months: 2, product: 'emergency' })
  const text = await textAfter([loan, paid('2025-02-20', 120_000)], '2025-03-01')
  expect(text).toContain('Waiting for your word 20,000\u202f៛')
  expect(text).toContain('You owe the fund nothing.')
})

test('a former member who still owes sees the debt and its days', async () => {
  const story = storyOf([
    founded(),
    admitted('m1', { isFormer: true }),
    takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 84_000 }),
  ])
  const view = ownViewOf(fundBookOf(story), 'm1', { asOf: '2025-01-10', savingsPostings: [] })!
  const text = pageText(String(await ownPage(view, place)))
  expect(text).toContain('You have left the fund.')
  expect(text).toContain('Left of my loan 84,000\u202f៛')
  expect(text).toContain('20 January 2025')
})

test('the last ten lines come newest first, each with what stood after it', async () => {
  const days = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-20`)
  const view = viewAfter(
    [...days.map((day) => shares(day)), shares('2025-12-20', 'm2')],
    '2025-12-31',
  )
  expect(view.lines).toHaveLength(10)
  expect(view.lineCount).toBe(12)
  expect(view.lines[0]).toMatchObject({ on: '2025-12-20', saved: 15_000, savings: 180_000 })
  const text = pageText(String(await ownPage(view, place)))
  expect(text).toContain('The last 10 of 12 lines.')
  expect(text).toContain('Saved 20 December 2025 15,000\u202f៛ in all 180,000\u202f៛')
})

test('a fund without this member has no page of hers', () => {
  const book = fundBookOf(storyOf(begun))
  expect(ownViewOf(book, 'm9', { asOf: '2025-03-01', savingsPostings: [] })).toBeUndefined()
})

test('every page stands in both languages, with one heading, a way out and nothing inline', async () => {
  const told = [paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }), shares('2025-02-20')]
  const view = viewAfter(told, '2025-02-25')
  const looks = [
    { at: '2025-02-20T01:00:00Z', who: { kind: 'unknown' }, action: 'RecordRepayment' },
    { at: '2025-02-20T01:00:00Z', who: { kind: 'by-card' }, action: 'read-receipt' },
    { at: '2025-02-20T01:00:00Z', who: { kind: 'self' }, action: 'manage-cards' },
    { at: '2025-02-20T01:00:00Z', who: { kind: 'others', roles: ['auditor'] }, action: 'sign-in' },
  ] as const
  const shown = looks.map((look) => ({ ...look, loan: undefined, outcome: 'refused' as const }))
  for (const language of languages) {
    const there = { ...place, language }
    const pages = [
      ownPage(view, there),
      notRightPage(there, notRight),
      lookedPage({ doors: shown, looks: shown, older: 'a', isNewest: true }, there),
      lookedPage({ doors: [], looks: [], older: undefined, isNewest: true }, there),
    ]
    for (const page of await Promise.all(pages.map(async (one) => String(await one)))) {
      expect(page.match(/<h1/g)).toHaveLength(1)
      expect(page).toContain('action="/quick-exit"')
      expect(page.replace(speaking, '')).not.toMatch(
        /<script|<style|\sstyle=|\son[a-z]+=|undefined|\[object/,
      )
    }
  }
})

test('a loan that is paid out in parts is owed as far as it was paid out', () => {
  const loan = paidOut({ on: '2025-01-20', principal: 600_000, months: 6 })
  const { lines, owed } = viewAfter(
    [
      { ...loan, amount: 200_000 } as StoryCommand,
      { type: 'RecordPayoutPart', effectiveOn: '2025-01-22', loanId: 'l1', amount: 100_000 },
    ],
    '2025-01-25',
  )
  expect(owed).toBe(300_000)
  expect(lines.map(({ principal, owed: then }) => [principal, then])).toEqual([
    [100_000, 300_000],
    [200_000, 200_000],
  ])
})

test('what was asked for stands on the own page until it is paid out or withdrawn', async () => {
  const asked: StoryCommand = {
    type: 'RequestLoan',
    effectiveOn: '2025-02-20',
    loanId: 'l9',
    memberId: 'm1',
    product: 'normal',
    principal: 250_000,
    months: 5,
    purpose: 'school',
  }
  expect(await textAfter([asked], '2025-02-25')).toContain(
    'Request for a loan Asked, not looked into yet 250,000\u202f៛',
  )
  const urgent = { ...asked, loanId: 'l8', product: 'emergency', principal: 90_000 } as const
  for (const sum of ['250,000', '90,000'])
    expect(await textAfter([asked, urgent], '2025-02-25')).toContain(`yet ${sum}`)
  const withdrawn: StoryCommand = {
    type: 'WithdrawRequest',
    effectiveOn: '2025-02-21',
    loanId: 'l9',
  }
  expect(await textAfter([asked, withdrawn], '2025-02-25')).not.toContain('Request for a loan')
})

test('of two loans that are paid early it is told what both take today, and what both save', async () => {
  const months = 10
  const two = [
    paidOut({ on: '2025-01-20', principal: 500_000, months }),
    paidOut({ on: '2025-01-20', principal: 700_000, months, loanId: 'l2' }),
  ]
  const view = viewAfter(two, '2025-02-25')
  const [one, other] = view.loans.map(({ early }) => early.saved)
  expect([one! > 0, other! > 0]).toEqual([true, true])
  const text = pageText(String(await ownPage(view, place)))
  expect(text).toContain(`${(one! + other!).toLocaleString('en')}\u202f៛`)
  const interest = view.loans.reduce((sum, { early }) => sum + early.interestNow, 0)
  expect(interest).toBeGreaterThan(view.loans[0]!.early.interestNow)
  expect(text).toContain(`${(1_200_000 + interest).toLocaleString('en')}\u202f៛`)
})

test('of money that is promised for two seasons, and of two reliefs that it has said no to, each is told', async () => {
  const line = {
    open: 0,
    promised: [
      { from: '2025-06-01', amount: 50_000 },
      { from: '2025-10-01', amount: 80_000 },
    ],
  } as unknown as ReturnType<typeof viewAfter>['line']
  const declined = [
    { eventId: 'E1', kind: 'flood', on: '2025-02-10' },
    { eventId: 'E2', kind: 'drought', on: '2025-02-20' },
  ] as const
  const view = { ...viewAfter([], '2025-03-01'), line, declined }
  const text = pageText(String(await ownPage(view, place)))
  const days = ['1 June 2025', '1 October 2025', '10 February 2025', '20 February 2025']
  for (const said of ['50,000', '80,000', ...days]) expect(text).toContain(said)
})
