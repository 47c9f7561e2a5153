import { beforeEach, expect, test } from 'vitest'
import type { NetworkCommand } from '#domain/network.ts'
import type { ReportKind } from '#domain/network/watch/report.ts'
import { registerOf } from '#src/app/network/register.ts'
import { warningsForAnybody } from '#src/app/network/warnings.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* The warning list as the staff sees it: who may take something out of it, and what a warning may rest on. */

let village: Practice
beforeEach(async () => {
  village = await practice()
})

const page = async (door: 'migration-worker' | 'administrator', path: string): Promise<string> =>
  (await village.ask(`${path}?lang=en`, { token: await village.as(door) })).text()

const at = '/network/warnings'

test('only those who decide are led to take a warning out; all of the team read the list and propose', async () => {
  const [team, boss] = [await page('migration-worker', at), await page('administrator', at)]
  for (const one of [team, boss]) expect(one).toContain('Rice That Doubles (invented)')
  expect(boss).toContain('/withdraw')
  expect(team).not.toContain('/withdraw')
  expect(team).toContain(`${at}/propose`)
})

/** Something that a household told of an agency is checked and upheld by two. */
const upheld = async (partyId: string, kind: ReportKind, household: number): Promise<void> => {
  const { needs, networkId } = village
  const [reportId, decisionId] = [needs.ids(), needs.ids()]
  const report = {
    type: 'CheckReport',
    reportId,
    partyId,
    kind,
    duties: kind === 'duty' ? ['papers-kept-by-worker'] : [],
    month: '2025-11',
    basis: 'two-sources',
    evidence: [],
    household: String(household).padStart(32, '0'),
    mayBeCounted: true,
    mayBeAsked: false,
  }
  for (const [actor, command] of [
    ['one', report],
    ['one', { type: 'ProposeRuling', decisionId, reportId, found: 'upheld' }],
    ['another', { type: 'ConfirmDecision', decisionId }],
  ] as const) {
    const full = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...command } as NetworkCommand
    const [answer] = await needs.recordNetwork(networkId, [full], { actor, device: 'd' })
    expect(answer).toMatchObject({ outcome: 'recorded' })
  }
}

test('a warning rests on what households told where a false investment was upheld of somebody, and of nobody else', async () => {
  const { needs, networkId } = village
  const form = () => page('migration-worker', `${at}/propose`)
  expect(await form()).not.toContain('value="reports"')
  const [one, other] = (await registerOf(needs.store, networkId)).parties.filter(
    ({ kind }) => kind === 'agency',
  )
  await upheld(one!.partyId, 'false-investment', 901)
  await upheld(one!.partyId, 'duty', 902)
  await upheld(other!.partyId, 'duty', 903)
  const after = await form()
  expect(after).toContain('value="reports"')
  const offered = [...after.matchAll(/<option[^>]* value="([0-9a-f-]{36})"/g)].map(([, id]) => id)
  expect(offered).toEqual([one!.partyId])
})

test('of two notices of one name in two networks anybody reads the later one, whichever network wrote it', async () => {
  const { needs, networkId } = village
  const other = needs.ids()
  const give = async (into: string, actor: string, command: object) => {
    const full = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...command } as NetworkCommand
    const [answer] = await needs.recordNetwork(into, [full], { actor, device: 'd' })
    expect(answer).toMatchObject({ outcome: 'recorded' })
  }
  await give(other, 'one', { type: 'FoundNetwork' })
  const warned = async (into: string, latin: string, seenOn: string) => {
    const warningId = needs.ids()
    const rests = { on: 'authority', who: 'national-bank', seenOn }
    const said = { warningId, latin, kind: 'high-interest', rests }
    await give(into, 'one', { type: 'ProposeWarning', ...said })
    await give(into, 'another', { type: 'CheckWarning', warningId, how: 'official-page' })
  }
  await warned(networkId, 'Golden Coin', '2025-11-01')
  await warned(other, 'Golden Coin', '2025-12-01')
  await warned(networkId, 'Silver Coin', '2025-12-01')
  await warned(other, 'Silver Coin', '2025-11-01')
  const told = await warningsForAnybody(needs.store, { today: needs.today() })
  expect(told.filter(({ latin }) => latin?.endsWith('Coin'))).toMatchObject([
    { latin: 'Golden Coin', rests: { seenOn: '2025-12-01' } },
    { latin: 'Silver Coin', rests: { seenOn: '2025-12-01' } },
  ])
})
