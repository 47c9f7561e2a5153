import { expect, test } from 'vitest'
import type { Charter, CharterVersion } from '#domain/fund/charter/charter.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import {
  type CharterField,
  changesBetween,
  charterFields,
  historyOn,
  votesOn,
} from '#src/app/charter-history.ts'

const valuesOf = (charter: Charter): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(charterFields(charter)).map(([field, { value }]) => [field, value]),
  )

const { classes } = defaultCharter.provisioning

/** What a village begins with: nothing is said of a dear debt bought out, which may be as large as any loan. */
const begunWith = {
  currency: 'KHR',
  households: 60,
  shareValue: 5_000,
  sharesMin: 1,
  sharesMax: 5,
  socialPerMeeting: 1_000,
  absenceFine: 1_000,
  meetingDay: 20,
  meetingWeekday: 0,
  rateNormal: '1.5',
  rateSeasonal: '1.5',
  rateEmergency: '0',
  interestStep: 100,
  instalmentStep: 100,
  classes,
  provisionStep: 100,
  reliefExtraPercent: '0',
  savingsMultiple: 3,
  ofEquityAndSavingsPercent: '10',
  amountMax: 1_500_000,
  papersMax: 500_000,
  buyOutMax: 1_500_000,
  enterpriseMax: 600_000,
  emergencyMax: 200_000,
  emergencyMonthsMax: 3,
  quorumPercent: '67',
  boxMax: 2_000_000,
  oneHandLimit: 25_000,
  membersPercent: '60',
  reservePercent: '30',
  runningCostsPercent: '10',
  liquidityPercent: '20',
  liquidityRainyPercent: '35',
  borrowingMaxPercent: '50',
  reliefMonths: 3,
  reliefPersonalMonths: 2,
  harvestMonth: 12,
  lineOfLastLoanPercent: '50',
  termMonths: 12,
  graceDays: 60,
  seats: 5,
  womenMin: 3,
  votingMin: 4,
  officersAmountMax: 1_000_000,
  supportPassport: 400_000,
  supportPapers: 100_000,
  supportTraining: 100_000,
  supportSafeReturn: 300_000,
  supportEmergencyReturn: 300_000,
  supportReintegration: 1_200_000,
  supportSchool: 300_000,
  supportChildren: 200_000,
  repaymentOrder: 'interest-first',
}

test('a charter is told whole, and what it leaves out is told as it holds by default', () => {
  expect(valuesOf(defaultCharter)).toEqual(begunWith)
  const { papersMax: _, ...ceiling } = defaultCharter.ceiling
  expect(valuesOf({ ...defaultCharter, ceiling })).toMatchObject({ papersMax: 1_500_000 })
  const ruled: Charter = {
    ...defaultCharter,
    ceiling: { ...ceiling, buyOutMax: 900_000, papersMax: 400_000 },
    repaymentOrder: 'principal-first',
  }
  expect(valuesOf(ruled)).toMatchObject({
    papersMax: 400_000,
    buyOutMax: 900_000,
    repaymentOrder: 'principal-first',
  })
})

const amended = (more: Partial<Charter>): Charter => ({ ...defaultCharter, ...more })

test('only what one charter says otherwise than the one before is a change, with both values', () => {
  expect(changesBetween(defaultCharter, amended({}))).toEqual([])
  expect(changesBetween(defaultCharter, amended({ shareValue: 6_000, households: 61 }))).toEqual([
    {
      field: 'households',
      old: { of: 'count', value: 60 },
      now: { of: 'count', value: 61 },
    },
    {
      field: 'shareValue',
      old: { of: 'money', value: 5_000 },
      now: { of: 'money', value: 6_000 },
    },
    // As many shares as a meeting takes, where nothing is said: dearer shares let one hand do more.
    {
      field: 'oneHandLimit',
      old: { of: 'money', value: 25_000 },
      now: { of: 'money', value: 30_000 },
    },
  ])
  // To say what held by default anyway is no change.
  expect(changesBetween(defaultCharter, amended({ repaymentOrder: 'interest-first' }))).toEqual([])
  const all = [{ toDays: null, name: 'all', percent: '5' }]
  const provisioning = { ...defaultCharter.provisioning, classes: all }
  expect(
    changesBetween(defaultCharter, amended({ provisioning })).map(({ field }) => field),
  ).toEqual(['classes' satisfies CharterField])
})

const versions: readonly CharterVersion[] = [
  { version: 1, from: '2025-01-01', charter: defaultCharter },
  { version: 2, from: '2025-03-01', charter: amended({ shareValue: 6_000 }) },
  { version: 3, from: '2025-06-01', charter: amended({ shareValue: 6_000, absenceFine: 500 }) },
]
const votes = { present: 9, yes: 8, no: 1 }

test('rules are told from the day on which they begin, the ones in force first', () => {
  const told = (day: string) =>
    historyOn(versions, new Map([[2, votes]]), day).map((one) => [
      one.version,
      one.from,
      one.changes.map(({ field }) => field),
      one.votes,
    ])
  const first = [1, '2025-01-01', [], undefined]
  const second = [2, '2025-03-01', ['shareValue', 'oneHandLimit'], votes]
  expect(told('2024-12-31')).toEqual([first])
  expect(told('2025-02-28')).toEqual([first])
  expect(told('2025-03-01')).toEqual([second, first])
  expect(told('2025-05-31')).toEqual([second, first])
  expect(told('2025-06-01')).toEqual([[3, '2025-06-01', ['absenceFine'], undefined], second, first])
})

/** A journal of so many entries, with votes on the rules at some places; it says how often it was read. */
const journalOf = (count: number, voted: Readonly<Record<number, number>>) => {
  const rows = Array.from({ length: count }, (_, i): JournalRow => {
    const seq = i + 1
    const version = voted[seq]
    return {
      seq,
      type: version === undefined ? 'ExpensePaid' : 'CharterAmended',
      data: JSON.stringify({ version: version ?? 9, votes }),
    } as JournalRow
  })
  let reads = 0
  return {
    reads: () => reads,
    read: async (_: string, after: number, limit: number) => {
      reads += 1
      return rows.filter(({ seq }) => seq > after).slice(0, limit)
    },
  }
}

test('the votes on the rules are found wherever they stand in the journal', async () => {
  for (const last of [500, 501, 1001]) {
    const journal = journalOf(1_200, { 2: 2, [last]: 3 })
    expect([...(await votesOn(journal, 'f', versions)).keys()]).toEqual([2, 3])
  }
  const one = await votesOn(journalOf(4, { 4: 2 }), 'f', versions)
  expect([...one]).toMatchObject([[2, votes]])
})

test('no more of the journal is read than is needed, and nothing for a fund that never voted', async () => {
  const never = journalOf(10, {})
  expect(await votesOn(never, 'f', versions.slice(0, 1))).toEqual(new Map())
  expect(never.reads()).toBe(0)
  const soon = journalOf(1_200, { 2: 2, 500: 3 })
  await votesOn(soon, 'f', versions)
  expect(soon.reads()).toBe(1)
})
