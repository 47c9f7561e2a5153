import { beforeEach, expect, test } from 'vitest'
import { householdOf } from '#domain/fairness/kin.ts'
import { isOfficerOn } from '#domain/fund/people/members.ts'
import { type KinRelation, kinshipOf, particularParts } from '#domain/fund/people/particulars.ts'
import { type FundBook, standingsOn, total } from '#domain/health/book.ts'
import { concentrationOf, kinVotedIn } from '#src/app/health/concentration.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { concentrationWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

const words = concentrationWords.in('en')
const khr = (amount: number): string => moneyInFigures({ amount, currency: 'KHR' })

let village: Practice
let book: FundBook
let officer = ''
/** Members who hold no office and owe something, the one who owes most first. */
let borrowers: readonly { readonly memberId: string; readonly owed: number }[] = []
beforeEach(async () => {
  village = await practice()
  book = (await bookOf(village.needs.store, village.fundId))!
  for (const { memberId } of book.members)
    await village.needs.store.forget(village.fundId, memberId, particularParts)
  const officers = book.members.filter((member) => isOfficerOn(member, practiceDay))
  officer = officers.at(-1)!.memberId
  borrowers = [...Map.groupBy(standingsOn(book, practiceDay), ({ loan }) => loan.memberId)]
    .map(([memberId, loans]) => ({ memberId, owed: total(loans.map(({ owed }) => owed)) }))
    .filter(({ memberId, owed }) => owed > 0 && !officers.some((one) => one.memberId === memberId))
    .toSorted((a, b) => b.owed - a.owed)
})

const is = (firstId: string, relation: KinRelation, secondId: string) =>
  kinshipOf({ firstId, secondId, relation })

const declare = (...kin: readonly ReturnType<typeof is>[]): Promise<void> =>
  village.needs.store.keepKinships(
    village.fundId,
    kin.map((one) => ({ ...one, fundId: village.fundId, declaredAt: village.needs.clock() })),
  )

const read = async (path: string, door: Door): Promise<string> => {
  const token = await village.as(door)
  const answer = await village.ask(`/funds/${village.fundId}/${path}`, { token })
  expect(answer.status).toBe(200)
  return answer.text()
}

test('money is shared by a household and by husband and wife, and by no other kin', () => {
  const kin = [is('o', 'same-household', 'a'), is('a', 'spouse', 'b'), is('b', 'sibling', 'c')]
  expect([...householdOf(kin, ['o'])].toSorted()).toEqual(['a', 'b', 'o'])
  expect([...householdOf([], ['o'])]).toEqual(['o'])
})

test('without kin both shares are one; with a household the second one grows by its loans alone', () => {
  const [first, second] = borrowers
  const alone = concentrationOf(book, [], practiceDay)
  expect(alone.households.owed).toBe(alone.officers.owed)
  expect(alone.livingWith).toEqual({ owed: 0, count: 0, rows: [] })
  const kin = [
    is(officer, 'same-household', first!.memberId),
    is(first!.memberId, 'same-household', second!.memberId),
  ]
  const together = concentrationOf(book, kin, practiceDay)
  expect(together.officers).toEqual(alone.officers)
  expect(together.households.owed).toBe(alone.officers.owed + first!.owed + second!.owed)
  expect(together.livingWith.owed).toBe(first!.owed + second!.owed)
  expect(total(together.livingWith.rows.map(({ owed }) => owed))).toBe(together.livingWith.owed)
})

test('a share is above its limit one step past it and not at it', () => {
  const whole = concentrationOf(book, [], practiceDay)
  expect(whole.portfolio).toBeGreaterThan(0)
  const all = borrowers.map(({ memberId }) => is(officer, 'same-household', memberId))
  expect(concentrationOf(book, all, practiceDay).households).toMatchObject({
    percent: 100,
    isAbove: true,
  })
  const reached = borrowers.findIndex((_, i) => {
    const { percent } = concentrationOf(book, all.slice(0, i + 1), practiceDay).households
    return (percent ?? 0) > whole.limits.committee
  })
  const before = concentrationOf(book, all.slice(0, reached), practiceDay).households
  const after = concentrationOf(book, all.slice(0, reached + 1), practiceDay).households
  expect([before.isAbove, after.isAbove]).toEqual([false, true])
})

test('an auditor sees sums and counts; whose household it is, the chair sees, and that stands in the log', async () => {
  const [first] = borrowers
  const card = book.members.find(({ memberId }) => memberId === first!.memberId)!.card
  await declare(is(officer, 'same-household', first!.memberId))
  const { households, livingWith, largest } = concentrationOf(
    book,
    await village.needs.store.kinships(village.fundId),
    practiceDay,
  )
  const committee = (html: string): string => html.split(words.largest)[0]!
  const seen = await read('health/concentration', 'auditor')
  expect(pageText(seen)).toContain(words.livingWith(livingWith.count))
  expect(pageText(seen)).toContain(khr(households.owed))
  expect(pageText(seen)).toContain(words.onlySums)
  expect(pageText(seen)).toContain(`${largest.percent!.toFixed(2)} %`)
  expect(committee(seen)).not.toContain(livingWith.rows[0]!.loanId)
  expect(committee(pageText(seen))).not.toContain(card)
  const own = await read('health/concentration', 'chair')
  expect(own).toContain(livingWith.rows[0]!.loanId)
  const log = await village.needs.store.activities(village.fundId, { limit: 3 })
  expect(log.map(({ action }) => action)).toContain('read-family')
  const report = pageText(await read('health', 'auditor'))
  expect(report).toContain(`${households.percent!.toFixed(2)} % ${words.ofLent}`)
  expect(report).toContain(words.limit(25))
  expect(report).toContain(words.limit(10))
})

test('votes that kin had a part in are counted for all, and named to those who may know kin', async () => {
  const { memberId } = borrowers[0]!
  const loanId = '0197a000-0000-7000-8000-00000000000a'
  const ballot = {
    by: 'officers' as const,
    votes: [{ memberId: officer, vote: 'yes' as const }],
    recused: [] as string[],
    confirmedBy: book.members.find(({ memberId: id }) => id !== officer)!.memberId,
  }
  const request = {
    loanId,
    asked: {
      loanId,
      memberId,
      product: 'normal' as const,
      principal: 100_000,
      months: 5,
      purpose: 'farm' as const,
    },
    requestedOn: '2025-12-01',
    state: 'approved' as const,
    decision: { outcome: 'approved' as const, ballot, charterVersion: 1, on: '2025-12-20' },
    guarantees: [],
    isGroupGuarantee: false,
  }
  const votes = (recused: readonly string[], kin: readonly ReturnType<typeof is>[]) =>
    kinVotedIn(
      {
        members: book.members,
        requests: [
          { ...request, decision: { ...request.decision, ballot: { ...ballot, recused } } },
        ],
      },
      kin,
      practiceDay,
    )
  const kin = [is(officer, 'sibling', memberId)]
  expect(votes([], [])).toEqual([])
  expect(votes([], kin)).toMatchObject([{ loanId, on: '2025-12-20' }])
  expect(votes([officer], kin)).toEqual([])
  expect(kinVotedIn({ members: book.members, requests: [request] }, kin, '2025-12-19')).toEqual([])
})
