import { beforeEach, expect, test } from 'vitest'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'

/*
 * Whoever got the money of a loan says so by the own PIN. The pay-out is in the book whatever becomes of the word.
 */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

const who = 'household-card'
const memberId = (): string => village.f1.memberIds[who]

/** A list as a phone sends it: the pay-out, and behind it the word of whoever got the money. */
const sent = async (
  loanId: string,
  secret: string,
  { by = 'record-keeper', login = '' }: { readonly by?: string; readonly login?: string } = {},
) => {
  const on = asking(village)
  const { fundId } = village.f1
  const out = {
    ...on.envelope(),
    v: 1,
    type: 'RecordPayout',
    loanId,
    number: `P-${loanId.slice(-4)}`,
    memberId: memberId(),
    product: 'normal',
    principal: 10_000,
    months: 4,
  }
  const said = {
    ...on.envelope(),
    v: 1,
    type: 'ConfirmPayout',
    loanId,
    memberId: memberId(),
    approvedBy: memberId(),
  }
  const commands = [out, { ...said, approvals: [{ login, secret }] }]
  const answer = await on.send(on.find(by), `/v1/funds/${fundId}/commands`, { json: { commands } })
  const { answers } = (await answer.json()) as {
    readonly answers: readonly { readonly outcome: string; readonly code?: string }[]
  }
  return answers
}

const find = (way: string) => asking(village).find(way)

test('a pay-out is in the book whatever its word comes to; a wrong PIN is refused, and a right one is taken later', async () => {
  const loanId = village.needs.ids()
  const [out, wrong] = await sent(loanId, '111111')
  expect(out!.outcome).toBe('flagged')
  expect(wrong).toMatchObject({ outcome: 'refused', code: 'owner-pin-wrong' })
  const [again, right] = await sent(loanId, find(who).secret)
  expect(again!.outcome).not.toBe('recorded')
  expect(right).toMatchObject({ outcome: 'recorded' })
})

test('no officer’s PIN is the word of whoever got the money, and none at all is asked for', async () => {
  const loanId = village.needs.ids()
  for (const way of ['record-keeper', 'chair'])
    expect((await sent(loanId, find(way).secret))[1]).toMatchObject({ code: 'owner-pin-wrong' })
  expect((await sent(loanId, ''))[1]).toMatchObject({ code: 'owner-pin-needed' })
  const login = `${village.f1.logins} chair`
  const ofChair = (await sent(loanId, find('chair').secret, { login }))[1]
  expect(ofChair).toMatchObject({ outcome: 'refused', code: 'approval-of-another' })
})

test('six wrong PINs lock her word at that table, like any other', async () => {
  const loanId = village.needs.ids()
  const codes: unknown[] = []
  for (let i = 0; i < 6; i += 1) codes.push((await sent(loanId, `22222${i}`))[1]!.code)
  expect(codes).toEqual([...Array<string>(5).fill('owner-pin-wrong'), 'wait'])
  expect((await sent(loanId, find(who).secret))[1]).toMatchObject({ code: 'wait' })
})
