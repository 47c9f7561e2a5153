import { expect, test } from 'vitest'
import { pageText } from '#test/pages/page-text.ts'
import { practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

test('anybody reads which duties were broken, from ten households on, on the page and as data, and nothing before the showing, of all networks together', async () => {
  const village = await practice({ isPractice: false })
  const { needs } = village
  const toldIn = async (networkId: string, households: number): Promise<void> => {
    const partyId = needs.ids()
    const send = async (actor: string, command: object): Promise<void> => {
      const full = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...command } as never
      const [answer] = await needs.recordNetwork(networkId, [full], { actor, device: 'd' })
      expect(answer).toMatchObject({ outcome: 'recorded' })
    }
    if (networkId !== village.networkId) await send('rith', { type: 'FoundNetwork' })
    await send('rith', { type: 'SwitchPublication', isPublic: true })
    await send('ann', {
      type: 'RegisterParty',
      partyId,
      kind: 'agency',
      called: { what: 'name', latin: 'Zqinagency Manpower' },
      source: 'ministry-list',
      seenOn: needs.today(),
    })
    for (let household = 1; household <= households; household += 1) {
      const [reportId, decisionId] = [needs.ids(), needs.ids()]
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
  }
  // Each network's figure is rounded by itself; of fewer than ten households nothing is added.
  await toldIn(village.networkId, 12)
  await toldIn(needs.ids(), 14)
  await toldIn(needs.ids(), 9)
  const duties = async () => (await village.ask('/v1/reported-duties')).json()
  const page = async (language: string) =>
    pageText(await (await village.ask(`/reported?lang=${language}`)).text())
  expect(await duties()).toEqual({ duties: [] })
  expect(await page('en')).not.toContain('by quarter')
  village.pass(190 * dayMs)
  expect(await duties()).toEqual({
    duties: [{ quarter: '2025-Q4', duty: 'contract-in-khmer', households: 20 }],
  })
  expect(await page('en')).toMatch(/2025-Q4\s+No contract in Khmer\s+20|2025-Q4.*20/)
  expect(await page('km')).toContain('2025-Q4')
})
