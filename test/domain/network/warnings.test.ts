import { expect, test } from 'vitest'
import { goodForDefault } from '#domain/network/checked.ts'
import { warningsOn } from '#domain/network/warnings/standing.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { idOf } from '#test/domain/network/life.ts'
import { watchLife } from '#test/domain/network/watch-life.ts'

const notice = {
  on: 'authority',
  who: 'national-bank',
  seenOn: '2026-01-05',
  document: 'Notice 12',
}
const runner = idOf('who runs it')

/** A network that tells outside, in which ann enters and bopha checks. */
const list = () => {
  const life = watchLife()
  const { network, give } = life
  give('rith', 'SwitchPublication', '2026-01-02', { isPublic: true })
  give('ann', 'RegisterParty', '2026-01-02', {
    partyId: runner,
    kind: 'broker',
    called: { what: 'sealed-name', mark: 'c'.repeat(64) },
    source: 'said-to-us',
    seenOn: '2026-01-02',
  })
  const propose = (named: string, more: object = {}, on = '2026-01-10') =>
    give('ann', 'ProposeWarning', on, {
      warningId: idOf(named),
      latin: named,
      kind: 'high-interest',
      rests: notice,
      ...more,
    })
  const check = (named: string, on: string, by = 'bopha') =>
    give(by, 'CheckWarning', on, { warningId: idOf(named), how: 'official-page' })
  return {
    ...life,
    propose,
    check,
    onReports: (named: string, on = '2026-01-10') =>
      propose(named, { rests: { on: 'reports', partyId: runner } }, on),
    /** A household that lost money to it, and asks to be counted or not. */
    lost: (household: number, on: string, mayBeCounted = true) =>
      life.upheld(household, on, {
        partyId: runner,
        kind: 'false-investment',
        duties: [],
        mayBeCounted,
      }),
    standing: (day: string) =>
      warningsOn(
        { warnings: network.warnings.values(), watch: network.watch, goodForDays: goodForDefault },
        day,
      ),
  }
}

test('a scheme stands on the list once a second one has checked the notice, with who said it and when', () => {
  const { propose, check, standing } = list()
  expect(propose('Rice That Doubles', { km: 'ស្រូវទ្វេ' })).toBe('recorded')
  expect(standing('2026-01-10')).toEqual([])
  check('Rice That Doubles', '2026-01-11', 'ann')
  expect(standing('2026-01-11')).toEqual([])
  expect(check('Rice That Doubles', '2026-01-12')).toBe('recorded')
  expect(standing('2026-01-11')).toEqual([])
  expect(standing('2026-01-12')).toEqual([
    {
      km: 'ស្រូវទ្វេ',
      latin: 'Rice That Doubles',
      kind: 'high-interest',
      rests: { ...notice, lookedOn: '2026-01-12', isStale: false },
    },
  ])
})

test('a warning that nobody has looked at for long stands all the same and says so, until somebody looks', () => {
  const { propose, check, standing } = list()
  propose('Green Coin')
  check('Green Coin', '2026-01-12')
  const last = daysAfter('2026-01-12', goodForDefault - 1)
  expect(standing(last)).toMatchObject([{ rests: { isStale: false } }])
  expect(standing(daysAfter(last, 1))).toMatchObject([{ rests: { isStale: true } }])
  check('Green Coin', daysAfter(last, 2))
  expect(standing(daysAfter(last, 2))).toMatchObject([{ rests: { isStale: false } }])
  // As it was on an earlier day, whatever was looked at since.
  expect(standing('2026-02-01')).toMatchObject([{ rests: { lookedOn: '2026-01-12' } }])
})

test('two take one out, and on the day before it stood', () => {
  const { give, propose, check, standing } = list()
  propose('Green Coin')
  check('Green Coin', '2026-01-12')
  const out = { warningId: idOf('Green Coin'), why: 'wrong' }
  expect(
    give('rith', 'WithdrawWarning', '2026-02-01', { ...out, approvedBy: idOf('nobody') }),
  ).toBe('not-of-the-deciding-staff')
  expect(give('rith', 'WithdrawWarning', '2026-02-01', out)).toBe('recorded')
  expect(standing('2026-01-31')).toHaveLength(1)
  expect(standing('2026-02-01')).toEqual([])
  expect(check('Green Coin', '2026-02-02')).toBe('withdrawn-already')
  // It may be warned of anew.
  expect(propose('Green Coin (again)', { latin: 'Green Coin' })).toBe('recorded')
})

test.each([
  ['without a name', { latin: undefined }, 'name-missing'],
  [
    'of a notice of tomorrow',
    { rests: { ...notice, seenOn: '2026-01-11' } },
    'source-in-the-future /rests/seenOn',
  ],
  [
    'on reports of nobody',
    { rests: { on: 'reports', partyId: idOf('?') } },
    'party-unknown /rests/partyId',
  ],
  [
    'on reports that nobody upheld',
    { rests: { on: 'reports', partyId: runner } },
    'no-report-upheld',
  ],
  ['on a newspaper', { rests: { ...notice, who: 'press' } }, 'warner-unknown /rests/who'],
])('a warning %s is refused', (_, more, code) => {
  expect(list().propose('Green Coin', more)).toBe(code)
})

test('a scheme that is on the list already is not entered twice, however it is written', () => {
  const { propose, check } = list()
  propose('Green Coin')
  check('Green Coin', '2026-01-12')
  expect(propose('GREEN  COIN')).toBe('warning-already-there')
})

test('what one alone has entered keeps nobody from warning, and of two of one name one stands', () => {
  const { propose, check, standing } = list()
  propose('Green Coin', { rests: { ...notice, seenOn: '2026-01-02' } })
  expect(propose('Green Coin (with its notice)', { latin: 'GREEN COIN' })).toBe('recorded')
  expect(check('Green Coin (with its notice)', '2026-01-12')).toBe('recorded')
  expect(check('Green Coin', '2026-01-12')).toBe('warning-already-there')
  expect(standing('2026-01-12')).toHaveLength(1)
  // A look at what stands is renewed as before.
  expect(check('Green Coin (with its notice)', '2026-02-12')).toBe('recorded')
})

test('what rests on reports is shown from three households on that asked for it, on two days of the year alone', () => {
  const { lost, onReports, check, standing } = list()
  lost(1, '2026-01-05')
  expect(onReports('Golden Pot')).toBe('recorded')
  check('Golden Pot', '2026-01-12')
  lost(2, '2026-01-20')
  for (const day of ['2026-01-12', '2026-07-01', '2027-01-01']) expect(standing(day)).toEqual([])
  lost(3, '2026-02-01')
  expect(standing('2026-06-30')).toEqual([])
  expect(standing('2026-07-01')).toEqual([
    {
      latin: 'Golden Pot',
      kind: 'high-interest',
      rests: { on: 'reports', households: 3, since: '2026-07-01' },
    },
  ])
  // No day of a report, of a ruling or of a look is told, and none of them moves a byte in between.
  expect(standing('2026-12-31')).toEqual(standing('2026-07-01'))
})

test('a line that rests on reports tells no id, by which one could see when it was entered', () => {
  const { lost, onReports, check, standing } = list()
  for (const household of [1, 2, 3]) lost(household, '2026-01-05')
  onReports('Golden Pot')
  check('Golden Pot', '2026-01-12')
  const told = JSON.stringify(standing('2026-07-01'))
  expect(told).toContain('Golden Pot')
  expect([told.includes(idOf('Golden Pot')), told.includes(runner)]).toEqual([false, false])
})

test('whoever has not asked to be counted changes nothing of the list, on any of 730 days', () => {
  const worlds = [false, true].map((isThere) => {
    const { lost, onReports, check, standing } = list()
    lost(1, '2026-01-05')
    lost(2, '2026-01-20')
    if (isThere) lost(3, '2026-02-01', false)
    onReports('Golden Pot', '2026-02-10')
    check('Golden Pot', '2026-02-11')
    return Array.from({ length: 730 }, (_, n) => standing(daysAfter('2026-01-01', n)))
  })
  expect(worlds[0]).toEqual(worlds[1])
})

test('a list on reports that came too late, or was entered after the showing, waits for the next one', () => {
  const { lost, onReports, check, give, standing } = list()
  for (const household of [1, 2, 3]) lost(household, '2026-01-05')
  onReports('Golden Pot', '2026-07-02')
  check('Golden Pot', '2026-07-03')
  expect(standing('2026-12-31')).toEqual([])
  expect(standing('2027-01-01')).toHaveLength(1)
  give('rith', 'WithdrawWarning', '2027-02-01', { warningId: idOf('Golden Pot'), why: 'wrong' })
  expect(standing('2027-06-30')).toHaveLength(1)
  expect(standing('2027-07-01')).toEqual([])
})

test('what is written down with a day of before the showing waits for the next one, and so does its end', () => {
  const { lost, onReports, give, standing } = list()
  for (const household of [1, 2, 3]) lost(household, '2026-01-05')
  onReports('Golden Pot', '2026-06-01')
  const named = { warningId: idOf('Golden Pot') }
  give('bopha', 'CheckWarning', '2026-06-02', { ...named, how: 'official-page' }, '2026-08-01')
  expect(standing('2026-12-31')).toEqual([])
  expect(standing('2027-01-01')).toHaveLength(1)
  give('rith', 'WithdrawWarning', '2026-12-20', { ...named, why: 'wrong' }, '2027-02-01')
  expect(standing('2027-06-30')).toHaveLength(1)
  expect(standing('2027-07-01')).toEqual([])
})

test('a network whose reviewer has let nothing be told lists what authorities say, and nothing of reports', () => {
  const { lost, onReports, propose, check, give, standing } = list()
  for (const household of [1, 2, 3]) lost(household, '2026-01-05')
  onReports('Golden Pot')
  propose('Green Coin')
  for (const named of ['Golden Pot', 'Green Coin']) check(named, '2026-01-12')
  expect(standing('2026-07-01')).toHaveLength(2)
  give('rith', 'SwitchPublication', '2026-07-01', { isPublic: false })
  expect(standing('2026-07-01')).toMatchObject([{ latin: 'Green Coin' }])
})
