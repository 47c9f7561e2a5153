import { expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { dueBy, settlementOn } from '#src/app/lending/before-after.ts'
import { riel } from '#test/http/desk/at-desk.ts'
import { lending } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

/** A loan that is late, on its own page as the record-keeper or an auditor reads it. */
const lateLoan = async (door: 'record-keeper' | 'auditor' = 'record-keeper') => {
  const at = await lending()
  const { loan } = standingsOn(await at.bookNow(), practiceDay).find(
    ({ daysPastDue, owed }) => daysPastDue > 0 && owed > 0,
  )!
  const token = await at.as(door)
  const path = `/funds/${at.fundId}/loans/${loan.loanId}?lang=en`
  const page = await (await at.ask(path, { token })).text()
  return { at, loan, page, text: pageText(page) }
}

test('a loan that is late says what is due now before its next payment, and what of it is interest', async () => {
  const { loan, text } = await lateLoan()
  const { total, interest } = dueBy(loan, practiceDay)
  const due = text.indexOf(`Due now ${riel(total)} ${riel(interest)} of it is interest`)
  expect(due).toBeGreaterThan(0)
  // It holds what is late, and does not come on top of it.
  expect(text.indexOf('Next payment, if nothing is paid before')).toBeGreaterThan(due)
  expect(text).not.toContain('Interest counted, not yet paid')
})

test('what pays a loan off is one sum on its page and on the form of its repayment', async () => {
  const { at, loan, text } = await lateLoan()
  const sum = riel(settlementOn(loan, practiceDay))
  const { html } = await at.page(`record/repayment?loan=${loan.loanId}`)
  expect(text).toContain(`To pay it all off today ${sum}`)
  expect(pageText(html)).toContain(`To pay the whole loan off today ${sum}`)
})

test('a loan is not being paid back and late at once, and instalments say that they are without interest', async () => {
  const { text } = await lateLoan()
  expect(text).toMatch(/late \d+ days/)
  expect(text).not.toContain('being paid back')
  expect(text).toContain('Instalments, without interest')
})

test('the page of a loan begins with face and name for officers; an auditor reads its number and the card', async () => {
  const officer = await lateLoan()
  const { khmer } = (await officer.at.needs.store.names(officer.at.fundId)).find(
    ({ memberId }) => memberId === officer.loan.memberId,
  )!
  expect(/<h1>[^]*?<\/h1>/.exec(officer.page)![0]).toContain(khmer)
  expect(officer.page).toContain('at-face')
  const auditor = await lateLoan('auditor')
  expect(auditor.page).not.toContain(khmer)
  expect(pageText(/<h1>[^]*?<\/h1>/.exec(auditor.page)![0])).toContain(auditor.loan.number)
})

test('the list of loans says of one that is late what is due now', async () => {
  const { at, loan } = await lateLoan()
  const { html } = await at.page('loans?show=late')
  const line = html.split('<li').find((one) => one.includes(loan.loanId))!
  expect(pageText(`<p${line}`)).toContain(`Due now ${riel(dueBy(loan, practiceDay).total)}`)
})
