import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReversible } from '#domain/corrections/reversible.ts'
import type { Finding } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { shortagesOf } from '#domain/health/shortages.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { entriesForMinutes } from '#src/app/meeting/day-rows.ts'
import { minutesOf } from '#src/app/meeting/minutes.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { opened } from '#src/app/rows.ts'
import { again, beginnings, factsOfAYear } from '#test/support/any-order.ts'

/*
 * A fact on its day, or the same fact taken back and written once more after everything else: what is found, what minutes
 * say and what the box is short of, by whoever kept it, is the same. Written down late it is that and what being late adds.
 */

const fundId = '00000000-0000-8000-8000-000000000001'
const isLong = process.env['TEST_BUDGET'] === 'ci'
const asOf = '2026-02-28'
const importer = { actor: 'importer', device: 'phone' }
const keeper = { actor: 'keeper', device: 'phone' }
const made = (text: string): string => uuidOfHash(sha256(text))

const officers: readonly Command[] = (
  [
    ['o1', 'chair'],
    ['o2', 'box-keeper'],
    ['o3', 'record-keeper'],
  ] as const
).flatMap(([memberId, office]): Command[] => [
  {
    type: 'AdmitMember',
    id: made(`admit ${memberId}`),
    v: 1,
    effectiveOn: '2025-01-01',
    memberId,
    card: memberId.toUpperCase(),
    sex: 'f',
    zone: 'river',
    isFormer: false,
  },
  {
    type: 'AppointOfficer',
    id: made(`office ${memberId}`),
    v: 1,
    effectiveOn: '2025-01-01',
    memberId,
    office,
  },
])

const world = async () => {
  const store = memoryStore()
  const record = recorder({ journal: store, hash: sha256, clock: () => '2026-11-20T03:00:00.000Z' })
  await record(fundId, [...beginnings, ...officers], importer)
  return { store, record }
}

type World = Awaited<ReturnType<typeof world>>

/** All that is told of the fund, without the places in the journal, and without the lines that tell of taking back. */
const told = async ({ store }: World, facts: readonly Command[]) => {
  const book = (await bookOf(store, fundId))!
  const findings = findingsOf(book, asOf)
    .filter(({ code }) => code !== 'reversed-same-day')
    .map((finding) => JSON.stringify({ ...finding, seq: undefined }))
    .toSorted()
  const days = [...new Set(facts.map(({ effectiveOn }) => effectiveOn))].toSorted()
  const minutes = await Promise.all(
    days.map(async (on) =>
      minutesOf(book, await entriesForMinutes(store, { fundId, on }))
        .filter(({ type }) => type !== 'EntryReversed')
        .map((line) => `${on} ${JSON.stringify({ ...line, seq: undefined })}`)
        .toSorted(),
    ),
  )
  const shortages = shortagesOf(book, { from: '2025-01-01', to: asOf })
  return { findings, minutes, shortages }
}

/** Takes back what can be, by two, the last first, and writes it once more as it was. */
const writtenAgain = async (
  { store, record }: World,
  facts: readonly Command[],
  onDayAfter: boolean,
): Promise<number> => {
  const rows = await store.find(
    fundId,
    facts.map(({ id }) => id),
  )
  const reversible = new Set(
    rows.filter((row) => isReversible(opened(row).body)).map(({ id }) => id),
  )
  const back: Command[] = []
  for (const [i, fact] of facts.entries()) {
    if (!reversible.has(fact.id)) continue
    const reversal = {
      type: 'ReverseEntry',
      id: made(`back ${i}`),
      v: 1,
      effectiveOn: onDayAfter ? asOf : fact.effectiveOn,
      reverses: fact.id,
      reason: 'wrong-amount',
      approvedBy: 'o1',
    } as Command
    const [answer] = await record(fundId, [reversal], keeper)
    if (answer!.outcome === 'recorded' || answer!.outcome === 'flagged') back.push(fact)
  }
  for (const [i, fact] of back.entries()) {
    const [answer] = await record(fundId, [again(fact, i)], keeper)
    expect(['recorded', 'flagged']).toContain(answer!.outcome)
  }
  return back.length
}

/** What is in a list and not in another one, as often as it is. */
const missingIn = (list: readonly string[], wanted: readonly string[]): readonly string[] => {
  const left = [...list]
  return wanted.filter((one) => {
    const place = left.indexOf(one)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

/** A meeting is opened first on its day, and closed last. */
const placeOfDay = ({ type, effectiveOn }: Command): string =>
  `${effectiveOn} ${type === 'OpenMeeting' ? 0 : type === 'CloseMeeting' ? 2 : 1}`

const byDay = (facts: readonly Command[]): readonly Command[] =>
  facts.toSorted((a, b) => (placeOfDay(a) < placeOfDay(b) ? -1 : 1))

/**
 * Of two payments on one loan and day the second is split by what the first one left, and of what is taken out and brought
 * on one day the order of writing says whether there was enough: which came first, nothing else says.
 */
const isOfOrder = (told: string, facts: readonly Command[]): boolean => {
  const { code, on, subject } = JSON.parse(told) as Finding
  const ofDay = facts.filter(({ effectiveOn }) => effectiveOn === on)
  const isOf = (one: object, key: 'loanId' | 'memberId'): boolean =>
    key in one && (one as Record<string, string>)[key]!.toUpperCase() === subject.number
  const paid = facts.filter((one) => one.type === 'RecordRepayment' && isOf(one, 'loanId'))
  if (code === 'split-differs')
    return paid.filter(({ effectiveOn }) => effectiveOn === on).length > 1
  // Told on the loan's first day, of all that was paid on it.
  if (code === 'interest-beyond-the-cap')
    return new Set(paid.map(({ effectiveOn }) => effectiveOn)).size < paid.length
  if (!code.startsWith('more-than-')) return false
  return ofDay.filter((one) => subject.kind !== 'member' || isOf(one, 'memberId')).length > 1
}

test('a fact taken back and written once more gives the same findings, minutes and shortages', async () => {
  let count = 0
  const plan = factsOfAYear.chain((facts) =>
    fc.tuple(
      fc.constant(byDay(facts)),
      fc.subarray([...byDay(facts)], { minLength: 1 }),
      fc.boolean(),
    ),
  )
  await fc.assert(
    fc.asyncProperty(plan, async ([facts, once, onDayAfter]) => {
      const [a, b] = [await world(), await world()]
      for (const one of [a, b]) await one.record(fundId, facts, keeper)
      count += await writtenAgain(b, once, onDayAfter)
      const [first, later] = [await told(a, facts), await told(b, facts)]
      expect(later.minutes).toEqual(first.minutes)
      expect(later.shortages).toEqual(first.shortages)
      // Nothing that was found goes away; that it was written later may be one more.
      const wanted = first.findings.filter((one) => !isOfOrder(one, facts))
      expect(missingIn(later.findings, wanted)).toEqual([])
    }),
    { numRuns: isLong ? 400 : 60 },
  )
  expect(count).toBeGreaterThan(60)
})

/** What is found and whom it is about. Which of two lines is the one too many, the order of writing says. */
const about = ({ findings }: { readonly findings: readonly string[] }): readonly string[] => [
  ...new Set(
    findings.map((text) => {
      const { code, subject } = JSON.parse(text) as Finding
      return `${code} ${subject.kind} ${subject.number}`
    }),
  ),
]

/**
 * What the box should have opened with goes by the counts before: where one of those was written down after a later count, that
 * itself is what is found.
 */
const isOfLateCount = (told: string, later: { readonly findings: readonly string[] }): boolean => {
  const { code, on } = JSON.parse(told) as Finding
  return (
    code === 'opening-not-last-closing' &&
    later.findings
      .map((text) => JSON.parse(text) as Finding)
      .some((one) => one.code === 'counted-after-a-later-count' && one.on <= on)
  )
}

test('written down in any order the same facts are found, and the box is short of the same, by the same keeper', async () => {
  const plan = factsOfAYear.chain((facts) =>
    fc.tuple(
      fc.constant(byDay(facts)),
      fc.shuffledSubarray([...facts], { minLength: facts.length, maxLength: facts.length }),
    ),
  )
  await fc.assert(
    fc.asyncProperty(plan, async ([facts, shuffled]) => {
      const [a, b] = [await world(), await world()]
      await a.record(fundId, facts, keeper)
      for (const fact of shuffled) await b.record(fundId, [fact], keeper)
      const [first, later] = [await told(a, facts), await told(b, facts)]
      // What a count found missing is said as it was found.
      const lines = ({ minutes }: typeof first) =>
        minutes.map((day) => day.map((line) => line.replace(/,"missing":-?\d+/, '')))
      expect(lines(later)).toEqual(lines(first))
      const missing = ({ shortages }: typeof first) =>
        shortages.flatMap(({ on, keepers, missing: sum }) =>
          sum === 0 ? [] : [[on, keepers, sum]],
        )
      expect(missing(later)).toEqual(missing(first))
      const wanted = first.findings.filter(
        (one) => !isOfOrder(one, facts) && !isOfLateCount(one, later),
      )
      expect(missingIn(about(later), about({ findings: wanted }))).toEqual([])
    }),
    { numRuns: isLong ? 400 : 60 },
  )
})

test('the minutes of a day tell that a line of it was taken back, also where that was on another day', async () => {
  const at = await world()
  const cost: Command = {
    type: 'RecordExpense',
    id: made('cost'),
    v: 1,
    effectiveOn: '2025-06-20',
    amount: 30_000,
  }
  await at.record(fundId, [cost], keeper)
  const back = {
    type: 'ReverseEntry',
    id: made('back'),
    v: 1,
    effectiveOn: '2025-07-20',
    reverses: cost.id,
    reason: 'did-not-happen',
    approvedBy: 'o1',
  } as Command
  await at.record(fundId, [back], keeper)
  const book = (await bookOf(at.store, fundId))!
  const linesOf = async (on: string) =>
    minutesOf(book, await entriesForMinutes(at.store, { fundId, on })).map(
      ({ type, amount, correction }) => ({ type, amount, correction }),
    )
  const told = { type: 'EntryReversed', amount: 30_000, correction: 'did-not-happen' }
  expect(await linesOf('2025-06-20')).toEqual([told])
  expect(await linesOf('2025-07-20')).toEqual([told])
})
