import { expect, test } from 'vitest'
import { practice } from '#test/support/service.ts'

/*
 * Whoever keeps the book finds all of a member on one page: what she has and owes, what is due next, and the forms of her
 * money with her chosen already.
 */

const pageOf = async (door: 'record-keeper' | 'auditor', card: string) => {
  const { ask, as, fundId } = await practice()
  const token = await as(door)
  const { items } = (await (await ask(`/v1/funds/${fundId}/members`, { token })).json()) as {
    readonly items: readonly { readonly memberId: string; readonly card: string }[]
  }
  const member = items.find((one) => one.card === card)!
  const path = `/funds/${fundId}/members/${member.memberId}?lang=en`
  const page = await (await ask(path, { token })).text()
  return { ask, token, page, fundId, memberId: member.memberId }
}

test('a member’s page begins with savings, loan and next payment, and leads to the forms of her money', async () => {
  const { ask, token, page, fundId, memberId } = await pageOf('record-keeper', 'M02')
  const text = page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[^\S\u202f]+/g, ' ')
  expect(text).toMatch(/Savings 325,000\u202f៛ Loan left 320,000\u202f៛/)
  expect(text).toMatch(/Next payment 44,800\u202f៛ ?, 20 \w+ 2026/)
  const forms = [...page.matchAll(/href="([^"]*\/record\/[^"]*)"/g)].map(([, href]) => href!)
  const named = forms.map((href) => href.replace(`/funds/${fundId}/record/`, ''))
  expect(named.slice(0, 4).map((href) => href.split('=')[0])).toEqual([
    'repayment?loan',
    'saving?member',
    'request?member',
    'take-out?member',
  ])
  expect(named[1]).toBe(`saving?member=${memberId}`)
  for (const href of forms)
    expect([href, (await ask(href.replaceAll('&amp;', '&'), { token })).status]).toEqual([
      href,
      200,
    ])
})

test('an auditor reads the same and is offered nothing to write', async () => {
  const { page } = await pageOf('auditor', 'M02')
  expect(page).toContain('325,000')
  expect(page).not.toContain('/record/')
})
