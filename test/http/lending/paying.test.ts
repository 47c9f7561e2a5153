import { expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { fineAllowedOn } from '#domain/loans/fine-limits.ts'
import { lendingCodeWords } from '#src/words/report-words.ts'
import { fieldsOf, riel } from '#test/http/desk/at-desk.ts'
import { check, lending, written } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

const said = lendingCodeWords.in('en')

test('a late fine says beforehand what is allowed, and what is too much goes to the savings', async () => {
  const at = await lending()
  // An ordinary loan is at the cap already, so that no fine has room beside its interest.
  const late = at.book.loans.find((loan) => fineAllowedOn(loan, practiceDay).allowed > 0)!
  const task = `late-fine?loan=${late.loanId}`
  const form = pageText((await at.page(`record/${task}`)).html)
  expect(form).toMatch(/A fine may come to at most [\d,]+\u202f៛/)
  const question = pageText((await check(at, task, { amount: '5000' })).html)
  expect(question).toContain(said['fine-above-limit'])
  const { receipt } = await written(at, task, { amount: '500' })
  expect(receipt).toContain('Late fine')
  expect(pageText((await at.page(`loans/${late.loanId}`)).html)).toContain('Late fine')
})

test('no fine is allowed on a loan that is paid in time, and the page says so', async () => {
  const at = await lending()
  const good = standingsOn(at.book, practiceDay).find(
    ({ status, daysPastDue }) => status === 'open' && daysPastDue <= 0,
  )!
  const form = pageText((await at.page(`record/late-fine?loan=${good.loan.loanId}`)).html)
  expect(form).toContain('The rules allow no fine today.')
})

test('money beyond the debt waits, and is saved or handed back at its owner’s word', async () => {
  const at = await lending()
  const { loanId, memberId, owed } = at.loan
  const more = { amount: String(owed * 2) }
  const waiting = pageText((await check(at, `repayment?loan=${loanId}`, more)).html)
  expect(waiting).toContain('ask what it is for')
  const saved = pageText(
    (await check(at, `repayment?loan=${loanId}`, { ...more, excessTo: 'yes' })).html,
  )
  expect(saved).toContain('The rest is added to the savings.')
  expect(saved).not.toContain('The member’s savings do not change.')
  await written(at, `repayment?loan=${loanId}`, more)
  const task = `waiting-money?member=${memberId}`
  expect(pageText((await at.page(`record/${task}`)).html)).toMatch(
    /Waiting for a word [\d,]+\u202f៛/,
  )
  const tooMuch = await check(at, task, { amount: '9000000', to: 'savings' })
  expect([tooMuch.status, pageText(tooMuch.html).includes(said['more-than-waits'])]).toEqual([
    409,
    true,
  ])
  const { receipt } = await written(at, task, { amount: '1000', to: 'savings' })
  expect(receipt).toContain('Add it to the savings')
})

test('one sum pays several loans in the payer’s order, as one line of the book', async () => {
  const at = await lending()
  const [first, second] = at.loans
  const before = await at.length()
  const task = `payment?member=${first!.memberId}`
  const fields = { amount: '60000', loan1: first!.loanId, loan2: second!.loanId, sender: 'kin' }
  const { receipt } = await written(at, task, fields)
  expect(await at.length()).toBe(before + 1)
  for (const said of [riel(60_000), first!.number, second!.number]) expect(receipt).toContain(said)
  const twice = await check(at, task, { ...fields, loan2: first!.loanId })
  expect(pageText(twice.html)).toContain(said['loans-cannot-hold'])
})

test('early money is paid in the borrower’s word, and what settling today saves is shown', async () => {
  const at = await lending()
  const form = await at.page(`record/repayment?loan=${at.loan.loanId}`)
  expect(pageText(form.html)).toMatch(/Paying it off today saves [\d,]+\u202f៛/)
  const question = await check(at, `repayment?loan=${at.loan.loanId}`, {
    amount: '200000',
    early: 'smaller',
    sender: 'employer',
    paidBy: at.chair.card,
  })
  const text = pageText(question.html)
  expect(text).toContain('Smaller payments, the same number')
  expect(text).toContain('sent by the employer')
  expect(text).toContain(said['paid-by-another'])
  expect(fieldsOf(question.html)['early']).toBe('smaller')
})

test('a witness is a member, whose card is found as it is written', async () => {
  const at = await lending()
  const form = await check(at, `payout-part?loan=${at.loan.loanId}`, {
    amount: '1000',
    witness1: 'M9999',
  })
  expect(form.status).toBe(400)
  expect(pageText(form.html)).toContain('Nobody of this fund is found by that.')
  const question = await check(at, `payout-part?loan=${at.loan.loanId}`, {
    amount: '1000',
    witness1: at.chair.card.toLowerCase(),
  })
  expect(fieldsOf(question.html)['witness1']).toBe(at.chair.card)
  expect(pageText(question.html)).toContain(said['above-agreed'])
})
