import { expect, test } from 'vitest'
import { agenciesForAnybody } from '#src/app/network/register.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import type { Village } from '#test/http/support/team.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Step = readonly [became: string, from: string]
type Into = { readonly networkId: string; readonly lookedOn: string }

/** What two of a network write of Golden River, on a day that they say, and when they look at it. */
const write = async (
  { ids, recordNetwork }: Village['needs'],
  { networkId, lookedOn }: Into,
  steps: readonly Step[],
): Promise<void> => {
  const partyId = ids()
  const factIds = steps.map(() => ids())
  const from = { source: 'ministry-list', seenOn: '2025-11-01' } as const
  const send = async (actor: string, command: object): Promise<void> => {
    const full = { id: ids(), v: 1, effectiveOn: lookedOn, ...command } as never
    const [answer] = await recordNetwork(networkId, [full], { actor, device: 'd' })
    expect(answer).toMatchObject({ outcome: 'recorded' })
  }
  const called = { what: 'name', latin: 'Golden River' }
  await send('ann', { type: 'RegisterParty', partyId, kind: 'agency', called, ...from })
  const facts = steps.map(([became, on], i) => ({
    factId: factIds[i],
    fact: { what: 'licence', became, from: on },
  }))
  await send('ann', { type: 'RecordPartyFacts', partyId, facts, ...from })
  const all = [partyId, ...factIds].map((factId) => ({ partyId, factId }))
  await send('bopha', { type: 'CheckPartyFacts', facts: all, how: 'official-page' })
}

test.each([
  ['a later look does not wave through whom another network has taken off', 'licensed', 'removed'],
  ['nor does an earlier one', 'removed', 'licensed'],
])('%s', async (_said, first, second) => {
  const { needs, a, b } = await twoNetworks()
  const granted = ['granted', '2020-03-01'] as const
  const stepsOf = (state: string): readonly Step[] =>
    state === 'removed' ? [granted, ['removed', '2025-06-15']] : [granted]
  await write(needs, { networkId: a.networkId, lookedOn: '2025-11-10' }, stepsOf(first))
  await write(needs, { networkId: b.networkId, lookedOn: '2025-12-20' }, stepsOf(second))
  const shown = await agenciesForAnybody(needs.store, {
    today: '2025-12-31',
    typed: 'Golden River',
  })
  const [agency, ...others] = shown.filter(({ latin }) => latin === 'Golden River')
  expect(others).toEqual([])
  expect(agency!.licence).toMatchObject({ state: 'removed', since: '2025-06-15' })
})

test('of the same state the later look is told, and a renewal that one network has not seen takes nothing away', async () => {
  const { needs, a, b } = await twoNetworks()
  const to = (networkId: string, lookedOn: string) => ({ networkId, lookedOn })
  await write(needs, to(a.networkId, '2025-12-20'), [['granted', '2020-03-01']])
  await write(needs, to(b.networkId, '2025-11-10'), [['granted', '2024-03-01']])
  const asked = { today: '2025-12-31', typed: 'Golden River' }
  const [agency] = await agenciesForAnybody(needs.store, asked)
  expect(agency).toMatchObject({ lookedOn: '2025-12-20', licence: { since: '2020-03-01' } })
})

const dayMs = 24 * 60 * 60 * 1000

test('whoever asks how a licence stood learns when that was written down, and how it stood by what was known', async () => {
  const village: Practice = await practice()
  village.pass(30 * dayMs)
  const { needs, networkId } = village
  const on = needs.today()
  // Two write down today that it was taken off long ago.
  await write(needs, { networkId, lookedOn: on }, [
    ['granted', '2020-03-01'],
    ['removed', '2024-06-15'],
  ])
  const find = 'name=Golden+River&on=2025-01-05'
  const ask = async (query: string) =>
    (await (await village.ask(`/v1/agencies?${query}`)).json()) as {
      readonly agencies: readonly Record<string, unknown>[]
    }
  const named = ({ agencies }: Awaited<ReturnType<typeof ask>>) =>
    agencies.find(({ latin }) => latin === 'Golden River')
  expect(named(await ask(find))).toMatchObject({
    licence: { state: 'removed' },
    knownSince: on,
  })
  const before = new Date(Date.parse(on) - dayMs).toISOString().slice(0, 10)
  expect(named(await ask(`${find}&known=${before}`))).toBeUndefined()
  const page = pageText(
    await (await village.ask('/agencies?lang=en&q=Golden+River&on=05.01.2025')).text(),
  )
  expect(page).toMatch(/written down here on \d+ [A-Z][a-z]+ 20\d\d only/)
})
