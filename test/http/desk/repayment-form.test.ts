import { expect, test } from 'vitest'
import { dueBy } from '#src/app/lending/before-after.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { bookOf } from '#src/app/queries.ts'
import { desk, riel, today } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

const typedIn = (page: string): string =>
  /<input[^>]*id="amount"[^>]*value="([^"]*)"/.exec(page.replaceAll(/\s+/g, ' '))![1]!

const oweing = async (at: Awaited<ReturnType<typeof desk>>) => {
  const book = (await bookOf(at.needs.store, at.fundId))!
  const due = book.loans.map((loan) => ({ loan, ...dueBy(loan, practiceDay) }))
  const late = due.find(({ total }) => total > 0)!
  const ahead = due.find(
    ({ loan, total }) => total === 0 && at.loans.some((one) => one.loanId === loan.loanId),
  )!
  return { late, ahead }
}

test('the form of a repayment begins with what is due today, and with nothing where nothing is', async () => {
  const at = await desk()
  const { late, ahead } = await oweing(at)
  const form = async (loanId: string): Promise<string> =>
    (await at.get(`record/repayment?loan=${loanId}`)).text()
  expect(typedIn(await form(late.loan.loanId))).toBe(amountTyped(late.total, 'KHR'))
  expect(typedIn(await form(ahead.loan.loanId))).toBe('')
})

test('once it is paid the form offers the same sum no second time', async () => {
  const at = await desk()
  const { late } = await oweing(at)
  const path = `record/repayment?loan=${late.loan.loanId}`
  const fields = { ...(await at.form(path)), amount: String(late.total), ...today }
  expect((await at.post('record/repayment', fields)).status).toBe(303)
  expect(typedIn(await (await at.get(path)).text())).toBe('')
})

test('of another day what was due on that day stands in the form', async () => {
  const at = await desk()
  const { late } = await oweing(at)
  const path = `record/repayment?loan=${late.loan.loanId}&on=2025-12-01`
  const { total } = dueBy(late.loan, '2025-12-01')
  expect(total).not.toBe(late.total)
  expect(typedIn(await (await at.get(path)).text())).toBe(
    total === 0 ? '' : amountTyped(total, 'KHR'),
  )
})

test('the sum of today under another day is asked about', async () => {
  const at = await desk()
  const { late } = await oweing(at)
  const path = `record/repayment?loan=${late.loan.loanId}`
  const fields = { ...(await at.form(path)), amount: String(late.total) }
  const ask = async (day: string): Promise<string> =>
    pageText(
      await (
        await at.post('record/repayment/confirm?lang=en', { ...fields, ...today, day, month: '12' })
      ).text(),
    )
  expect(await ask('1')).toContain('This is what is due today. On 1 December 2025 it was')
  expect(await ask('31')).not.toContain('This is what is due today.')
})

test('the form of a repayment shows face and name first, then the card', async () => {
  const at = await desk()
  const page = await (await at.get(`record/repayment?loan=${at.loan.loanId}`)).text()
  const [whose] = /<p class="whose">[^]*?<\/p>/.exec(page)!
  const places = ['at-face', 'called', at.loan.card].map((one) => whose.lastIndexOf(one))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('what is due stands before what is seldom said', async () => {
  const at = await desk()
  const { late } = await oweing(at)
  const page = await (await at.get(`record/repayment?loan=${late.loan.loanId}&lang=en`)).text()
  expect(page.indexOf('Due today')).toBeGreaterThan(page.indexOf('id="amount"'))
  expect(page.indexOf('Due today')).toBeLessThan(page.indexOf('<details class="fold"'))
  expect(pageText(page)).toContain(riel(late.total))
})
