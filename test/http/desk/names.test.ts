import { expect, test } from 'vitest'
import { particularParts } from '#domain/fund/people/particulars.ts'
import { type Desk, desk, savingOf, someMember } from '#test/http/desk/at-desk.ts'

const called = async (at: Desk): Promise<string> => {
  const { memberId } = someMember(at)
  const { khmer } = (await at.needs.store.names(at.fundId)).find(
    (name) => name.memberId === memberId,
  )!
  return khmer!
}

const looks = async ({ needs, fundId }: Desk) =>
  (await needs.store.activities(fundId, { limit: 1000 })).filter(
    ({ action }) => action === 'read-names',
  )

test('where a member is chosen, on the form and on its check, the name stands beside the card', async () => {
  const at = await desk()
  const name = await called(at)
  expect(await (await at.get('record/saving')).text()).toContain(name)
  const { memberId } = someMember(at)
  const form = await (await at.get(`record/saving?member=${memberId}`)).text()
  expect(form).toContain(`<b class="called"><bdi>${name}</bdi></b>`)
  const question = await (await at.post('record/saving/confirm', await savingOf(at, '2'))).text()
  expect(question).toContain(`<b class="called"><bdi>${name}</bdi></b>`)
  // The first page, the form twice and the check: each look is written down.
  const own = `member:${memberId}`
  expect((await looks(at)).map(({ subject }) => subject)).toEqual([own, own, own, ''])
})

test('in the lists of loans and of savings the name stands before the card, for those who may see names', async () => {
  const at = await desk()
  const names = await at.needs.store.names(at.fundId)
  const nameOf = (id: string) => names.find(({ memberId }) => memberId === id)!.khmer!
  const lists = [
    ['loans', at.loan.memberId, at.loan.card],
    ['savings', someMember(at).memberId, 'M09'],
    ['record/repayment', at.loan.memberId, at.loan.card],
  ] as const
  for (const [path, memberId, card] of lists) {
    const page = await (await at.get(path)).text()
    const name = page.indexOf(nameOf(memberId))
    expect(name, path).toBeGreaterThan(0)
    expect(page.slice(name, name + 300), path).toContain(card)
  }
  expect((await looks(at)).length).toBe(lists.length)
  const auditor = await desk('auditor')
  for (const path of ['loans', 'savings']) {
    const page = await (await auditor.get(path)).text()
    expect(page).toContain(at.loan.card)
    for (const { khmer } of names) expect(page, path).not.toContain(khmer)
  }
})

test('the receipt, the book and the log have the card alone', async () => {
  const at = await desk()
  const name = await called(at)
  const fields = await savingOf(at, '2')
  const done = await at.post('record/saving', fields)
  const receipt = await (await at.get(`receipts/${fields['id']}`)).text()
  expect(done.status).toBe(303)
  const kept = JSON.stringify([
    receipt,
    await at.needs.store.read(at.fundId, 0, 100_000),
    await at.needs.store.activities(at.fundId, { limit: 1000 }),
    at.lines,
  ])
  expect(kept).not.toContain(name)
})

test('where no names were written down there is nothing to look at, and nothing is written into the log', async () => {
  const at = await desk()
  for (const { memberId } of at.book.members)
    await at.needs.store.forget(at.fundId, memberId, particularParts)
  expect(await (await at.get('record/saving')).text()).not.toContain('class="called"')
  expect(await looks(at)).toEqual([])
})

test('what is sent as a member that is none comes into no log', async () => {
  const at = await desk()
  const fields = { ...(await savingOf(at, '2')), member: 'Sok Dara of the river' }
  expect((await at.post('record/saving/confirm', fields)).status).toBe(404)
  const log = JSON.stringify(await at.needs.store.activities(at.fundId, { limit: 1000 }))
  expect(log).not.toContain('Sok Dara')
})
