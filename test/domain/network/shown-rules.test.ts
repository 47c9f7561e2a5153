import { expect, test } from 'vitest'
import { countsByDuty } from '#domain/network/watch/by-duty.ts'
import { isGraver } from '#domain/network/register/licence.ts'
import { idOf } from '#test/domain/network/life.ts'
import { markOf, watchLife } from '#test/domain/network/watch-life.ts'

const rules = { upheldNeeded: 3, windowDays: 730, publicFrom: 3, delayDays: 90 }

test('new rules change nothing that anybody reads before the next showing', () => {
  const { give, upheld, shown, network } = watchLife()
  give('rith', 'SwitchPublication', '2026-01-01', { isPublic: true })
  for (let household = 1; household <= 12; household += 1) upheld(household, '2026-01-05')
  const figures = (today: string) => countsByDuty(network.watch, today).length
  expect([shown('2026-07-05').length, figures('2026-07-05')]).toEqual([1, 1])
  give('rith', 'SetWatchRules', '2026-07-10', { ...rules, publicFrom: 13, delayDays: 400 })
  expect([shown('2026-12-31').length, figures('2026-12-31')]).toEqual([1, 1])
  expect([shown('2027-01-01').length, figures('2027-01-01')]).toEqual([0, 0])
  // Nor does what is set on the day of a showing itself, and what is lowered again waits as well.
  give('rith', 'SetWatchRules', '2027-01-01', rules)
  expect([shown('2027-01-01').length, shown('2027-06-30').length]).toEqual([0, 0])
  expect(shown('2027-07-01')).toHaveLength(1)
})

test('a ruling that is dated back is shown as one of the day on which it was written down', () => {
  const { give, check, shown, network } = watchLife()
  give('rith', 'SwitchPublication', '2026-01-01', { isPublic: true })
  const households = Array.from({ length: 12 }, (_, n) => n + 1)
  const told = '2026-01-05'
  for (const household of households) {
    const [name, decisionId] = [`report ${household}`, idOf(`ruling ${household}`)]
    check(name, told, { household: markOf(household) })
    give('ann', 'ProposeRuling', told, { decisionId, reportId: idOf(name), found: 'upheld' })
    // Confirmed in June, with a day in January.
    give('bopha', 'ConfirmDecision', told, { decisionId }, '2026-06-10')
  }
  const figures = (today: string) => countsByDuty(network.watch, today).length
  expect([shown('2026-07-05').length, figures('2026-07-05')]).toEqual([0, 0])
  expect([shown('2027-01-05').length, figures('2027-01-05')]).toEqual([1, 1])
})

test('the ladder goes by new rules at once: nobody outside reads it', () => {
  const { give, upheld, ladder } = watchLife()
  for (const household of [1, 2]) upheld(household, '2026-01-05')
  expect(ladder().due).toBeUndefined()
  give('rith', 'SetWatchRules', '2026-01-10', { ...rules, upheldNeeded: 2 })
  expect(ladder().due).toMatchObject({ on: '2026-01-05' })
})

test('who is no agency stands on no ladder: no licence is taken from a broker', () => {
  const { network, give, upheld, ladder } = watchLife()
  const partyId = idOf('a broker')
  give('ann', 'RegisterParty', '2026-01-02', {
    partyId,
    kind: 'broker',
    called: { what: 'sealed-name', mark: 'ab'.repeat(32) },
    source: 'said-to-us',
    seenOn: '2026-01-02',
  })
  expect(network.parties.get(partyId)?.kind).toBe('broker')
  const reportIds = [1, 2, 3].map((one) => upheld(one, '2026-01-05', { partyId }))
  expect(ladder('a broker')).toMatchObject({ taken: [] })
  expect(ladder('a broker').due).toBeUndefined()
  const step = { decisionId: idOf('step'), partyId, step: 'first-warning', reportIds }
  expect(give('ann', 'ProposeLadderStep', '2026-01-06', step)).toBe('not-an-agency')
})

test('one network alone renews no licence that has run out by what another one knows', () => {
  const today = '2026-03-01'
  const expired = { state: 'expired', since: '2026-01-31' } as const
  for (const state of ['licensed', 'warned'] as const)
    expect([isGraver(expired, { state }, today), isGraver({ state }, expired, today)]).toEqual([
      true,
      false,
    ])
  // A book that nobody keeps any more does not hold for ever.
  expect(isGraver(expired, { state: 'licensed' }, '2027-03-01')).toBe(false)
  expect(isGraver({ state: 'licensed' }, expired, '2027-03-01')).toBe(true)
})
