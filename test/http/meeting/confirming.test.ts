import { beforeAll, expect, test } from 'vitest'
import { drawnOf } from '#domain/fund/meeting/drawing.ts'
import { type RoundsReport, roundsReport } from '#src/app/health/confirmations.ts'
import type { Round } from '#domain/fund/meeting/confirming.ts'
import type { beginConfirmation } from '#domain/fund/operations/confirming.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { pageText } from '#test/pages/page-text.ts'
import { hour } from '#test/support/entrance.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice()
})

type Fields = Readonly<Record<string, string>>

const path = (rest: string): string => `/funds/${village.fundId}/${rest}`
const open = async (door: Door, rest: string): Promise<Response> =>
  village.ask(path(rest), { token: await village.as(door) })
const text = async (door: Door, rest: string): Promise<string> =>
  pageText(await (await open(door, rest)).text())
const post = async (door: Door, rest: string, fields: Fields): Promise<Response> =>
  village.ask(path(rest), { token: await village.as(door), body: new URLSearchParams(fields) })
const bookNow = async () => (await bookOf(village.needs.store, village.fundId))!
const roundNow = async (): Promise<Round> => (await bookNow()).fund.confirmations!.at(-1)!
const begin = async (door: Door): Promise<Response> => {
  const page = await (await open(door, 'confirmations')).text()
  return post(door, 'confirmations', { id: village.needs.ids(), ...hiddenOf(page) })
}
const told = async (door: Door): Promise<RoundsReport> => {
  const answer = await village.ask(`/v1/funds/${village.fundId}/confirmations`, {
    token: await village.as(door),
  })
  return (await answer.json()) as RoundsReport
}

/** Whose own page the practice household is, and the last day on which it was not drawn. */
const household = async (): Promise<string> =>
  (await village.needs.store.cards(village.fundId))[0]!.memberId

test('members are drawn so that anybody counts it again, and each has a slip', async () => {
  // Whoever keeps the book reads the numbers, and begins nothing.
  expect(await text('record-keeper', 'confirmations')).not.toContain('Draw members now')
  expect((await begin('record-keeper')).status).toBe(403)
  expect((await begin('auditor')).status).toBe(303)
  const round = await roundNow()

  // Who is asked anybody counts again from the journal alone.
  const row = (await village.needs.store.find(village.fundId, [round.id]))[0]!
  const begun = JSON.parse(row.data) as BodyOf<typeof beginConfirmation>
  expect(round.asked).toEqual(drawnOf(row.hash, begun))
  expect(round.asked).toHaveLength(begun.number)
  expect((await begin('chair')).status).toBe(409)

  const place = `confirmations/${round.id}`
  expect((await open('record-keeper', place)).status).toBe(403)
  expect((await open('household', `${place}/slips`)).status).toBe(403)
  const slips = await text('chair', `${place}/slips?paper=a5`)
  const { members } = await bookNow()
  for (const memberId of round.asked)
    expect(slips).toContain(members.find((one) => one.memberId === memberId)!.card)
})

test('the chair asks the others, a no leads on to a dispute, and numbers are told when the round has closed', async () => {
  const round = await roundNow()
  const place = `confirmations/${round.id}`
  const { members } = await bookNow()
  const chair = members.find(({ offices }) => offices.some(({ office }) => office === 'chair'))!
  const own = await household()
  const others = round.asked.filter((one) => one !== chair.memberId && one !== own)
  const say = async (member: string, answer: string): Promise<Response> =>
    post('chair', place, { id: village.needs.ids(), member, answer, way: 'slip' })
  expect((await say(others[0]!, 'perhaps')).status).toBe(400)
  for (const [i, member] of others.entries()) {
    const answer = await say(member, i === 0 ? 'wrong' : 'right')
    expect(answer.status).toBe(303)
    if (i > 0) continue
    const next = await village.ask(answer.headers.get('location')!, {
      token: await village.as('chair'),
    })
    expect(await next.text()).toContain(`/record/dispute?member=${member}`)
  }
  const again = await say(others[0]!, 'right')
  expect(again.status).toBe(409)
  expect(pageText(await again.text())).toContain('This member has answered')

  // What was said is told by no page and no read while the round is open.
  expect((await told('auditor')).rounds[0]).toMatchObject({
    asked: round.asked.length,
    heard: others.length,
    right: null,
    wrong: null,
  })
  const closed = { asOf: round.nextOn, ofVillage: true }
  const book = await bookNow()
  expect(roundsReport(book, closed).rounds[0]).toMatchObject({ wrong: 1, right: others.length - 1 })
  // One of them is fewer than five: beyond the village nothing is told apart.
  expect(roundsReport(book, { ...closed, ofVillage: false }).rounds[0]).toMatchObject({
    wrong: null,
    right: null,
    noAnswer: null,
  })
})

test('an answer that comes when everybody was heard of, or too late, is told what is wrong with it', async () => {
  village = await practice()
  await begin('auditor')
  const { id: roundId, asked } = await roundNow()
  const say = (member: string): Promise<Response> => {
    const fields = { id: village.needs.ids(), member, answer: 'right', way: 'slip' }
    return post('auditor', `confirmations/${roundId}`, fields)
  }
  const toldOnce = async (answer: Response): Promise<void> => {
    expect(answer.status).toBe(400)
    const page = pageText(await answer.text())
    expect(page.match(/Nothing was written down/g)).toHaveLength(1)
  }
  await toldOnce(await say(''))
  for (const member of asked) expect((await say(member)).status).toBe(303)
  await toldOnce(await say(''))
  village.pass(90 * 24 * hour)
  await toldOnce(await say(''))
})

test('nobody binds a round to what needs somebody to be drawn', async () => {
  village = await practice()
  const id = village.needs.ids()
  const [book, effectiveOn] = [await bookNow(), village.needs.today()]
  const envelope = { v: 1, effectiveOn }
  const answer = {
    ...envelope,
    id: village.needs.ids(),
    type: 'RecordConfirmationAnswer',
    roundId: id,
    memberId: book.members[0]!.memberId,
    answer: 'right',
    by: 'slip',
  }
  const commands = [{ ...envelope, id, type: 'BeginConfirmation' }, answer]
  const sent = await village.ask(`/v1/funds/${village.fundId}/commands?atomic=true`, {
    token: await village.as('auditor'),
    json: { commands },
  })
  expect(await sent.json()).toMatchObject({
    isWritten: false,
    answers: [{ code: 'round-alone' }, {}],
  })
  expect((await bookNow()).fund.confirmations).toBeUndefined()
})

test('nobody asks in another’s name, and nobody says over the API what a household’s page says', async () => {
  village = await practice()
  await begin('chair')
  const round = await roundNow()
  const { members } = await bookNow()
  // Whoever was drawn: anybody but the chair, who sends it.
  const other = members.find(
    ({ memberId, offices }) =>
      memberId !== round.asked[0] && !offices.some(({ office }) => office === 'chair'),
  )!
  const send = async (door: Door, more: object): Promise<unknown> => {
    const command = {
      id: village.needs.ids(),
      v: 1,
      type: 'RecordConfirmationAnswer',
      effectiveOn: village.needs.today(),
      roundId: round.id,
      memberId: round.asked[0]!,
      answer: 'right',
      by: 'slip',
      ...more,
    }
    const answer = await village.ask(`/v1/funds/${village.fundId}/commands`, {
      token: await village.as(door),
      json: { commands: [command] },
    })
    return ((await answer.json()) as { answers: readonly unknown[] }).answers[0]
  }
  for (const asked of [{ askedBy: other.memberId }, {}])
    expect(await send('chair', asked)).toMatchObject({ code: 'asker-not-oneself' })
  expect(await send('auditor', { by: 'page' })).toMatchObject({ code: 'word-unknown' })
  expect(await send('auditor', {})).toMatchObject({ outcome: 'recorded' })
})
