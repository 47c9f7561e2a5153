import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { reversed, wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { begun, closing, count, leaving, line, venture } from '#test/support/ventures.ts'
import { type StoryCommand, answerTo, fundBookOf } from '#test/support/village.ts'

/* A venture lies in a box of its own: what two people find there stands beside what its book says, whoever writes what later. */

const bought = line('bought', 90_000)

/** What the findings say of counts, through a day. */
const signs = (commands: readonly StoryCommand[], asOf = '2025-12-31') =>
  findingsOf(fundBookOf(savingStory(commands)), asOf).flatMap(({ code, on, found, expected }) =>
    code.startsWith('venture-') ? [`${on} ${code} ${found} ${expected}`] : [],
  )

const shortOf = ['2025-06-01 venture-cash-differs 60000 70000']

test('two who keep neither its cash nor its book count it, and it moves nothing', () => {
  const village = savingAfter([...begun, bought])
  expect(answerTo(village, count(70_000, 90_000))).toMatchObject({
    outcome: 'recorded',
    body: { book: { cash: 70_000, goods: 90_000 }, postings: [] },
  })
  const fault = (more: object) => answerTo(village, count(0, 0, more))
  expect(fault({ countedWith: 'o3' })).toMatchObject({ code: 'keeper-counts', at: '/countedWith' })
  expect(fault({ confirmedBy: 'o4' })).toMatchObject({ code: 'keeper-counts', at: '/confirmedBy' })
  expect(fault({ countedWith: 'o2' })).toMatchObject({ code: 'counters-the-same' })
  expect(fault({ countedWith: 'nobody' })).toMatchObject({ code: 'member-unknown' })
  expect(fault({ confirmedBy: 'm1' })).toMatchObject({ code: 'approver-not-an-officer' })
  expect(fault({ effectiveOn: '2025-01-31' })).toMatchObject({ code: 'before-the-venture-began' })
  expect(wordOf(savingAfter([...begun, closing()]), count(0, 0))).toBe('venture-closed')
})

test('a count that agrees is no sign, and what is short in cash or goods is one with both sums', () => {
  expect(signs([...begun, bought])).toEqual([])
  expect(signs([...begun, bought, count(70_000, 90_000)])).toEqual([])
  expect(signs([...begun, bought, count(60_000, 90_000)])).toEqual([
    '2025-06-01 venture-cash-differs 60000 70000',
  ])
  expect(signs([...begun, bought, count(70_000, 95_000)])).toEqual([
    '2025-06-01 venture-goods-differ 95000 90000',
  ])
  expect(signs([...begun, bought, count(60_000, 90_000)], '2025-05-31')).toEqual([])
})

test('what a count was short of stays a sign, whatever is written of earlier days and whoever counts again', () => {
  const short = [...begun, bought, count(60_000, 90_000)]
  const early = { effectiveOn: '2025-04-01' }
  expect(signs([...short, line('spent', 10_000, early)])).toEqual(shortOf)
  expect(signs([...short, line('missing', 10_000), count(60_000, 90_000)])).toEqual(shortOf)
  expect(wordOf(savingAfter(short), reversed(nthSaved(short.length), '2026-03-01'))).not.toBe(
    'recorded',
  )
})

test('a line of an earlier day, or taken back, that makes a right count wrong is a sign of that count', () => {
  const right = [...begun, bought, count(70_000, 90_000)]
  expect(signs([...right, line('spent', 10_000, { effectiveOn: '2025-05-31' })])).toEqual([
    '2025-06-01 venture-cash-differs 70000 60000',
  ])
  const back = reversed(nthSaved(begun.length + 1), '2026-03-01')
  expect(signs([...right, back])).toEqual([
    '2025-06-01 venture-cash-differs 70000 160000',
    '2025-06-01 venture-goods-differ 90000 0',
  ])
})

test('what moved on the day itself before they counted is counted with it, on the first day as well', () => {
  const sold = line('earned', 5000, { effectiveOn: '2025-06-01' })
  expect(signs([...begun, bought, sold, count(75_000, 90_000)])).toEqual([])
  expect(signs([...begun, bought, sold, count(70_000, 90_000)])).toEqual([
    '2025-06-01 venture-cash-differs 70000 75000',
  ])
  expect(wordOf(savingAfter(begun), count(160_000, 0, { effectiveOn: '2025-02-01' }))).toBe(
    'recorded',
  )
})

test('what moved on the day after they had counted, and later, is no difference', () => {
  const right = [...begun, bought, count(70_000, 90_000)]
  const sold = { effectiveOn: '2025-06-01' }
  expect(signs([...right, line('earned', 5000, sold)])).toEqual([])
  expect(signs([...right, line('earned', 5000, sold), leaving('m3')])).toEqual([])
})

test('a venture that nobody holds yet may be counted: there is nothing', () => {
  expect(signs([venture(), count(0, 0)])).toEqual([])
  expect(signs([venture(), count(500, 0)])).toEqual(['2025-06-01 venture-cash-differs 500 0'])
})
