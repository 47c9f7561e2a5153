import { expect, test } from 'vitest'
import {
  type Lending,
  askedFor,
  check,
  hands,
  lending,
  readAloud,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import type { Fields } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import type { BurdenBand } from '#domain/loans/request/request-state.ts'
import { bearing } from '#test/support/means.ts'

const asking = async (at: Lending, fields: Fields = {}): Promise<string> => {
  const member = await somebodyFree(at)
  const { entryId } = await written(at, `request?member=${member.memberId}`, {
    ...askedFor,
    ...fields,
  })
  return entryId
}

const appraise = (at: Lending, loanId: string, burden: BurdenBand = 'up-to-33') =>
  written(at, `appraisal?loan=${loanId}`, {
    appraisedBy: at.chair.memberId,
    finding: 'sound',
    ...bearing(burden),
  })

const refused = async (at: Lending, loanId: string) => {
  const { status, html } = await check(at, `decision?loan=${loanId}`, hands(at, 50, 1))
  expect(status).toBe(409)
  return { html, text: pageText(html) }
}

test('a vote on what nobody has looked into, or nobody was told, leads to the page where that is done', async () => {
  const at = await lending()
  const loanId = await asking(at)
  const unknown = await refused(at, loanId)
  expect(unknown.html).toContain(`/loans/${loanId}"`)
  await appraise(at, loanId)
  const untold = await refused(at, loanId)
  expect(untold.text).toContain('read the agreement aloud and write that down, then vote')
  expect(untold.html).toContain(`/loans/${loanId}"`)
})

test('a household that cannot bear it is led to the plan that pays its costly debt off', async () => {
  const at = await lending()
  const loanId = await asking(at)
  await appraise(at, loanId, 'above-50')
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  const { html, text } = await refused(at, loanId)
  expect(text).toContain('Ask about the plan that pays a costly debt off.')
  expect(html).toContain(`href="/funds/${at.fundId}/buy-out"`)
})

test('more than the charter lets a member borrow leads to a new request for less', async () => {
  const at = await lending()
  const loanId = await asking(at, { principal: '1500000' })
  await appraise(at, loanId)
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  const { html, text } = await refused(at, loanId)
  expect(text).toContain('Withdraw this request and write a new one for less')
  expect(html).toContain(`/record/withdrawal?loan=${loanId}"`)
})

test('whoever asks twice is led to what waits already', async () => {
  const at = await lending()
  await asking(at)
  const member = await somebodyFree(at)
  const again = await check(at, `request?member=${member.memberId}`, askedFor)
  expect(again.status).toBe(409)
  expect(again.html).toContain(`href="/funds/${at.fundId}/queue"`)
})

test('that the price was read aloud is said by one press, on the page where the price stands', async () => {
  const at = await lending()
  const loanId = await asking(at)
  await appraise(at, loanId)
  const { html } = await at.page(`record/disclosure?loan=${loanId}`)
  expect(pageText(html)).toContain('The first payment')
  expect(html).toMatch(/<button class="go" type="submit">It was read aloud and understood/)
  const read = await check(at, `disclosure?loan=${loanId}`, readAloud)
  expect([read.status, read.to]).toEqual([303, `/funds/${at.fundId}/loans/${loanId}`])
})
