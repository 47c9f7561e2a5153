import { expect, test } from 'vitest'
import type { NetworkCommand } from '#domain/network.ts'
import { careForCases } from '#src/app/cases/rounds.ts'
import { reportsIn, takeReport } from '#src/app/watch/reports.ts'
import { othersTell } from '#test/http/cases/drafts.ts'
import { differing, months24, watched } from '#test/http/watch/watching.ts'
import { type Practice, practice } from '#test/support/service.ts'

/*
 * The same attack through the running service: an agency reads every public page and answer, with all headers, on days of
 * 24 months. The clock is put back in between, so that it sees the same service without the last client's report and with it.
 */

/** Something that was told comes in, is checked, is upheld by two and goes to the ministry. */
const told = async (
  village: Practice,
  partyId: string,
  { household, mayBeCounted }: { readonly household: number; readonly mayBeCounted: boolean },
): Promise<void> => {
  const { needs, networkId } = village
  const { clock, random, store, signer, hash } = needs
  const report = { ...needs.cases!, clock, random, store, signer, hash }
  await takeReport(
    { ...report, networkId, today: needs.today() },
    {
      channel: 'page',
      kind: 'duty',
      about: 'an agency',
      text: 'They took my papers.',
      mayBeCounted,
      mayBeAsked: false,
      way: 'own',
      files: [],
      reach: '',
      team: [],
    },
  )
  const [reportId, decisionId] = [needs.ids(), needs.ids()]
  const send = async (actor: string, command: object) => {
    const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() }
    const commands = [{ ...envelope, ...command } as NetworkCommand]
    const [answer] = await needs.recordNetwork(networkId, commands, { actor, device: 'd' })
    expect(answer).toMatchObject({ outcome: 'recorded' })
  }
  await send('one', {
    type: 'CheckReport',
    reportId,
    partyId,
    kind: 'duty',
    duties: ['papers-kept-by-worker'],
    month: '2025-11',
    basis: 'two-sources',
    evidence: [],
    household: String(household).padStart(32, '0'),
    mayBeCounted,
    mayBeAsked: false,
  })
  await send('one', { type: 'ProposeRuling', decisionId, reportId, found: 'upheld' })
  await send('another', { type: 'ConfirmDecision', decisionId })
  await send('one', {
    type: 'SendWatchLetter',
    letterId: needs.ids(),
    to: 'labour-ministry',
    partyId,
    reportIds: [reportId],
  })
}

/** A network that tells outside, with an agency of which two clients have asked to be counted. */
const ofTwo = async (): Promise<{ readonly village: Practice; readonly partyId: string }> => {
  const village = await practice({ isPractice: false })
  const { needs, networkId } = village
  const partyId = needs.ids()
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: needs.today() })
  await needs.recordNetwork(
    networkId,
    [
      { ...envelope(), type: 'SwitchPublication', isPublic: true },
      {
        ...envelope(),
        type: 'RegisterParty',
        partyId,
        kind: 'agency',
        called: { what: 'name', latin: 'Harbour Manpower' },
        source: 'ministry-list',
        seenOn: needs.today(),
      },
    ],
    { actor: 'rith', device: 'd' },
  )
  for (const household of [101, 102])
    await told(village, partyId, { household, mayBeCounted: true })
  return { village, partyId }
}

test('an agency that reads all public bytes for 24 months and knows two who spoke does not find the third', async () => {
  const { village, partyId } = await ofTwo()
  const without = await watched(village)
  expect(without.get(months24)!.filter((one) => one.startsWith('[200')).length).toBeGreaterThan(8)
  await told(village, partyId, { household: 103, mayBeCounted: false })
  const { needs, networkId } = village
  const kept = { ...needs.cases!, clock: needs.clock, networkId }
  expect(await reportsIn(kept)).toHaveLength(3)
  const after = await watched(village)
  expect(differing(without, after)).toEqual([])
}, 120_000)

test('the same agency finds a third who asked to be counted, on the day of the showing and on no other: so it would find a leak', async () => {
  const { village, partyId } = await ofTwo()
  const without = await watched(village)
  await told(village, partyId, { household: 103, mayBeCounted: true })
  const found = differing(without, await watched(village))
  // Ninety days after the 31st of December is the 31st of March: the next showing is that of the 1st of July.
  expect(found[0]).toBe('2026-07-01')
  expect(found).not.toContain('2026-06-30')
}, 120_000)

test('a fee that one person lets be told changes no public byte, neither while it waits nor when it goes with others', async () => {
  const { village, partyId } = await ofTwo()
  const cases = village.needs.cases!
  const care = () => careForCases({ ...village.needs, cases })
  // Mondays, from the fifth day on.
  const days = [0, ...Array.from({ length: 6 }, (_, week) => 5 + 7 * week), months24]
  const without = await watched(village, days, care)
  await othersTell(village, { count: 1, partyId })
  expect(differing(without, await watched(village, days, care))).toEqual([])
  const { needs, networkId } = village
  const kept = { ...cases, clock: needs.clock, networkId }
  const ofDiary = async () =>
    (await reportsIn(kept)).filter(({ channel }) => channel === 'cost-diary').length
  expect(await ofDiary()).toBe(0)
  await othersTell(village, { count: 2, partyId })
  expect(differing(without, await watched(village, days, care))).toEqual([])
  expect(await ofDiary()).toBe(3)
}, 120_000)
