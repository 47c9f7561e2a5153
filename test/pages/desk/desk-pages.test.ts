import { html } from 'hono/html'
import { expect, test } from 'vitest'
import type { RepaymentEffect, SavingEffect } from '#src/app/lending/before-after.ts'
import { type Carried, questionPage } from '#src/pages/desk/confirm.ts'
import { type DayList, chooseLoanPage, chooseMemberPage } from '#src/pages/desk/desk.ts'
import type { Form } from '#src/desk/act.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type Filling, fillingOf, unfilled } from '#src/desk/filling.ts'
import { repayment, repaymentReadBack } from '#src/desk/loans/repayment.ts'
import { saving, savingReadBack } from '#src/desk/savings/saving.ts'
import { actPage } from '#src/pages/desk/form.ts'
import type { Html } from '#src/pages/layout.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { receiptPage } from '#src/pages/desk/receipt.ts'
import { busyPage, stoppedPage } from '#src/pages/desk/stopped.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'
import { moneyInFigures, moneyInWords } from '#src/words/locale.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { pageText } from '#test/pages/page-text.ts'

const { book } = await bookFrom(paperBookFolder)
const loan = book.loans.find(({ number }) => number === 'L25-15')!
const at = (language: Language): At => ({ language, isPractice: true, fundId: 'fund' })
const today = '2025-12-31'
const row = {
  loanId: loan.loanId,
  memberId: loan.memberId,
  number: 'L25-15',
  card: 'M07',
  owed: 812_300,
  amount: 67_900,
  dueOn: '2026-01-20',
  daysLate: 0,
  isPostponed: false,
}
const desk: DayList = {
  currency: 'KHR',
  today,
  nextMeeting: '2026-01-20',
  dueByMeeting: [{ ...row, daysLate: 12 }, row],
  dueLater: [{ ...row, dueOn: '2026-03-20', isPostponed: true }],
  mayRecord: true,
  isNarrowed: false,
  isByName: true,
  cards: [{ memberId: 'm', card: 'M07' }],
}
const carried: Carried = { id: 'an-id', loan: loan.loanId, amount: '812300', day: '31' }
const repaid: RepaymentEffect = {
  loan,
  currency: 'KHR',
  amount: 812_300,
  on: today,
  interest: 12_300,
  principal: 790_000,
  excess: 10_000,
  isExcessSaved: false,
  owedBefore: 790_000,
  owedAfter: 0,
  movesLater: true,
  asksAgain: [
    { why: 'ten-times-usual', than: 81_200 },
    { why: 'three-times-instalment', than: 101_500 },
    { why: 'already-that-day', than: 812_300 },
  ],
}
const saved: SavingEffect = {
  currency: 'KHR',
  memberId: 'm',
  on: today,
  shares: 7,
  shareValue: 5000,
  sharesMax: 5,
  amount: 35_000,
  savedBefore: 120_000,
  savedAfter: 155_000,
  asksAgain: [],
}
/** The desk of a record-keeper; nothing on these pages asks the store. */
const tableIn = (language: Language): Desk => ({
  fundId: 'fund',
  language,
  book,
  today,
  who: { memberId: undefined, hasGivenSecret: true },
  along: {},
  needs: undefined as never,
})
const toPay = async (language: Language) => (await repayment.form(tableIn(language), loan.loanId))!
const toSave = async (language: Language) => (await saving.form(tableIn(language), loan.memberId))!
const fresh = ({ prefilled }: Form) => unfilled(prefilled)
/** The form after something was typed that cannot be read. */
const mistyped = ({ fields }: Form) => fillingOf(fields, (name) => (name === 'amount' ? 'two' : ''))

const paying = async (language: Language, filling: (form: Form) => Filling, refusal?: Html) => {
  const form = await toPay(language)
  const asked = { name: 'repayment', form, id: 'an-id' } as const
  return actPage(at(language), asked, { ...filling(form), refusal })
}
const flags = ['overpaid', 'before-payout', 'a-rule-of-later-days']
const receipt = {
  fundName: 'Practice village',
  entryId: 'an-id',
  day: today,
  seq: 2006,
  hash: '0123456789abcdef',
  code: 'VF1 a b c',
  checkAt: 'http://127.0.0.1/receipt',
  isAmountHidden: false,
  mayRecord: true,
  mayRead: true,
  mayCorrect: true,
}
const aboutRepayment = {
  kind: 'repayment' as const,
  card: 'M07',
  number: 'L25-15',
  currency: 'KHR' as const,
  amount: 812_300,
  interest: 12_300,
  principal: 790_000,
  excess: 10_000,
  owedNow: 0,
}
const aboutSaving = {
  kind: 'saving' as const,
  card: 'M07',
  currency: 'KHR' as const,
  amount: 35_000,
  shares: 7,
  shareValue: 5000,
  savedNow: 155_000,
}

const aboutOther = {
  kind: 'other' as const,
  name: 'Late fine',
  card: 'M07',
  number: 'L25-15',
  money: { amount: 500, currency: 'KHR' as const },
  lines: [['For', 'somebody']] as const,
}

const filled = { id: 'an-id', day: today, of: () => '' }
const question = { filled, today, carried, second: undefined } as const

const askRepayment = async (language: Language, effect = repaid) =>
  questionPage(at(language), {
    ...question,
    name: 'repayment',
    form: await toPay(language),
    effect: repaymentReadBack({ language }, effect),
    flags,
  })

const askSaving = async (language: Language) =>
  questionPage(at(language), {
    ...question,
    name: 'saving',
    form: await toSave(language),
    effect: savingReadBack(language, saved),
    flags: ['more-shares-than-a-meeting-allows'],
  })

const everyPage = (language: Language) => {
  const here = at(language)
  return [
    chooseLoanPage(here, desk),
    chooseMemberPage(here, 'saving', desk),
    chooseMemberPage(here, 'request', desk),
    paying(language, fresh),
    paying(language, mistyped),
    paying(language, fresh, html`<p>No.</p>`),
    toSave(language).then((form) =>
      actPage(here, { name: 'saving', form, id: 'an-id' }, fresh(form)),
    ),
    askRepayment(language),
    askSaving(language),
    receiptPage(here, { ...receipt, about: aboutRepayment }),
    receiptPage(here, { ...receipt, about: aboutSaving, isAmountHidden: true }),
    receiptPage(here, { ...receipt, about: aboutOther, mayRecord: false, mayRead: false }),
    receiptPage(here, {
      ...receipt,
      about: aboutOther,
      takesBack: { entryId: 'another-id', name: 'Repayment' },
      takenBackBy: 9,
      loanId: loan.loanId,
    }),
    stoppedPage(here, { why: 'used-before', entryId: 'an-id' }),
    stoppedPage(here, { why: 'not-yours' }),
    toPay(language).then((form) => busyPage(here, { name: 'repayment', form, carried })),
  ]
}

/** Calls a wording that takes parameters with harmless ones, so that every wording is a text. */
test('every page has one heading, a neutral title, nothing inline and no wording that is lacking', async () => {
  for (const language of languages) {
    for (const made of everyPage(language)) {
      const page = String(await made)
      expect(page.match(/<h1/g)).toHaveLength(1)
      expect(page).toContain(`<html lang="${language}"`)
      expect(page).not.toMatch(/<script|<style|style="|onclick|undefined|\[object|NaN/)
    }
  }
})

test('every page says in words that it is a practice fund', async () => {
  for (const made of everyPage('en'))
    expect(pageText(String(await made))).toContain('Practice: invented people and money')
})

test('the question says the amount in figures and in words of the page and of the village', async () => {
  const money = { amount: 812_300, currency: 'KHR' } as const
  const english = pageText(String(await askRepayment('en')))
  const khmer = pageText(String(await askRepayment('km')))
  for (const text of [english, khmer]) {
    expect(text).toContain(moneyInFigures(money))
    expect(text).toContain(moneyInWords(money, 'km'))
  }
  expect(english).toContain(moneyInWords(money, 'en'))
  expect(khmer).not.toContain(moneyInWords(money, 'en'))
})

test('the question names every doubt and every broken rule in plain words', async () => {
  const text = pageText(String(await askRepayment('en')))
  for (const said of [
    'Before 790,000\u202f៛ After 0\u202f៛',
    'Interest 12,300\u202f៛',
    'More than the loan needs 10,000\u202f៛',
    'This is 10,000\u202f៛ more than the loan needs.',
    'This day is before the loan came into the book.',
    'A rule of the fund is broken.',
    'Their interest will be counted anew.',
    'With this the loan is paid off.',
    '(usually 81,200\u202f៛)',
    '(one payment is 101,500\u202f៛)',
    '812,300\u202f៛ is in the book already for this day.',
  ])
    expect(text).toContain(said)
  // Whichever doubt comes first, a sum that may have a nought too many is told as such.
  const turned = { ...repaid, asksAgain: repaid.asksAgain.toReversed() }
  const { askZero } = deskWords.in('en')
  for (const page of [text, pageText(String(await askRepayment('en', turned)))])
    expect(page).toContain(askZero)
})

test('where nothing is doubted there is no warning and the plain button', async () => {
  for (const language of languages) {
    const words = deskWords.in(language)
    const text = pageText(String(await askRepayment(language, { ...repaid, asksAgain: [] })))
    expect(text).not.toContain(words.askHeading)
    expect(text).toContain(words.yesRecord)
    expect(text.indexOf(words.noChange)).toBeLessThan(text.indexOf(words.yesRecord))
  }
})

test('a loan paid off is good news only where nothing has to be counted again', async () => {
  const said = 'With this the loan is paid off.'
  const sure = String(await askRepayment('en', { ...repaid, asksAgain: [] }))
  const doubted = String(await askRepayment('en'))
  for (const page of [sure, doubted]) expect(pageText(page)).toContain(said)
  expect(sure).toContain('class="done"')
  expect(doubted).not.toContain('class="done"')
})

test('the list says who is late, who is next and what was postponed', async () => {
  const text = pageText(String(await chooseLoanPage(at('en'), desk)))
  for (const said of [
    '12 days late',
    'in 20 days',
    'Payments postponed',
    '20 March 2026',
    '67,900\u202f៛',
  ])
    expect(text).toContain(said)
  const khmer = pageText(String(await chooseLoanPage(at('km'), desk)))
  for (const said of ['យឺត 12 ថ្ងៃ', '20 ថ្ងៃទៀត', 'បានពន្យារការសង', '20 មីនា 2026'])
    expect(khmer).toContain(said)
})

test('a number that cannot be read is told beside its field, for readers of the screen too', async () => {
  for (const language of languages) {
    const page = String(await paying(language, mistyped))
    expect(page).toMatch(/id="amount-fault"/)
    expect(page).toMatch(/aria-describedby="amount-fault amount-hint"\s+aria-invalid="true"/)
    expect(pageText(page)).toContain(deskWords.in(language).amountNotDigits('212000'))
  }
})

test('where more was to be saved than was left to save, the savings are said to be unchanged', () => {
  const unchanged = JSON.stringify(deskWords.in('en').savingsUnchanged)
  const told = (excess: number): string =>
    JSON.stringify(
      repaymentReadBack(tableIn('en'), { ...repaid, isExcessSaved: true, excess }).told,
    )
  expect(told(0)).toContain(unchanged)
  expect(told(10_000)).not.toContain(unchanged)
})
