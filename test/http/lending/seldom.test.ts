import { expect, test } from 'vitest'
import { owedOutside } from '#domain/fund/borrowing.ts'
import { standingOf } from '#domain/loans/standing.ts'
import {
  type Lending,
  chairsWord,
  check,
  hands,
  lending,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'

/** What is said of a form that was sent back, above it and at its fields. */
const refused = async (at: Lending, task: string, fields: Readonly<Record<string, string>>) => {
  const { status, html } = await check(at, task, fields)
  return { status, said: pageText(html) }
}

const flagsOf = async ({ needs, fundId }: Lending, entryId: string): Promise<readonly string[]> => {
  const [row] = await needs.store.find(fundId, [entryId])
  return (JSON.parse(row!.data) as { readonly flags: readonly string[] }).flags
}

const ofFund = ({ fundId }: Lending, task: string): string => `${task}?fund=${fundId}`

test('money that an NGO lent is written down with the days on which it goes back, and goes back', async () => {
  const at = await lending()
  const form = pageText((await at.page(`record/${ofFund(at, 'borrowing')}`)).html)
  expect(form).toMatch(/It may owe outside, at most [\d,]+\u202f៛/)
  const lent = { amount: '1000000', lender: 'ngo', rate: '6', place: 'box', approvedBy: '' }
  const even = { count: '3', first: '2026-01-31', interest: '5000', lines: '' }
  const early = await refused(at, ofFund(at, 'borrowing'), {
    ...lent,
    ...even,
    first: '2025-12-01',
  })
  expect(early).toMatchObject({ status: 400 })
  expect(early.said).toContain('The first payment comes after')
  const asked = pageText((await check(at, ofFund(at, 'borrowing'), { ...lent, ...even })).html)
  expect(asked).toContain('31 January 2026: 333,333\u202f៛, interest 5,000\u202f៛')
  expect(asked).toContain('31 March 2026: 333,334\u202f៛')
  await written(at, ofFund(at, 'borrowing'), { ...lent, ...even })
  const [owed] = (await at.bookNow()).borrowings
  expect(owed).toMatchObject({ borrowingId: 'ngo-2025', amount: 1_000_000 })
  const back = await at.page(`record/${ofFund(at, 'borrowing-payment')}`)
  expect(back.html).toMatch(
    /name="principal"[^>]*value="333333"|value="333333"[^>]*name="principal"/,
  )
  await written(at, ofFund(at, 'borrowing-payment'), {
    borrowing: 'ngo-2025',
    principal: '333333',
    interest: '5000',
    place: 'box',
    approvedBy: '',
  })
  const [left] = (await at.bookNow()).borrowings
  expect(owedOutside(left!, '2025-12-31')).toBe(666_667)
})

test('payments that are not alike are written line by line, as the paper of the lender has them', async () => {
  const at = await lending()
  const lent = { amount: '300000', lender: 'bank', rate: '12', place: 'bank', approvedBy: '' }
  const lines = {
    count: '',
    first: '',
    interest: '',
    lines: '2026-02-28 100000 3000\n2026-08-31 200000 0',
  }
  const short = await refused(at, ofFund(at, 'borrowing'), { ...lent, ...lines, amount: '400000' })
  expect(short.said).toContain('the sums must come to what was borrowed')
  await written(at, ofFund(at, 'borrowing'), { ...lent, ...lines })
  expect((await at.bookNow()).borrowings[0]!.schedule).toEqual([
    { on: '2026-02-28', principal: 100_000, interest: 3_000 },
    { on: '2026-08-31', principal: 200_000, interest: 0 },
  ])
})

test('where nothing is owed outside there is nothing to pay back', async () => {
  const at = await lending()
  const { html } = await at.page(`record/${ofFund(at, 'borrowing-payment')}`)
  expect(pageText(html)).toContain('The fund owes nothing outside')
  expect(html).not.toContain('<input id="principal"')
})

test('riel that were changed into dollars are two sums and their rate', async () => {
  const at = await lending()
  const changed = { way: 'into', own: '405000', USD: '100.00', rate: '4050', approvedBy: '' }
  const none = { THB: '', VND: '', LAK: '', MMK: '' }
  const two = await refused(at, ofFund(at, 'exchange'), { ...changed, ...none, THB: '20.00' })
  expect(two.said).toContain('Write one sum of other money, and only one.')
  const asked = pageText((await check(at, ofFund(at, 'exchange'), { ...changed, ...none })).html)
  expect(asked).toMatch(/Given 405,000\u202f៛ Got \$100.00 At which rate\? \$1.00 = 4050 riel/)
  const { entryId, receipt } = await written(at, ofFund(at, 'exchange'), { ...changed, ...none })
  expect(receipt).toContain('Given 405,000\u202f៛ Got $100.00 At which rate? $1.00 = 4050 riel')
  expect(await flagsOf(at, entryId)).toEqual([])
})

test('a loan is paid out of own savings in front of two others, and of nobody fewer', async () => {
  const at = await lending()
  const { loan } = at
  const others = (await at.bookNow()).members.filter(({ memberId }) => memberId !== loan.memberId)
  const task = `from-savings?loan=${loan.loanId}`
  const alone = await refused(at, task, { amount: '1000', witness1: others[0]!.card, witness2: '' })
  expect(alone.said).toContain('Two other members must have seen')
  const owed = async () => {
    const now = (await at.bookNow()).loans.find(({ loanId }) => loanId === loan.loanId)!
    return standingOf(now, '2025-12-31')!.owed
  }
  const before = await owed()
  await written(at, task, { amount: '1000', witness1: others[0]!.card, witness2: others[1]!.card })
  expect(await owed()).toBeLessThan(before)
})

test('who asked for savings leaves them saved after all', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  await written(at, `ask-savings?member=${memberId}`, { amount: '1000', approvedBy: '' })
  const { entryId: requestId } = await written(at, `ask-savings?member=${memberId}`, {
    amount: '2000',
    approvedBy: '',
  })
  const queue = await at.page('savings')
  expect(queue.html).toContain(`record/leave-saved?member=${memberId}`)
  await written(at, `leave-saved?member=${memberId}`, { requestId, approvedBy: '' })
  const form = pageText((await at.page(`record/leave-saved?member=${memberId}`)).html)
  expect(form).toContain('1,000\u202f៛')
  expect(form).not.toContain('2,000\u202f៛')
})

test('the loans of somebody who died end by a vote, and the savings go to the heirs', async () => {
  const at = await lending()
  const { loan } = at
  const { memberId } = loan
  const member = `?member=${memberId}`
  const living = pageText((await at.page(`record/death-settled${member}`)).html)
  expect(living).toContain('No death of this member is in the book')
  // What one officer alone has written ends nothing yet.
  await written(at, `death${member}`, { confirmedBy: '' })
  const byOne = pageText((await at.page(`record/death-settled${member}`)).html)
  expect(byOne).toContain('One officer alone has written of this death')
  expect(byOne).not.toContain('If the savings stay with the heirs')
  const died = { confirmedBy: at.chair.memberId, ...chairsWord }
  await written(at, `death${member}`, died)
  const card = await at.page(`members/${memberId}`)
  expect(card.html).toContain(`record/heirs${member}`)
  expect(card.html).not.toContain(`record/death${member}`)
  const form = pageText((await at.page(`record/death-settled${member}`)).html)
  expect(form).toMatch(
    /If the savings stay with the heirs Loan .*: 0\u202f៛ from the savings, [\d,]+\u202f៛ not asked/,
  )
  await written(at, `death-settled${member}`, {
    isNetted: 'no',
    ...hands(at, 50, 3),
    ...chairsWord,
  })
  const now = (await at.bookNow()).loans.find(({ loanId }) => loanId === loan.loanId)!
  expect(standingOf(now, '2025-12-31')!.owed).toBe(0)
  const others = (await at.bookNow()).members.filter((one) => one.memberId !== memberId)
  const { entryId, receipt } = await written(at, `heirs${member}`, {
    amount: '1000',
    to: 'heirs',
    witness1: others[0]!.card,
    witness2: others[1]!.card,
    approvedBy: '',
  })
  expect(receipt).toContain('1,000')
  expect(await flagsOf(at, entryId)).toEqual([])
})

test('the meeting pays interest on savings, never more than borrowers have paid', async () => {
  const at = await lending()
  const voted = {
    rate: '1',
    bearer: 'all',
    from: '2025-11-01',
    to: '2025-12-31',
    ...hands(at, 50, 3),
  }
  const much = await refused(at, ofFund(at, 'savings-interest'), { ...voted, rate: '90' })
  expect(much).toMatchObject({ status: 409 })
  expect(much.said).toContain('more than borrowers have paid')
  const backwards = await refused(at, ofFund(at, 'savings-interest'), {
    ...voted,
    to: '2025-10-01',
  })
  expect(backwards.said).toContain('The last day comes after the first')
  const asked = pageText((await check(at, ofFund(at, 'savings-interest'), voted)).html)
  expect(asked).toMatch(/Borrowers paid in interest on these days [\d,]+\u202f៛ Who gets how much/)
  await written(at, ofFund(at, 'savings-interest'), { ...voted, ...chairsWord })
  expect((await at.bookNow()).interests).toHaveLength(1)
})
