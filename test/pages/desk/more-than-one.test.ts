import { expect, test } from 'vitest'
import type { Form } from '#src/desk/act.ts'
import type { Content } from '#src/desk/content.ts'
import { choiceField } from '#src/desk/fields.ts'
import { questionPage } from '#src/pages/desk/confirm.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { type DayList, chooseLoanPage } from '#src/pages/desk/desk.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { receiptPage } from '#src/pages/desk/receipt.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { tenTimesPart } from '#src/pages/desk/ten-times.ts'
import { sumField } from '#src/desk/fields.ts'
import { pageText } from '#test/pages/page-text.ts'

/* Pages of the desk on which there is more than one of a thing. */

const at: At = { language: 'en', isPractice: false, fundId: 'fund' }
const money = (amount: number) => ({ amount, currency: 'KHR' }) as const
const textOf = (...told: Content) => pageText(String(contentPart(at, told)))

test('of two officers, two elected, two balances and two lines below a sum none is left out', () => {
  expect(textOf({ is: 'stepped-out', officers: ['Dara', 'Sok'] })).toMatch(/Dara.*Sok/)
  const elected = textOf({ is: 'elected', elected: ['Chan', 'Mao'], until: '2026-12-31' })
  expect(elected).toContain('Chan; Mao')
  const balances = [
    { label: 'Box', before: money(1_000), after: money(2_000) },
    { label: 'Bank', before: money(3_000), after: money(4_000) },
  ]
  expect(textOf({ is: 'balances', balances })).toMatch(/Box.*1,000.*2,000.*Bank.*3,000.*4,000/)
  const below = ['in 20 days', '20 January 2026']
  const facts = [{ label: 'Next', money: money(500), below }] as const
  expect(textOf({ is: 'facts', facts })).toMatch(/in 20 days, 20 January 2026/)
})

test('of two sums that may have a zero too many each is asked about with its notes', () => {
  const doubt = (label: string, amount: number) => ({ label, ...money(amount), usual: 1_000 })
  const told = pageText(String(tenTimesPart('en', [doubt('Fee', 20_000), doubt('Loan', 50_000)])))
  expect(told).toMatch(/Fee.*20,000.*1 × 20,000.*Loan.*50,000.*1 × 50,000/)
})

const row = (loanId: string, dueOn: string) => ({
  loanId,
  memberId: loanId,
  number: loanId,
  card: `card ${loanId}`,
  owed: 100_000,
  amount: 10_000,
  dueOn,
  daysLate: 0,
  isPostponed: false,
})

test('loans that are due before, on and after the next meeting are all there, each with its own day but those of the meeting', () => {
  const desk: DayList = {
    currency: 'KHR',
    today: '2025-12-31',
    nextMeeting: '2026-01-20',
    dueByMeeting: [row('l1', '2026-01-12'), row('l2', '2026-01-20')],
    dueLater: [row('l3', '2026-02-20')],
    mayRecord: true,
    isNarrowed: false,
    isByName: false,
    cards: [],
  }
  const text = pageText(String(chooseLoanPage(at, desk)))
  expect(text).toMatch(/card l1.*12 January 2026.*card l2.*card l3.*20 February 2026/)
  expect(text).not.toContain('20 January 2026')
})

const receipt = {
  fundName: 'A village',
  entryId: 'an-id',
  day: '2025-12-31',
  seq: 7,
  hash: '0123456789abcdef',
  code: 'VF1 a b c',
  checkAt: 'http://127.0.0.1/receipt',
  isAmountHidden: false,
  mayRecord: false,
  mayRead: false,
  mayCorrect: false,
} as const

test('a receipt has each line of what it is for, and where the sum is hidden no other one stands there either', () => {
  const lines = [
    ['For', 'somebody'],
    ['Beside', 'somebody else'],
  ] as const
  const other = { kind: 'other', name: 'Fine', money: money(500), lines } as const
  expect(pageText(String(receiptPage(at, { ...receipt, about: other })))).toMatch(
    /For somebody.*Beside somebody else/,
  )
  const next = { loanId: 'l1', on: '2026-01-20', ...money(67_900) }
  const paid = { ...other, kind: 'repayment', card: 'M1', number: 'l1', ...money(9_000) } as const
  const about = { ...paid, interest: 1_000, principal: 8_000, excess: 0, owedNow: 44_000 }
  const shown = (isAmountHidden: boolean) =>
    pageText(String(receiptPage(at, { ...receipt, about, next, isAmountHidden })))
  expect(shown(false)).toMatch(/9,000.*8,000.*1,000.*44,000.*67,900/)
  expect(shown(true)).not.toMatch(/[0-9],000|67,900/)
})

test('of two sums of one form the other is asked about and read back too', () => {
  const sum = (name: string, isLarge = false) =>
    sumField({ language: 'en' }, { name, label: name, currency: 'KHR', usual: 1_000, isLarge })
  const fields = [sum('amount', true), sum('fee')]
  const typed: Readonly<Record<string, string>> = { amount: '20000', fee: '30000' }
  const filled = { id: 'an-id', day: '2025-12-31', of: (name: string) => typed[name] ?? '' }
  const form = { title: 'A form', question: 'Right?', fields, subject: { field: 'fund', id: 'f' } }
  const asked = (asksAgain: readonly object[]) =>
    pageText(
      String(
        questionPage(at, {
          name: 'repayment',
          form: form as unknown as Form,
          filled,
          effect: {
            money: { said: 'Paid', sum: money(20_000), on: 'On', isOf: 'loans' },
            asksAgain: asksAgain as never,
          },
          today: '2025-12-31',
          flags: [],
          carried: {},
          second: undefined,
        }),
      ),
    )
  expect(asked([])).toMatch(/fee 30,000/)
  const usual = 'usually 1,000'
  const [already, tenTimes] = [
    { why: 'already-that-day', than: 20_000 },
    { why: 'ten-times-usual', than: 500 },
  ]
  expect(asked([already]).split(usual)).toHaveLength(3)
  for (const asks of [[tenTimes], [already, tenTimes], [tenTimes, already]])
    expect(asked(asks).split(usual)).toHaveLength(2)
})

test('what has to be chosen is chosen already where there is one of it, and not where there are two', () => {
  const shown = (...names: readonly string[]) => {
    const choices = names.map((value) => ({ value, label: value }))
    const field = choiceField({ name: 'which', label: 'Which', choices, fault: 'x', as: 'radios' })
    return String(fieldShown('en', field, { value: '', fault: undefined })).split(' checked').length
  }
  expect([shown('one'), shown('one', 'two')]).toEqual([2, 1])
})
