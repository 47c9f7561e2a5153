import { expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { enter, enterByCard, givesOwnSecret } from '#src/app/identity/entering.ts'
import { linesAbout, rolesAtTheTime, cardsOfUsers } from '#src/app/identity/who-looked.ts'
import { note } from '#src/app/activity.ts'
import { ownLooks } from '#src/app/identity/own-looks.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { otherPin } from '#test/support/entrance.ts'
import { sha256 } from '#infra/system/system.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const atDoor = async () => {
  const its = await smallNetwork()
  const user = await its.member('o1')
  const lines = async (scope: string) =>
    (await its.kept.activities(scope, { limit: 100 })).map(
      ({ actor, action, subject, outcome }) => `${actor} ${action} ${subject} ${outcome}`,
    )
  const come = (login: string, secret: string, deviceToken = its.deviceToken) =>
    enter(its.needs, { deviceToken, login, secret })
  return { ...its, user, lines, come }
}

test('whoever signs in stands in the log of the network and of the own fund', async () => {
  const { come, lines, user } = await atDoor()
  await come('o1', 'secret of o1')
  const line = `${user.userId} sign-in user:${user.userId} done`
  expect(await lines(networkId)).toEqual([line])
  expect(await lines(fundId)).toEqual([line])
})

test('a try that was refused is nobody’s, and the network’s matter alone', async () => {
  const { come, lines, user } = await atDoor()
  await come('o1', 'not it')
  await come('nobody', 'not it')
  expect(await lines(networkId)).toEqual([
    'nobody sign-in  refused',
    `nobody sign-in user:${user.userId} refused`,
  ])
  expect(await lines(fundId)).toEqual([])
})

test('a stranger without an enrolled device fills no log, and one of a revoked device is written down', async () => {
  const { come, lines, store, device } = await atDoor()
  await come('o1', 'secret of o1', 'no token')
  await come('o1', 'secret of o1', `${networkId}.${'x'.repeat(43)}`)
  expect(await lines(networkId)).toEqual([])
  await store.keepDevice({ ...device, revokedAt: '2025-03-01T00:00:00.000Z' })
  await come('o1', 'secret of o1')
  expect(await lines(networkId)).toHaveLength(1)
})

test('who tried a card stands in the log of its fund, right or wrong', async () => {
  const { needs, lines } = await atDoor()
  const { token, pin } = await issueCard(needs, { fundId, memberId: 'm1' })
  const networkOfFund = async () => networkId
  const by = (cardToken: string, typed: string) =>
    enterByCard(needs, { cardToken, pin: typed, networkOfFund })
  expect(await by(token, otherPin(pin))).toEqual({ code: 'sign-in-failed' })
  expect(await by(token, pin)).toMatchObject({ session: { networkId } })
  await by('no token', pin)
  await by(`${fundId}.${'x'.repeat(43)}`, pin)
  expect(await lines(fundId)).toEqual([
    'card sign-in own:m1 done',
    'nobody sign-in member:m1 refused',
  ])
})

test('a wrong own secret is written down as a try at the door, a right one is nobody’s business', async () => {
  const { needs, lines, user, sessionOf } = await atDoor()
  const session = await sessionOf(user)
  expect(await givesOwnSecret(needs, session, 'secret of o1')).toBe(true)
  expect(await lines(networkId)).toEqual([])
  expect(await givesOwnSecret(needs, session, 'not it')).toBe(false)
  expect(await lines(networkId)).toEqual([`nobody sign-in user:${user.userId} refused`])
  const { card, pin } = await issueCard(needs, { fundId, memberId: 'm1' })
  const { session: byCard } = await openSession(needs, {
    networkId,
    deviceId: card.cardId,
    whose: { card: { fundId, memberId: 'm1' } },
  })
  expect(await givesOwnSecret(needs, byCard, otherPin(pin))).toBe(false)
  expect(await lines(fundId)).toEqual(['nobody sign-in own:m1 refused'])
})

const naming = { hash: sha256, signer: { mark: (_: string, text: string) => `marked ${text}` } }

const looked = async () => {
  const its = await smallNetwork([
    {
      type: 'RecordPayout',
      effectiveOn: '2025-02-01',
      loanId: 'l1',
      number: 'L1',
      memberId: 'm1',
      product: 'normal',
      principal: 100_000,
      months: 4,
    },
  ])
  const keeper = await its.member('o2')
  const anne = await its.staff('anne', 'auditor', '2025-03-01')
  const own = await its.member('m1')
  const look = (
    actor: string,
    subject: string,
    action: 'read-member' | 'sign-in' = 'read-member',
  ) => note(its.needs, { scope: fundId, actor, device: 'd1', action, subject, outcome: 'done' })
  const page = (limit: number, before?: string) =>
    linesAbout(
      { ...naming, store: its.kept },
      { fundId, memberId: 'm1' },
      { limit, ...(before === undefined ? {} : { before }) },
    )
  return { ...its, keeper, anne, own, look, page }
}

test('looks at a member are those at her record and at her own loans, the newest first, page by page', async () => {
  const { look, page, keeper } = await looked()
  const { userId } = keeper
  for (const subject of ['member:m1', 'loan:l1', 'member:m2', 'loan:l2', 'member:m1'])
    await look(userId, subject)
  const all = await page(10)
  expect(all.map(({ subject }) => subject)).toEqual(['member:m1', 'loan:l1', 'member:m1'])
  const two = await page(2)
  expect(two).toEqual(all.slice(0, 2))
  expect(await page(2, two.at(-1)!.activityId)).toEqual(all.slice(2))
})

test('the log is asked twice for looks at a member, however many loans there were', async () => {
  const { kept, look, keeper, entered } = await looked()
  const asked: string[] = []
  const store: typeof kept = {
    ...kept,
    activities: (...of) => {
      asked.push('activities')
      return kept.activities(...of)
    },
    activitiesAbout: (...of) => {
      asked.push('activitiesAbout')
      return kept.activitiesAbout(...of)
    },
  }
  const lines = () => linesAbout({ ...naming, store }, { fundId, memberId: 'm1' }, { limit: 10 })
  const terms = { product: 'normal', principal: 10_000, months: 4 } as const
  for (const n of [2, 3, 4]) {
    const loanId = `l${n}`
    await entered([
      {
        type: 'RecordPayout',
        effectiveOn: '2025-02-01',
        loanId,
        number: `L${n}`,
        memberId: 'm1',
        ...terms,
      },
    ])
    await look(keeper.userId, `loan:${loanId}`)
  }
  expect((await lines()).map(({ subject }) => subject)).toEqual(['loan:l4', 'loan:l3', 'loan:l2'])
  expect(asked).toHaveLength(2)
})

test('who looked is told by what they were on the day, and never by a name', async () => {
  const { look, keeper, anne, own, kept, page, pass } = await looked()
  for (const actor of [keeper.userId, anne.userId, own.userId, 'card', 'somebody gone'])
    await look(actor, 'loan:l1')
  pass(24 * 3_600_000)
  await look(anne.userId, 'member:m1')
  const rolesOf = await rolesAtTheTime(kept, networkId, fundId)
  expect((await page(10)).map((row) => rolesOf(row))).toEqual([
    [],
    [],
    [],
    ['household-member'],
    ['auditor'],
    ['household-member', 'record-keeper'],
  ])
  // Half past midnight in the village is the next day, on which she is no auditor any more.
  const [, , , , byAuditor] = await page(10)
  expect(rolesOf({ ...byAuditor!, at: `${byAuditor!.at.slice(0, 10)}T17:30:00.000Z` })).toEqual([])
  const loans = [{ loanId: 'l1', number: 'L1' }] as never
  const { looks } = await ownLooks(
    { ...naming, store: kept },
    { networkId, fundId, memberId: 'm1', loans },
  )
  expect(looks.map(({ who, loan }) => [who, loan])).toEqual([
    [{ kind: 'unknown' }, undefined],
    [{ kind: 'unknown' }, 'L1'],
    [{ kind: 'by-card' }, 'L1'],
    [{ kind: 'self' }, 'L1'],
    [{ kind: 'others', roles: ['auditor'] }, 'L1'],
    [{ kind: 'others', roles: ['record-keeper'] }, 'L1'],
  ])
  const cardOf = await cardsOfUsers(kept, networkId, fundId)
  expect([cardOf(keeper.userId), cardOf(anne.userId)]).toEqual(['O2', undefined])
})
