import { expect, test } from 'vitest'
import { householdActor } from '#domain/corrections/disputes.ts'
import { drawnOf, numberToAsk } from '#domain/fund/meeting/drawing.ts'
import type { Round } from '#domain/fund/meeting/confirming.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { comparableOn } from '#src/app/health/comparing.ts'
import { roundsReport } from '#src/app/health/confirmations.ts'
import { savingsAccounts } from '#src/app/savings-rows.ts'
import { bookOf } from '#src/app/queries.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice

type Fields = Readonly<Record<string, string>>

const ask = async (rest: string, fields?: Fields): Promise<Response> =>
  village.ask(`/funds/${village.fundId}/${rest}`, {
    token: await village.as('household'),
    ...(fields && { body: new URLSearchParams(fields) }),
  })
const ownPage = async (): Promise<string> => (await ask('me')).text()
const answer = (fields: Fields): Promise<Response> => ask('me/confirm', fields)
const bookNow = async () => (await bookOf(village.needs.store, village.fundId))!
const roundNow = async (): Promise<Round> => (await bookNow()).fund.confirmations!.at(-1)!

/** Whose own page the practice household is. */
const household = async (): Promise<string> =>
  (await village.needs.store.cards(village.fundId))[0]!.memberId

/** Begins a round in which somebody is drawn: in this village the clock stands still, so that a dry run foretells. */
const drawing = async (memberId: string): Promise<void> => {
  const { needs, fundId } = village
  const book = await bookNow()
  const postings = await needs.store.postings(fundId, { accounts: savingsAccounts(book) })
  const effectiveOn = needs.today()
  const among = comparableOn({ book, postings }, effectiveOn).map((one) => one.memberId)
  const draw = { among, number: numberToAsk(among.length) }
  const by = { actor: 'test', device: 'test' }
  for (let n = 0; n < 400; n += 1) {
    const command = { id: needs.ids(), v: 1, type: 'BeginConfirmation', effectiveOn } as const
    const [tried] = await needs.record(fundId, [command], { ...by, dryRun: true })
    if (!('hash' in tried!) || !drawnOf(tried.hash, draw).includes(memberId)) continue
    await needs.record(fundId, [command], by)
    expect((await roundNow()).asked).toContain(memberId)
    return
  }
  throw new Error('nobody was drawn')
}

/** What the two buttons of the own page are sent with. */
const askedIn = (page: string): Fields =>
  Object.fromEntries(
    ['id', 'round'].map((name) => [
      name,
      new RegExp(`action="[^"]*/me/confirm"[^]*?name="${name}" value="([^"]*)"`).exec(page)![1]!,
    ]),
  )

test('a household that was drawn answers on its own page with two buttons, once, whatever was said before', async () => {
  village = await practice()
  const { needs, fundId } = village
  const disputed = (memberId: string, effectiveOn: string, actor = 'test') => {
    const about = { kind: 'savings', memberId } as const
    const dispute = { id: needs.ids(), v: 1, effectiveOn, type: 'RaiseDispute', about } as const
    return needs.record(fundId, [{ ...dispute, reason: 'other' }], { actor, device: 'test' })
  }
  await disputed(await household(), '2025-02-01')
  // What it said itself before, and nobody has answered, is no answer in this round.
  await disputed(await household(), '2025-02-02', householdActor)
  await drawing(await household())
  // What waits of somebody else says nothing of this household.
  await disputed((await bookNow()).members.at(-1)!.memberId, needs.today())
  const page = await ownPage()
  expect(pageText(page)).toContain('You were drawn by chance')
  const fields = askedIn(page)
  const odd = await answer({ ...fields, answer: 'no-answer' })
  expect(odd.status).toBe(404)
  const older = await answer({ ...fields, round: needs.ids(), answer: 'right' })
  expect(older.status).toBe(404)
  const more = await answer({ ...fields, answer: 'right', by: 'slip' })
  expect(more.status).toBe(400)
  const said = await answer({ ...fields, answer: 'wrong' })
  expect(said.status).toBe(303)
  expect(said.headers.get('location')).toContain('/me/not-right')
  // Which account to look at is told, and neither that its owner was asked and said so, nor by which hand.
  expect((await roundNow()).answers).toEqual([])
  const rows = await village.needs.store.find(village.fundId, [fields['id']!])
  expect(rows).toMatchObject([{ type: 'DisputeRaised', recordedBy: 'household', device: '' }])
  expect(JSON.parse(rows[0]!.data)).toMatchObject({
    about: { kind: 'savings', memberId: await household() },
    reason: 'other',
  })
  // It is not asked again as long as that waits.
  expect(pageText(await ownPage())).toContain('You have answered')
  expect(pageText(await ownPage())).not.toContain('No, it is not right')
  const id = village.needs.ids()
  await answer({ ...fields, id, answer: 'wrong' })
  expect(await village.needs.store.find(village.fundId, [id])).toEqual([])
})

/** What a closed round with a slip "right" says, where it was said beside it that it is not: by whom, the test tells. */
const besideASlip = async (actor: string) => {
  village = await practice()
  const memberId = await household()
  await drawing(memberId)
  const round = await roundNow()
  const { needs, fundId } = village
  const envelope = { v: 1, effectiveOn: needs.today() } as const
  const about = { kind: 'savings', memberId } as const
  const slip = { roundId: round.id, memberId, answer: 'right', by: 'slip' } as const
  const written = {
    ...envelope,
    id: needs.ids(),
    type: 'RecordConfirmationAnswer',
    ...slip,
  } as const
  const no = { type: 'RaiseDispute', about, reason: 'other' } as const
  const by = { actor: 'test', device: 'test' }
  const said = [
    ...(await needs.record(fundId, [written], by)),
    ...(await needs.record(fundId, [{ ...envelope, id: needs.ids(), ...no }], { ...by, actor })),
  ]
  expect(said.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
  const read = async () => {
    const book = await bookNow()
    const { right, wrong } = roundsReport(book, { asOf: round.nextOn, ofVillage: true }).rounds[0]!
    const found = findingsOf(book, needs.today())
      .filter(({ code }) => code === 'answered-for-somebody')
      .map(({ subject }) => subject)
    const { card } = book.members.find((one) => one.memberId === memberId)!
    return { right, wrong, found, own: [{ kind: 'member', number: card }] }
  }
  return read
}

test('a no of the own page is counted when the round has closed, and so is a yes that somebody wrote down instead', async () => {
  const { right, wrong, found, own } = await (await besideASlip('household'))()
  expect({ right, wrong, found }).toEqual({ right: 0, wrong: 1, found: own })
})

test('what an officer disputes for somebody is no answer, and hides no no of the own page', async () => {
  const read = await besideASlip('an officer')
  expect(await read()).toMatchObject({ right: 1, wrong: 0, found: [] })
  const fields = askedIn(await ownPage())
  expect((await answer({ ...fields, answer: 'wrong' })).status).toBe(303)
  const { right, wrong, found, own } = await read()
  expect({ right, wrong, found }).toEqual({ right: 0, wrong: 1, found: own })
})

test('a yes is answered once, and stands before what is said of the account by others', async () => {
  village = await practice()
  const memberId = await household()
  await drawing(memberId)
  const page = await ownPage()
  const fields = askedIn(page)
  expect((await answer({ ...fields, answer: 'right' })).status).toBe(303)
  expect(pageText(await ownPage())).toContain('You have answered')
  expect((await roundNow()).answers).toMatchObject([{ memberId, answer: 'right', by: 'page' }])
})
