import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Desk, type Fields, desk, fieldsOf, today } from '#test/http/desk/at-desk.ts'
import { hands, lending, lookedInto, chairsWord, written } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

const said = 'leaves for one meeting. A second officer gives the own name and PIN here.'

const findings = async ({ needs, fundId }: Pick<Desk, 'needs' | 'fundId'>) =>
  findingsOf((await bookOf(needs.store, fundId))!, practiceDay).filter(
    ({ code }) => code === 'out-by-one-hand',
  ).length

/** A cost that is paid out of the box, as far as the page that asks. */
const asked = async (at: Desk, amount: string, more: Fields = {}) => {
  const form = await at.form(`record/expense?fund=${at.fundId}`)
  const fields = { ...form, ...today, amount, kind: 'travel', payee: 'shop', purpose: 'meeting' }
  const answer = await at.post('record/expense/confirm?lang=en', { ...fields, ...more })
  return { status: answer.status, html: await answer.text() }
}

const put = async (at: Desk, html: string, more: Fields = {}) =>
  at.post('record/expense?lang=en', { ...fieldsOf(html), ...more })

const inBook = async (at: Desk, html: string): Promise<string> =>
  JSON.stringify(await at.needs.store.find(at.fundId, [fieldsOf(html)['id']!]))

const given: Fields = { login: practiceSecond.login, secret: practiceSecond.pin }

test('where more leaves than one may let out alone, the question asks for the second officer’s word', async () => {
  const at = await desk()
  const small = await asked(at, '5000')
  expect(small.status).toBe(200)
  expect(pageText(small.html)).not.toContain(said)
  const large = await asked(at, '90000')
  expect(pageText(large.html)).toContain(said)
  expect((await put(at, large.html, given)).status).toBe(303)
  const chair = at.book.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'chair'),
  )!
  expect(await inBook(at, large.html)).toContain(chair.memberId)
  expect(await findings(at)).toBe(0)
  // The same form sent twice counts once.
  const length = await at.length()
  expect((await put(at, large.html, given)).status).toBe(303)
  expect(await at.length()).toBe(length)
})

test('left empty it is recorded all the same, and stays as a finding', async () => {
  const at = await desk()
  const { html } = await asked(at, '90000')
  expect((await put(at, html)).status).toBe(303)
  expect(await findings(at)).toBe(1)
})

test('a wrong word records nothing, and the question is asked again', async () => {
  const at = await desk()
  const length = await at.length()
  const { html } = await asked(at, '90000')
  for (const more of [
    { ...given, secret: '000000' },
    { login: '', secret: '111111' },
  ]) {
    const answer = await put(at, html, more)
    expect(answer.status).toBe(403)
    expect(pageText(await answer.text())).toContain(said)
  }
  expect(await at.length()).toBe(length)
})

test('a pay-out that a vote has decided asks nobody else, says so, and is no finding', async () => {
  const at = await lending()
  const loanId = await lookedInto(at)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), said: 'lend', ...chairsWord })
  const text = pageText((await at.page(`loans/${loanId}?gate=payout`)).html)
  expect(text).toContain('What was decided stands behind it: nobody else need confirm it.')
  expect(text).not.toContain('Without her the line is recorded')
  const before = await findings(at)
  await written(at, `payout?loan=${loanId}`, { number: 'L26-07' })
  expect(await findings(at)).toBe(before)
})
