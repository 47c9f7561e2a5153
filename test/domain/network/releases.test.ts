import { expect, test } from 'vitest'
import { confirmedReleases } from '#domain/network/releases.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const digest = '5'.repeat(64)
const releaseId = idOf('first')
const first = { releaseId, period: '2026-H1', digest }

/** What anybody may read. */
const told = ({ releases }: ReturnType<typeof networkLife>['network']) =>
  confirmedReleases(releases.values()).map(({ period }) => period)

test('what one proposes is nothing until another one confirms it', () => {
  const { network, give } = networkLife()
  expect(give('ann', 'ProposeRelease', '2026-08-20', first)).toBe('recorded')
  expect(told(network)).toEqual([])
  expect(give('bopha', 'ConfirmRelease', '2026-08-21', { releaseId })).toBe('recorded')
  expect(told(network)).toEqual(['2026-H1'])
})

test('a second word of the same hand is none', () => {
  const { network, give } = networkLife()
  give('ann', 'ProposeRelease', '2026-08-20', first)
  give('ann', 'ConfirmRelease', '2026-08-21', { releaseId })
  expect(told(network)).toEqual([])
  give('bopha', 'ConfirmRelease', '2026-08-22', { releaseId })
  expect(told(network)).toEqual(['2026-H1'])
})

test('nobody tells a half-year before its day, and none twice, nor one that lies before', () => {
  const { network, give } = networkLife()
  expect(give('ann', 'ProposeRelease', '2026-08-14', first)).toBe('release-before-its-day')
  expect(give('ann', 'ProposeRelease', '2026-08-15', first)).toBe('recorded')
  expect(give('ann', 'ProposeRelease', '2026-08-15', first)).toBe('release-already-there')
  const again = { ...first, releaseId: idOf('again') }
  // Two may be proposed, of which one is confirmed.
  expect(give('ann', 'ProposeRelease', '2026-08-16', again)).toBe('recorded')
  expect(give('bopha', 'ConfirmRelease', '2026-08-17', { releaseId })).toBe('recorded')
  expect(give('bopha', 'ConfirmRelease', '2026-08-17', { releaseId })).toBe(
    'release-confirmed-already',
  )
  expect(give('bopha', 'ConfirmRelease', '2026-08-17', { releaseId: again.releaseId })).toBe(
    'period-released-already',
  )
  const before = { ...first, releaseId: idOf('before'), period: '2025-H2' }
  expect(give('ann', 'ProposeRelease', '2026-08-20', before)).toBe('period-released-already')
  // A quarter is another calendar, of other figures.
  const quarter = { ...first, releaseId: idOf('quarter'), period: '2026-Q2' }
  expect(give('ann', 'ProposeRelease', '2026-08-20', quarter)).toBe('recorded')
  expect(told(network)).toEqual(['2026-H1'])
})

test('what two stand behind is told in the order in which they did, and not in that of the drafts', () => {
  const { network, give } = networkLife()
  const quarter = { ...first, releaseId: idOf('quarter'), period: '2026-Q2' }
  for (const draft of [first, quarter]) give('ann', 'ProposeRelease', '2026-08-20', draft)
  for (const one of [quarter, first])
    give('bopha', 'ConfirmRelease', '2026-08-21', { releaseId: one.releaseId })
  expect(told(network)).toEqual(['2026-Q2', '2026-H1'])
})

test('what nobody proposed cannot be confirmed, nor on a day before it was', () => {
  const { give } = networkLife()
  expect(give('bopha', 'ConfirmRelease', '2026-08-21', { releaseId })).toBe(
    'release-unknown /releaseId',
  )
  give('ann', 'ProposeRelease', '2026-08-21', first)
  expect(give('bopha', 'ConfirmRelease', '2026-08-20', { releaseId })).toBe(
    'checked-before-entered',
  )
})

test.each([
  ['2026-Q5', 'period-unreadable'],
  ['2026', 'period-unreadable'],
  ['2026-08', 'period-unreadable'],
])('%s is no time that figures are told of', (period, code) => {
  const { give } = networkLife()
  expect(give('ann', 'ProposeRelease', '2026-08-20', { ...first, period })).toBe(`${code} /period`)
})

test('a person says in which district a fund lies, and the code that it began with stays', () => {
  const { network, give } = networkLife()
  const fundId = idOf('fund')
  const place = (district: string) => give('ann', 'PlaceFund', '2026-02-01', { fundId, district })
  expect(place('1702')).toBe('fund-not-in-network')
  give('program', 'JoinFund', '2026-01-02', { fundId })
  expect(place('1702')).toBe('recorded')
  expect(network.funds.get(fundId)).toMatchObject({ fundId, district: '1702' })
  expect(place('9999')).toBe('district-unknown /district')
  expect(place('102')).toBe('district-not-4-digits /district')
  give('program', 'WitnessFund', '2026-02-02', {
    fundId,
    seq: 1,
    hash: digest,
    entryId: idOf('entry'),
    from: 1,
    trail: [digest.slice(0, 8)],
  })
  expect(network.funds.get(fundId)).toMatchObject({ district: '1702' })
})
