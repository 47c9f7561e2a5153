import { beforeAll, expect, test } from 'vitest'
import { ladderOf, stepsTaken } from '#domain/network/watch/ladder.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* Of one agency two steps were taken, each for reports of its own. */

let village: Practice
let partyId: string

const book = () => watchBookOf(village.needs.store, village.networkId)

const send = async (actor: string, command: object): Promise<void> => {
  const { needs, networkId } = village
  const full = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...command } as never
  const [answer] = await needs.recordNetwork(networkId, [full], { actor, device: 'd' })
  expect(answer).toMatchObject({ outcome: 'recorded' })
}

const upheld = async (household: number): Promise<void> => {
  const [reportId, decisionId] = [village.needs.ids(), village.needs.ids()]
  await send('ann', {
    type: 'CheckReport',
    reportId,
    partyId,
    kind: 'duty',
    duties: ['contract-in-khmer'],
    month: '2025-11',
    basis: 'two-sources',
    evidence: [],
    household: String(household).padStart(32, '0'),
    mayBeCounted: true,
    mayBeAsked: false,
  })
  await send('ann', { type: 'ProposeRuling', decisionId, reportId, found: 'upheld' })
  await send('bopha', { type: 'ConfirmDecision', decisionId })
}

const stepTaken = async (): Promise<void> => {
  const { next, due } = ladderOf(await book(), partyId)
  const reportIds = due!.reports.map(({ reportId }) => reportId)
  const decisionId = village.needs.ids()
  await send('ann', { type: 'ProposeLadderStep', decisionId, partyId, step: next, reportIds })
  await send('bopha', { type: 'ConfirmDecision', decisionId })
}

beforeAll(async () => {
  village = await practice()
  partyId = village.needs.ids()
  await send('ann', {
    type: 'RegisterParty',
    partyId,
    kind: 'agency',
    called: { what: 'name', latin: 'Zqinagency Manpower' },
    source: 'ministry-list',
    seenOn: village.needs.today(),
  })
  for (let household = 1; (await steps()).length < 2; household += 1) {
    await upheld(household)
    if (ladderOf(await book(), partyId).due) await stepTaken()
  }
})

const steps = async () => stepsTaken(await book(), partyId)

test('a letter about the second step names the reports of that one, and one about all of them all', async () => {
  const [first, second] = await steps()
  expect(second!.reportIds).not.toEqual(first!.reportIds)
  const token = await village.as('migration-worker')
  const sent = async (about: string) => {
    const id = village.needs.ids()
    const body = new URLSearchParams({ id, to: 'agency', about })
    const answer = await village.ask(`/watch/letter/${partyId}?lang=en`, { token, body })
    expect(answer.status).toBe(303)
    const { decisionId, reportIds } = (await book()).letters.get(id)!
    return { decisionId, reportIds: reportIds.toSorted() }
  }
  for (const { decisionId, reportIds } of [second!, first!])
    expect(await sent(decisionId)).toEqual({ decisionId, reportIds: reportIds.toSorted() })
  const all = [...first!.reportIds, ...second!.reportIds].toSorted()
  expect(await sent('all')).toEqual({ decisionId: undefined, reportIds: all })
})
