import { beforeEach, expect, test } from 'vitest'
import { caseOperationOf } from '#domain/cases/operations/all.ts'
import { referralsOf } from '#domain/cases/operations/referrals.ts'
import { keyOf } from '#domain/statistics/tables.ts'
import { type ActNeeds, act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { countReferrals, referralsCounted, toCount } from '#src/app/cases/counted-referrals.ts'
import { isReferred, outboxOf } from '#src/app/cases/outbox.ts'
import { assign, eraseCase } from '#src/app/cases/team-work.ts'
import type { AtDesk } from '#src/app/cases/team.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

/* People are sent to others in the last quarter of 2026, and are counted in January. */

const quarter = '2026-Q4'
const receiver = 'Figures for everybody'

let needs: ActNeeds
let january: ActNeeds
let desk: AtDesk
let other: AtDesk

const at = (today: string): ActNeeds => ({
  ...needs,
  today,
  clock: () => `${today}T03:00:00.000Z`,
})

const done = async (code: string, command: string, said: object, on = needs) => {
  const told = await act(on, desk, { code, operation: caseOperationOf(command)!, said })
  expect(told.outcome, JSON.stringify(told)).toBe('recorded')
}

const yes = { purpose: 'statistics', receiver, fields: [], how: 'spoken' }

const opened = async (consent: object | 'none' = yes): Promise<string> => {
  const told = await openCase(needs, desk, firstTalk)
  expect(told.outcome).toBe('recorded')
  if (consent !== 'none') await done(told.code, 'GiveConsent', consent)
  return told.code
}

const sentTo = (code: string, kind: string, on = needs) =>
  done(code, 'OfferReferral', { kind, receiver: 'Office by the river', fields: [] }, on)

const fileOf = async (code: string) => (await caseOf(needs, desk, code))!.file
const answered = async (code: string, nth: number, state = 'accepted') => {
  const { item, version } = referralsOf(await fileOf(code))[nth]!
  await done(code, 'SetReferralState', { item, seen: version, state })
}

/** How many stand in each line of the tables, by who they are. */
const lines = async (on = january) =>
  Object.fromEntries(
    (await referralsCounted(on, quarter)).flatMap(({ counts }) =>
      counts.map(({ at: where, people }) => [keyOf(where), people]),
    ),
  )

beforeEach(async () => {
  const team = caseTeam()
  needs = team.needs
  january = at('2027-01-12')
  desk = await team.worker('a0000000-0000-8000-8000-000000000001')
  other = await team.worker('a0000000-0000-8000-8000-000000000002')
})

test('a person who was sent to a kind of help twice is one person, not answered while anything waits', async () => {
  const code = await opened()
  await sentTo(code, 'police-desk')
  await sentTo(code, 'police-desk')
  await sentTo(code, 'shelter')
  await answered(code, 0)
  await answered(code, 2, 'declined')
  await countReferrals(january, desk, quarter)
  const told = await lines()
  expect(told['police-desk=unanswered']).toBe(1)
  expect(told['shelter=answered']).toBe(1)
  expect(told['health=not-sent']).toBe(1)
  expect(told['police-desk=answered']).toBeUndefined()
})

test('whoever has not said yes to be counted is counted nowhere, and the worker is told of how many', async () => {
  await sentTo(await opened('none'), 'shelter')
  await sentTo(await opened(), 'shelter')
  await opened()
  expect(await toCount(january, desk, quarter)).toEqual({
    people: 1,
    unanswered: 1,
    unasked: 1,
    counted: 0,
  })
  await countReferrals(january, desk, quarter)
  expect((await lines())['shelter=unanswered']).toBe(1)
  expect(await toCount(january, desk, quarter)).toMatchObject({ counted: 1 })
})

test('counted again, a person is counted once, as it stands then; who has no case counts nobody', async () => {
  const code = await opened()
  await sentTo(code, 'legal-aid')
  await countReferrals(january, desk, quarter)
  await answered(code, 0)
  await countReferrals(january, desk, quarter)
  await countReferrals(january, other, quarter)
  expect(await lines()).toMatchObject({ 'legal-aid=answered': 1 })
  expect((await lines())['legal-aid=unanswered']).toBeUndefined()
})

test('what waits to be counted holds no code, name, receiver, login or day of a referral', async () => {
  const code = await opened()
  await sentTo(code, 'tracing')
  await countReferrals(january, desk, quarter)
  const [line] = (await outboxOf(needs)).lines.filter(isReferred)
  const { item } = referralsOf(await fileOf(code))[0]!
  expect(line).toEqual({
    is: 'referred',
    wish: item,
    quarter,
    until: '2027-05-15',
    person: { from: [expect.stringMatching(/^[0-9a-f]{32}$/)], asked: { tracing: 'unanswered' } },
  })
})

test('whoever takes the yes back, or has the case erased, is counted no more; a yes that ends ends it too', async () => {
  const [back, erased, ends] = [
    await opened(),
    await opened(),
    await opened({ ...yes, until: '2027-02-01' }),
  ]
  for (const code of [back, erased, ends]) await sentTo(code, 'shelter')
  await countReferrals(january, desk, quarter)
  expect((await lines())['shelter=unanswered']).toBe(3)
  const consent = (await fileOf(back)).lists['consents']!.find(
    ({ value }) => value['purpose'] === 'statistics',
  )!
  await done(back, 'WithdrawConsent', { item: consent.item, seen: consent.version }, january)
  expect((await lines())['shelter=unanswered']).toBe(2)
  await eraseCase(january, desk, erased)
  expect((await lines())['shelter=unanswered']).toBe(1)
  expect(await lines(at('2027-02-02'))).toEqual({})
})

test('each counted case says that it was looked at, and nothing of the quarter is kept once the next one can be told', async () => {
  const code = await opened()
  await sentTo(code, 'shelter')
  const before = (await fileOf(code)).receipts.length
  await countReferrals(january, desk, quarter)
  expect((await fileOf(code)).receipts.length).toBeGreaterThan(before)
  expect(await lines(at('2027-05-15'))).toMatchObject({ 'shelter=unanswered': 1 })
  expect(await lines(at('2027-05-16'))).toEqual({})
})

test('a person whom two have counted bears the marks of both, whoever counts again', async () => {
  const code = await opened()
  await sentTo(code, 'legal-aid')
  const candidate = {
    isOfTeam: true,
    lacksTraining: false,
    officerOf: [],
    memberOf: [],
    isKin: false,
  }
  const userId = 'a0000000-0000-8000-8000-000000000002'
  const told = await assign(needs, desk, { code, userId, candidate })
  expect(told.outcome).toBe('recorded')
  for (const one of [desk, other, desk]) await countReferrals(january, one, quarter)
  const counted = (await outboxOf(january)).lines.filter(isReferred)
  expect(counted.map(({ person }) => person.from.length)).toEqual([2])
})

test('a person who was sent to somebody in another quarter is not counted in this one', async () => {
  await sentTo(await opened(), 'legal-aid')
  await countReferrals(january, desk, quarter)
  expect(await referralsCounted(january, '2026-Q3')).toEqual([])
})
