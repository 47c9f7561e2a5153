import { expect, test } from 'vitest'
import { particularParts } from '#domain/fund/people/particulars.ts'
import { bookOf } from '#src/app/queries.ts'
import { desk, fieldsOf, today } from '#test/http/desk/at-desk.ts'
import { lending, lookedInto, somebodyFree } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

type At = Pick<Awaited<ReturnType<typeof desk>>, 'needs' | 'fundId'>

const namesOf = async ({ needs, fundId }: At) => {
  const kept = await needs.store.names(fundId)
  return (memberId: string) => kept.find((one) => one.memberId === memberId)!
}

/** The form of a loan that was voted on, with a witness as she is typed; what was answered. */
const votedOn = async () => {
  const at = await lending()
  const loanId = await lookedInto(at)
  return { at, loanId, named: await namesOf(at) }
}

test('officers who vote, who confirm and who look into a request stand by name, then card and office', async () => {
  const { at, loanId, named } = await votedOn()
  const { html } = await at.page(`record/decision?loan=${loanId}`)
  const text = pageText(html)
  const { khmer } = named(at.chair.memberId)
  expect(text).toContain(`${khmer}, ${at.chair.card}, Chair`)
  for (const { memberId, card } of at.officers.filter(({ offices }) => offices.length > 0))
    if (text.includes(`, ${card}, `)) expect(text).toContain(`${named(memberId).khmer}, ${card}, `)
  expect(text).not.toContain(`Card ${at.chair.card}, Chair`)
})

test('a form about the whole fund names its second officer, and the look is in the log', async () => {
  const at = await desk()
  const looks = async () =>
    (await at.needs.store.activities(at.fundId, { limit: 1000 })).filter(
      ({ action }) => action === 'read-names',
    ).length
  const before = await looks()
  const page = await (await at.get(`record/expense?fund=${at.fundId}&lang=en`)).text()
  const named = await namesOf(at)
  const chair = at.book.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'chair'),
  )!
  expect(pageText(page)).toContain(`${named(chair.memberId).khmer}, ${chair.card}, Chair`)
  expect(await looks()).toBe(before + 1)
  // A form that asks for nobody opens no names.
  await at.get(`record/statement?fund=${at.fundId}&lang=en`)
  expect(await looks()).toBe(before + 1)
})

test('whoever brought a repayment is found by name in either script, by a part of it, or by card', async () => {
  const at = await desk()
  const named = await namesOf(at)
  const { memberId, card } = at.book.members.find(
    (one) => !one.isFormer && one.card !== at.loan.card,
  )!
  const { khmer, latin } = named(memberId)
  const path = `record/repayment?loan=${at.loan.loanId}`
  const page = await (await at.get(path)).text()
  expect(page).toContain(`<option value="${khmer} · ${card}">${latin}</option>`)
  expect(page).toMatch(/list="paidBy-people"/)
  expect(page.match(/<datalist/g)).toHaveLength(1)
  for (const paidBy of [khmer!, latin!.toUpperCase(), card, `${khmer} · ${card}`]) {
    const fields = { ...fieldsOf(page), amount: '1000', ...today, paidBy }
    const question = await (await at.post('record/repayment/confirm?lang=en', fields)).text()
    expect(fieldsOf(question)['paidBy'], paidBy).toBe(card)
    expect(pageText(question)).toContain(`${khmer} · ${card}`)
  }
})

test('where several are called alike the form says who, and nobody is taken for another', async () => {
  const at = await desk()
  const [one, two] = at.book.members.filter(({ isFormer }) => !isFormer)
  const alike = { khmer: 'សុខ ដារា', latin: 'Sok Dara' }
  await at.needs.store.keepNames(
    at.fundId,
    [one!, two!].map(({ memberId }) => ({ fundId: at.fundId, memberId, ...alike })),
  )
  const path = `record/repayment?loan=${at.loan.loanId}`
  const fields = { ...(await at.form(path)), amount: '1000', ...today, paidBy: 'sok dara' }
  const answer = await at.post('record/repayment/confirm?lang=en', fields)
  const text = pageText(await answer.text())
  expect(answer.status).toBe(400)
  expect(text).toContain('Several are found by that:')
  expect(text).toContain(`សុខ ដារា · ${one!.card}; សុខ ដារា · ${two!.card}`)
  const none = await at.post('record/repayment/confirm?lang=en', { ...fields, paidBy: 'qqq' })
  expect(pageText(await none.text())).toContain('Nobody of this fund is found by that.')
})

test('where no names were written down somebody is found by card alone, and no list is offered', async () => {
  const at = await desk()
  for (const { memberId } of at.book.members)
    await at.needs.store.forget(at.fundId, memberId, particularParts)
  const page = await (await at.get(`record/repayment?loan=${at.loan.loanId}&lang=en`)).text()
  expect(page).not.toContain('<datalist')
  expect(pageText(page)).toContain('By the number on the card')
})

test('a key-holder is found by name, and stands in the book by id as before', async () => {
  const at = await desk()
  const named = await namesOf(at)
  const member = at.book.members.find(({ isFormer }) => !isFormer)!
  const path = `meetings/${practiceDay}/open`
  const page = await (await at.get(path)).text()
  expect(page).toContain('list="key1-people"')
  const fields = { ...fieldsOf(page), sum: '1000', key1: named(member.memberId).latin! }
  const asked = await at.post(path, fields)
  if (asked.status === 200)
    expect((await at.post(path, fieldsOf(await asked.text()))).status).toBe(303)
  const book = (await bookOf(at.needs.store, at.fundId))!
  expect(book.meetings.find(({ heldOn }) => heldOn === practiceDay)?.opening?.keyHolders).toEqual([
    member.memberId,
  ])
})

test('the page of a request names nobody to an auditor', async () => {
  const { at, loanId, named } = await votedOn()
  const { memberId } = await somebodyFree(at)
  const auditor = await at.as('auditor')
  const page = await (
    await at.ask(`/funds/${at.fundId}/loans/${loanId}`, { token: auditor })
  ).text()
  expect(page).not.toContain(named(at.chair.memberId).khmer)
  expect(page).not.toContain(named(memberId).khmer)
  expect(page).not.toContain('<datalist')
})
