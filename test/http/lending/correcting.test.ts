import { expect, test } from 'vitest'
import { deskWords, lendingFormWords } from '#src/words/words.ts'
import { languages } from '#src/words/catalogue.ts'
import { riel } from '#test/http/desk/at-desk.ts'
import {
  chairsWord,
  check,
  hands,
  lending,
  lookedInto,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'

const reason = { reason: 'wrong-amount' }

test.each(languages)(
  'a repayment is taken back by two people, with its balances before and after, in %s',
  async (language) => {
    const at = await lending(language)
    const { loanId, owed } = at.loan
    const words = lendingFormWords.in(language)
    const desk = deskWords.in(language)
    const { entryId } = await written(at, `repayment?loan=${loanId}`, { amount: '30000' })
    const receipt = (await at.page(`receipts/${entryId}`)).html
    expect(receipt).toContain(`record/correction?entry=${entryId}`)
    const task = `correction?entry=${entryId}`
    const fields = { ...reason, approvedBy: at.chair.memberId }
    const question = pageText((await check(at, task, fields)).html)
    expect(question).toContain(words['correction_wrong-amount'])
    expect(question).toContain(`${words.account_loan} · ${desk.loanOf(at.loan.number)}`)
    expect(question).toContain(`${desk.after} ${riel(owed)}`)
    const taken = await written(at, task, { ...fields, ...chairsWord })
    const [row] = await at.needs.store.find(at.fundId, [entryId])
    expect(taken.receipt).toContain(`${words.takesBack} `)
    expect(taken.receipt).toContain(`${words.lineNumber} ${row!.seq}`)
    const old = await at.page(`receipts/${entryId}`)
    expect(pageText(old.html)).toContain(words.takenBackBy(String(row!.seq + 1)))
    expect(old.html).not.toContain('record/correction')
    const loan = pageText((await at.page(`loans/${loanId}`)).html)
    expect(loan).toContain(riel(owed))
    const again = await check(at, task, fields)
    expect(again.status).toBe(409)
  },
)

test('a pay-out with a repayment on it says what to take back first, in order, and then goes', async () => {
  const at = await lending()
  const loanId = await lookedInto(at)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  const paidOut = await written(at, `payout?loan=${loanId}`, { number: 'L26-07' })
  const first = await written(at, `repayment?loan=${loanId}`, { amount: '10000' })
  const second = await written(at, `repayment?loan=${loanId}`, { amount: '20000' })
  const takeBack = (entryId: string) =>
    [`correction?entry=${entryId}`, { ...reason, approvedBy: at.chair.memberId }] as const
  const refused = await check(at, ...takeBack(paidOut.entryId))
  expect(refused.status).toBe(409)
  expect(pageText(refused.html)).toContain('Other lines stand on this one.')
  const links = [
    ...refused.html.matchAll(
      /class="button" href="[^"]*record\/correction\?entry=([0-9a-f-]{36})"/g,
    ),
  ].map(([, id]) => id!)
  expect(links.toSorted()).toEqual([first.entryId, second.entryId].toSorted())
  for (const id of links) {
    const [task, fields] = takeBack(id)
    await written(at, task, { ...fields, ...chairsWord })
  }
  const [task, fields] = takeBack(paidOut.entryId)
  await written(at, task, { ...fields, ...chairsWord })
  // The loan never was: its receipts stay, and the request waits for its pay-out again.
  for (const { entryId } of [first, paidOut])
    expect((await at.page(`receipts/${entryId}`)).status).toBe(200)
  const again = await at.page(`loans/${loanId}`)
  expect(pageText(again.html)).toContain('Approved, not paid out yet')
  expect(again.html).toContain(`gate=payout`)
})

test('what cannot be taken back, and what is not there, have no page', async () => {
  const at = await lending()
  const [founding] = await at.needs.store.read(at.fundId, 0, 1)
  for (const id of [founding!.id, at.loan.loanId, 'x'])
    expect((await at.page(`record/correction?entry=${id}`)).status).toBe(404)
  expect((await at.page(`receipts/${founding!.id}`)).html).not.toContain('record/correction')
})

test('a line is found by its member, and one that was taken back says so', async () => {
  const at = await lending()
  const { memberId } = at.loan
  const { entryId } = await written(at, `saving?member=${memberId}`, { shares: '1' })
  expect((await at.page('record/correction')).html).toContain(`correction?member=${memberId}`)
  const list = (await at.page(`record/correction?member=${memberId}`)).html
  expect(list).toContain(`record/correction?entry=${entryId}`)
  await written(at, `correction?entry=${entryId}`, {
    reason: 'entered-twice',
    approvedBy: at.chair.memberId,
    ...chairsWord,
  })
  const after = (await at.page(`record/correction?member=${memberId}`)).html
  expect(after).not.toContain(`record/correction?entry=${entryId}`)
  expect(pageText(after)).toContain('was taken back by line')
})
