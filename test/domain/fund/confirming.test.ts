import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsOf, isOftenNotRight, openRoundFor } from '#domain/fund/meeting/confirming.ts'
import { drawnOf, numberToAsk } from '#domain/fund/meeting/drawing.ts'
import { sha256 } from '#infra/system/system.ts'
import { committeeAfter, officers, wordOf } from '#test/support/committee.ts'
import { type StoryCommand, admitted, answerTo, idOf } from '#test/support/village.ts'

/** A round is written down on 1 June 2026 in these stories. */
/** Nobody has said of anybody's account that it is not right. */
const undisputed = { disputes: [], loans: [] }

const on = '2026-06-01'
const begun: StoryCommand = { id: idOf(700), type: 'BeginConfirmation', effectiveOn: on }
const many = Array.from({ length: 40 }, (_, n) => admitted(`h${n}`))
const story = (...told: readonly StoryCommand[]) => committeeAfter([...many, begun, ...told])
const asked = story().fund!.confirmations![0]!.asked

const answered = (more: object = {}): StoryCommand =>
  ({
    type: 'RecordConfirmationAnswer',
    effectiveOn: '2026-06-10',
    roundId: idOf(700),
    memberId: asked.find((one) => one.startsWith('h'))!,
    answer: 'right',
    by: 'slip',
    askedBy: 'o3',
    ...more,
  }) as StoryCommand
const heads = fc.stringMatching(/^[0-9a-f]{64}$/)
const village = Array.from({ length: 60 }, (_, n) => `m${n}`)

test('the same hash draws the same members, each once, and another hash draws others', () => {
  fc.assert(
    fc.property(heads, fc.integer({ min: 1, max: 400 }), (hash, size) => {
      const among = Array.from({ length: size }, (_, n) => `m${n}`)
      const number = numberToAsk(size)
      const drawn = drawnOf(hash, { among, number })
      expect(drawnOf(hash, { among, number })).toEqual(drawn)
      expect(new Set(drawn).size).toBe(number)
      expect(drawn.every((one) => among.includes(one))).toBe(true)
    }),
    { numRuns: 200 },
  )
  const draws = Array.from({ length: 500 }, (_, n) =>
    drawnOf(sha256(`head ${n}`), { among: village, number: 6 }).join(' '),
  )
  expect(new Set(draws).size).toBe(500)
})

test('a draw that was counted with a pencil is the draw', () => {
  // Half of the way through four is the third; a hash of zero begins with the first.
  expect(drawnOf(`8${'0'.repeat(63)}`, { among: ['a', 'b', 'c', 'd'], number: 1 })).toEqual(['c'])
  expect(drawnOf('0'.repeat(64), { among: ['a', 'b', 'c'], number: 3 })).toEqual(['a', 'b', 'c'])
  expect(drawnOf('f'.repeat(64), { among: ['a', 'b', 'c'], number: 1 })).toEqual(['c'])
  // Counted by another program, by the rule as it is written down.
  const twelve = Array.from({ length: 12 }, (_, n) => `m${n}`)
  expect(drawnOf('ab'.repeat(32), { among: twelve, number: 4 })).toEqual(['m8', 'm3', 'm9', 'm10'])
})

test('every member is drawn about equally often, and every two together as well', () => {
  const times = new Map<string, number>()
  const pairs = new Map<string, number>()
  const rounds = 3000
  for (let n = 0; n < rounds; n += 1) {
    const drawn = drawnOf(sha256(`round ${n}`), { among: village.slice(0, 20), number: 5 })
    for (const one of drawn) times.set(one, (times.get(one) ?? 0) + 1)
    for (const one of drawn)
      for (const other of drawn)
        if (one < other) pairs.set(`${one} ${other}`, (pairs.get(`${one} ${other}`) ?? 0) + 1)
  }
  const squares = (counts: Map<string, number>, cells: number, sum: number): number => {
    const each = sum / cells
    const seen = [...counts.values()].reduce((all, count) => all + (count - each) ** 2 / each, 0)
    return seen + (cells - counts.size) * each
  }
  // One in a thousand fair draws lies above: 43.8 for 19 degrees of freedom, 254 for 189.
  expect(squares(times, 20, rounds * 5)).toBeLessThan(43.8)
  expect(squares(pairs, 190, rounds * 10)).toBeLessThan(254)
  // What is drawn by the first letter of the card alone would not pass.
  const steered = new Map(village.slice(0, 5).map((one) => [one, rounds]))
  expect(squares(steered, 20, rounds * 5)).toBeGreaterThan(43.8)
})

test('one in ten is asked, at least three and at most thirty, whatever anybody wants', () => {
  expect([0, 2, 3, 12, 31, 60, 300, 2000].map(numberToAsk)).toEqual([0, 2, 3, 3, 4, 6, 30, 30])
  const round = story().fund!.confirmations![0]!
  expect(round.asked).toHaveLength(5)
  // Nobody of these has moved any money, and they are drawn too.
  expect(round.asked.some((one) => one.startsWith('h'))).toBe(true)
})

test('nobody draws until it suits: another round waits a quarter, also where it is dated back', () => {
  const again = (effectiveOn: string) =>
    wordOf(story(), { type: 'BeginConfirmation', effectiveOn } as StoryCommand)
  expect(again('2026-06-01')).toBe('round-too-soon')
  expect(again('2025-03-01')).toBe('round-too-soon')
  expect(again('2026-08-29')).toBe('round-too-soon')
  expect(again('2026-08-30')).toBe('recorded')
  // The first one was dated back by a year and written down in June.
  const back = committeeAfter([...many, { ...begun, effectiveOn: '2025-06-01' } as StoryCommand])
  expect(
    wordOf(back, { type: 'BeginConfirmation', effectiveOn: '2026-06-02' } as StoryCommand),
  ).toBe('round-too-soon')
})

test('whoever keeps the book asks nobody, nobody writes an own answer, and a neighbour does not ask', () => {
  const word = (more: object) => wordOf(story(), answered(more))
  expect(word({})).toBe('recorded')
  expect(word({ askedBy: 'o2' })).toBe('asker-keeps-the-book')
  expect(word({ askedBy: 'm1' })).toBe('asker-holds-no-office')
  expect(word({ askedBy: undefined })).toBe('recorded')
  expect(
    word({ memberId: village.find((one) => !asked.includes(one) && /^m[1-5]$/.test(one)) }),
  ).toBe('not-asked')
  const drawnOfficer = asked.find((one) => (officers as readonly string[]).includes(one))
  if (drawnOfficer && drawnOfficer !== 'o2')
    expect(word({ memberId: drawnOfficer, askedBy: drawnOfficer })).toBe('asker-is-asked')
})

test('an officer’s answer stands once; the household’s own page stands before it', () => {
  const memberId = asked[0]!
  const [right, own] = [
    answered({ memberId }),
    answered({ memberId, by: 'page', askedBy: undefined, answer: 'wrong' }),
  ]
  const after = story(right)
  expect(wordOf(after, answered({ memberId, answer: 'wrong' }))).toBe('already-answered')
  const said = answerTo(after, own)
  expect(said).toMatchObject({ outcome: 'recorded', body: { flags: ['differs-from-slip'] } })
  const both = story(right, own)
  expect(wordOf(both, own)).toBe('already-answered')
  expect(countsOf(both.fund!.confirmations![0]!, undisputed)).toEqual({
    asked: 5,
    right: 0,
    wrong: 1,
    notReached: 0,
    noAnswer: 4,
  })
  // Whoever was not found the first time can be asked again.
  const tried = story(answered({ memberId, answer: 'not-reached' }), right)
  expect(countsOf(tried.fund!.confirmations![0]!, undisputed)).toMatchObject({
    right: 1,
    notReached: 0,
  })
})

test('what comes after the month is marked and not counted; what cannot be is told with its place', () => {
  const late = story(answered({ effectiveOn: '2026-07-03' }))
  expect(countsOf(late.fund!.confirmations![0]!, undisputed)).toMatchObject({
    right: 0,
    noAnswer: 5,
  })
  const said = (more: object) => answerTo(story(), answered(more))
  expect(said({ effectiveOn: '2026-07-03' })).toMatchObject({
    body: { flags: ['after-the-round'] },
  })
  expect(said({ roundId: idOf(1) })).toMatchObject({ code: 'round-unknown', at: '/roundId' })
  expect(said({ effectiveOn: '2026-05-31' })).toMatchObject({ code: 'before-the-round' })
  expect(said({ by: 'song' })).toMatchObject({ code: 'word-unknown', at: '/by' })
  expect(said({ answer: 'perhaps' })).toMatchObject({ code: 'answer-unknown', at: '/answer' })
  expect(said({ by: 'page' })).toMatchObject({ code: 'asker-without-need', at: '/askedBy' })
  expect(said({ by: 'page', askedBy: undefined, answer: 'no-answer' })).toMatchObject({
    code: 'answer-unknown',
  })
  expect(said({ askedBy: 'm99' })).toMatchObject({ code: 'member-unknown', at: '/askedBy' })
})

test('a round is open for a month to those it asks, and many who do not say right are worth a look', () => {
  const rounds = story().fund!.confirmations!
  const memberId = asked[0]!
  expect(openRoundFor(rounds, { memberId, day: '2026-07-02' })?.id).toBe(idOf(700))
  expect(openRoundFor(rounds, { memberId, day: '2026-07-03' })).toBeUndefined()
  expect(openRoundFor(rounds, { memberId: 'nobody', day: on })).toBeUndefined()
  const counts = { asked: 5, wrong: 0, notReached: 0, noAnswer: 0 }
  expect(isOftenNotRight({ ...counts, right: 4 })).toBe(false)
  expect(isOftenNotRight({ ...counts, right: 3 })).toBe(true)
})
