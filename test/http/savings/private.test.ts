import { beforeEach, expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { bookOf } from '#src/app/queries.ts'
import { signInByCard } from '#src/app/identity/sign-in.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { otherPin } from '#test/support/entrance.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Own = {
  readonly saved: number
  readonly lines: readonly { readonly entryId: string; readonly amount: number }[]
}
type Answered = {
  readonly answers: readonly {
    readonly id: string
    readonly outcome: string
    readonly code?: string
    readonly flags?: readonly string[]
  }[]
}

let village: Practice
/** The household whose card the practice fund opens. */
let own: string
let other: string

const path = (rest = ''): string => `/v1/funds/${village.fundId}/private-savings${rest}`

beforeEach(async () => {
  village = await practice()
  const { members } = (await bookOf(village.needs.store, village.fundId))!
  // The household that the practice door opens.
  own = members.find(({ card }) => card === 'M07')!.memberId
  other = members.find(({ card }) => card === 'M08')!.memberId
})

type Moved = {
  readonly memberId?: string
  readonly direction?: 'in' | 'out'
  readonly amount?: number
  readonly id?: string
  readonly effectiveOn?: string
}

const move = async ({
  memberId = own,
  direction = 'in',
  amount = 20_000,
  id = village.needs.ids(),
  effectiveOn = '2025-12-22',
}: Moved = {}) => {
  const token = await village.as('record-keeper')
  const json = { id, effectiveOn, memberId, direction, amount }
  const answer = await village.ask(path(), { token, json })
  return ((await answer.json()) as Answered).answers[0]!
}

const seen = async (): Promise<Own> => {
  const token = await village.as('household')
  // People of the practice fund have no secret to give.
  return (await (await village.ask(path('/own'), { token, json: { secret: '' } })).json()) as Own
}

test('whoever finds the phone of a household open reads no private savings, and the try stands in the log as one at the door', async () => {
  const live = await practice({ secrets: cheapSecrets(), isPractice: false })
  const { needs, networkId, fundId } = live
  const owner = (await bookOf(needs.store, fundId))!.members[0]!.memberId
  const { token: cardToken, pin } = await issueCard(needs, { fundId, memberId: owner })
  const opened = await signInByCard(needs, {
    cardToken,
    pin,
    networkOfFund: async () => networkId,
  })
  if ('code' in opened) throw new Error(opened.code)
  const { token } = opened
  const at = `/v1/funds/${fundId}/private-savings/own`
  expect((await live.ask(at, { token })).status).toBe(404)
  const wrong = await live.ask(at, { token, json: { secret: otherPin(pin) } })
  expect([wrong.status, await wrong.text()]).toEqual([403, expect.not.stringContaining('saved')])
  const onPage = await live.ask(`/funds/${fundId}/me/private`, {
    token,
    body: new URLSearchParams({ secret: otherPin(pin) }),
  })
  expect(onPage.status).toBe(403)
  expect((await live.ask(at, { token, json: { secret: pin } })).status).toBe(200)
  const log = await needs.store.activities(fundId, { limit: 50, ownOf: owner })
  const refused = log.filter(({ outcome }) => outcome === 'refused')
  expect(refused.map(({ actor, action }) => [actor, action])).toEqual([
    ['nobody', 'sign-in'],
    ['nobody', 'sign-in'],
  ])
  expect(JSON.stringify(log)).not.toContain('private')
})

test('the owner alone finds what she saved in private, in and out, and what was taken back not', async () => {
  expect(await seen()).toEqual({ saved: 0, lines: [] })
  await move({ amount: 20_000 })
  await move({ memberId: other, amount: 77_000 })
  await move({ direction: 'out', amount: 5_000 })
  const { saved, lines } = await seen()
  expect(saved).toBe(15_000)
  expect(lines.map(({ amount }) => amount).toSorted()).toEqual([-5_000, 20_000])
})

test('sent again it is the same entry; more than all have together is a fact with a flag', async () => {
  const id = village.needs.ids()
  const first = await move({ id, direction: 'out', amount: 9_000 })
  expect(first).toMatchObject({ outcome: 'flagged', flags: ['more-than-all-private'] })
  await move({ amount: 50_000 })
  expect(await move({ id, direction: 'out', amount: 9_000 })).toMatchObject({ outcome: 'flagged' })
  expect(await move({ id, direction: 'out', amount: 9_100 })).toMatchObject({ outcome: 'conflict' })
  expect((await seen()).saved).toBe(41_000)
})

test('nobody’s and tomorrow’s money is not taken', async () => {
  expect(await move({ memberId: village.needs.ids() })).toMatchObject({ code: 'member-unknown' })
  expect(await move({ effectiveOn: '2026-02-01' })).toMatchObject({ code: 'date-in-the-future' })
})

const everything = async (door: 'chair' | 'record-keeper' | 'auditor'): Promise<string[]> => {
  const token = await village.as(door)
  const fund = `/v1/funds/${village.fundId}`
  const paths = [
    `${fund}/members?limit=200`,
    `${fund}/members/${own}`,
    `${fund}/members/${own}/statement`,
    `${fund}/reports/health`,
    `${fund}/reports/findings`,
  ]
  const texts = await Promise.all(
    paths.map(async (one) => (await village.ask(one, { token })).text()),
  )
  return texts
}

test('no list, statement or finding of a member is changed by what she saves in private', async () => {
  const told = async () => (await everything('auditor')).concat(await everything('chair'))
  const before = await told()
  await move({ amount: 31_700 })
  const after = await told()
  const [health] = before.splice(3, 1)
  const [healthAfter] = after.splice(3, 1)
  before.splice(7, 1)
  after.splice(7, 1)
  expect(after).toEqual(before)
  // The fund owes it as one sum; the savings by card stay as they were.
  const read = (text: string) => JSON.parse(text) as { readonly savings?: unknown }
  expect(read(healthAfter!).savings).toEqual(read(health!).savings)
})

test('neither the journal nor the log names the owner', async () => {
  const { id } = await move({ amount: 31_700 })
  const rows = await village.needs.store.read(village.fundId, 0, 10_000)
  expect(JSON.stringify(rows.find((one) => one.id === id))).not.toContain(own)
  const log = await village.needs.store.activities(village.fundId, { limit: 50 })
  expect(log.filter(({ subject }) => subject === `member:${own}`)).toEqual([])
})

test('two movements of one owner look no more alike than those of two', async () => {
  await move({ amount: 1_000 })
  await move({ amount: 1_000 })
  await move({ memberId: other, amount: 1_000 })
  const rows = await village.needs.store.read(village.fundId, 0, 10_000)
  const marks = rows
    .filter(({ type }) => type === 'PrivateSavingsMoved')
    .map(({ data }) => (JSON.parse(data) as { mark: string }).mark)
  expect(new Set(marks).size).toBe(3)
})

test('the fund owes what is saved in private, as one sum of all', async () => {
  await move({ amount: 31_700 })
  await move({ memberId: other, amount: 1_300 })
  const { balances } = (await bookOf(village.needs.store, village.fundId))!
  const secret = balances.filter(({ account }) => account === 'liability:private-savings')
  expect(secret.map(({ amount }) => amount)).toEqual([-33_000])
})

test('a ceiling is measured without private savings, so that no verdict betrays them', async () => {
  const token = await village.as('record-keeper')
  const json = {
    principal: 400_000,
    instalments: 10,
    type: 'normal',
    paidOutOn: '2025-12-31',
    memberId: own,
  }
  const quoted = async () =>
    (await village.ask(`/v1/funds/${village.fundId}/quotes`, { token, json })).text()
  const before = await quoted()
  await move({ amount: 5_000_000 })
  expect(await quoted()).toBe(before)
})
