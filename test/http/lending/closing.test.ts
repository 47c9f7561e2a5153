import { expect, test } from 'vitest'
import { practiceKeeper } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Desk, type Fields, desk, fieldsOf } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'

const bookNow = async ({ needs, fundId }: Desk) => (await bookOf(needs.store, fundId))!

/** The chair fills in a form, and another officer gives the own word on its question. */
const done = async (at: Desk, task: string, fields: Fields) => {
  const form = await at.form(`record/${task}?fund=${at.fundId}`)
  const question = await at.post(`record/${task}/confirm`, { ...form, ...fields })
  const html = await question.text()
  if (question.status !== 200) return { status: question.status, said: pageText(html) }
  const answer = await at.post(`record/${task}`, {
    ...fieldsOf(html),
    login: practiceKeeper.login,
    secret: practiceKeeper.pin,
  })
  return { status: answer.status, said: pageText(html + (await answer.text())) }
}

const keeperOf = async (at: Desk): Promise<string> =>
  (await bookNow(at)).members.find(({ offices }) =>
    offices.some(({ office }) => office === 'record-keeper'),
  )!.memberId

test('the chair closes the book through a day, and is told before what that carries over', async () => {
  const at = await desk('chair')
  const form = pageText(await (await at.get(`record/period-close?fund=${at.fundId}`)).text())
  expect(form).toMatch(
    /Closed so far not yet Surplus up to and including 30 November 2025 [\d,]+\u202f៛/,
  )
  const day = { day: '30', month: '11', year: '2025' }
  const closed = await done(at, 'period-close', { ...day, confirmedBy: await keeperOf(at) })
  expect(closed).toMatchObject({ status: 303 })
  expect(closed.said).toContain('It cannot be taken back.')
  expect((await bookNow(at)).fund.closedThrough).toBe('2025-11-30')
  const again = await done(at, 'period-close', { ...day, confirmedBy: await keeperOf(at) })
  expect(again).toMatchObject({ status: 409 })
  expect(again.said).toContain('The book is closed up to and including that day already.')
})

test('the members end the right of auditors by raised hands, and too few end nothing', async () => {
  const at = await desk('chair')
  expect(await (await at.get('auditors')).text()).toContain('record/auditors-end?fund=')
  const [access] = (await bookNow(at)).fund.auditors!
  const today = { day: '31', month: '12', year: '2025' }
  const voted = { ...today, networkId: access!.networkId, confirmedBy: await keeperOf(at) }
  const few = await done(at, 'auditors-end', { ...voted, present: '5', yes: '5', no: '0' })
  expect(few).toMatchObject({ status: 409 })
  const all = await done(at, 'auditors-end', { ...voted, present: '50', yes: '45', no: '5' })
  expect(all).toMatchObject({ status: 303 })
  expect((await bookNow(at)).fund.auditors).toMatchObject([{ endedOn: '2025-12-31' }])
  const after = pageText(await (await at.get(`record/auditors-end?fund=${at.fundId}`)).text())
  expect(after).toContain('No auditors may read the book')
})
