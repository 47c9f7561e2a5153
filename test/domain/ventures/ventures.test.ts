import { expect, test } from 'vitest'
import { amountMax } from '#domain/kernel/money.ts'
import { cashOf, holdingsOf } from '#domain/ventures/venturing.ts'
import {
  type Venture,
  paidTo,
  profitOf,
  shareWorth,
  ventureStanding,
  venturesOf,
} from '#domain/ventures/venture.ts'
import { windUpOf } from '#domain/health/wind-up.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { reversed, wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { booksOf } from '#test/support/taken-back.ts'
import {
  type Of,
  begun,
  closing,
  leaving,
  line,
  profit,
  shares,
  venture,
  ventureId,
} from '#test/support/ventures.ts'
import { type StoryCommand, answerTo, booked, fundBookOf } from '#test/support/village.ts'

const back = (entryId: string): StoryCommand => reversed(entryId, '2026-03-01')

test('what members put into a venture is in its own cash, and neither saved, lent nor in the box', () => {
  const before = savingAfter([])
  const village = savingAfter(begun)
  expect(booked(village, cashOf({ ventureId }))).toBe(160_000)
  expect(booked(village, holdingsOf({ ventureId }))).toBe(-160_000)
  expect(booked(village, 'asset:cash-box')).toBe(booked(before, 'asset:cash-box'))
  expect(booked(village, 'liability:savings:m1')).toBe(0)
})

test('liquidity, health and what would be paid at the end of the fund are as if there were no venture', () => {
  const [without, with_] = [savingStory([]), savingStory([...begun, line('bought', 90_000)])].map(
    fundBookOf,
  )
  expect(healthSumsOf(with_!, '2025-12-31')).toEqual(healthSumsOf(without!, '2025-12-31'))
  expect(windUpOf(with_!, '2025-12-31')).toEqual(windUpOf(without!, '2025-12-31'))
})

test('nobody may hold more than a quarter, the keepers are two, and its days follow each other', () => {
  const said = (more: Partial<Of<'FoundVenture'>>) => answerTo(savingAfter([]), venture(more))
  expect(said({ sharesEach: 11 })).toMatchObject({ code: 'one-holds-too-much', at: '/sharesEach' })
  expect(said({ bookKeeper: 'o3' })).toMatchObject({ code: 'keepers-the-same', at: '/bookKeeper' })
  expect(said({ cashKeeper: 'nobody' })).toMatchObject({
    code: 'member-unknown',
    at: '/cashKeeper',
  })
  expect(said({ endsOn: '2025-02-01' })).toMatchObject({ at: '/endsOn' })
  expect(said({ leavesFrom: '2026-02-02' })).toMatchObject({ at: '/leavesFrom' })
  expect(said({ leavesFrom: '2025-01-31' })).toMatchObject({ at: '/leavesFrom' })
  expect(said({ sharePrice: 999_999_999_999 })).toMatchObject({ code: 'amount-too-large' })
  expect(said({ votes: { present: 8, yes: 4, no: 4 } })).toMatchObject({ code: 'vote-lost' })
  expect(said({ votes: { present: 2, yes: 2, no: 0 } })).toMatchObject({ code: 'quorum-missing' })
  expect(said({ confirmedBy: 'm1' })).toMatchObject({ code: 'approver-not-an-officer' })
  expect(answerTo(savingAfter([venture()]), venture())).toMatchObject({
    code: 'venture-already-there',
  })
})

test('the largest sum that can be written is offered, a holder may leave on the first day or only on the last', () => {
  const said = (more: Partial<Of<'FoundVenture'>>) => wordOf(savingAfter([]), venture(more))
  expect(said({ sharePrice: amountMax / 101, sharesOffered: 101 })).toBe('recorded')
  expect(said({ leavesFrom: '2025-02-01' })).toBe('recorded')
  expect(said({ leavesFrom: '2026-02-01' })).toBe('recorded')
})

test('who keeps its cash or its book is a member on that day', () => {
  const gone = savingAfter([{ type: 'RecordDeath', effectiveOn: '2025-01-20', memberId: 'm5' }])
  expect(answerTo(gone, venture({ cashKeeper: 'm5' }))).toMatchObject({
    code: 'member-unknown',
    at: '/cashKeeper',
  })
  expect(answerTo(gone, venture({ bookKeeper: 'm5' }))).toMatchObject({ at: '/bookKeeper' })
})

test('a line keeps the number of its paper, and a share of which nobody holds any is worth nothing', () => {
  const [, , , told] = savingAfter([...begun, line('spent', 1, { paper: 'R-77' })]).ventures.get(
    ventureId,
  )!.lines
  expect(told).toMatchObject({ what: 'spent', paper: 'R-77' })
  expect(shareWorth(ventureStanding(savingAfter([venture()]).ventures.get(ventureId)!))).toBe(0)
})

test('a share is sold to a member who has heard the rules, by her own word or before two others', () => {
  const village = savingAfter(begun)
  const { hasHeardRules: _, ...deaf } = shares('m4', 1) as Of<'BuyVentureShares'>
  expect(answerTo(village, deaf as StoryCommand)).toMatchObject({ code: 'rules-not-heard' })
  const by = (more: object) => wordOf(village, shares('m4', 1, more))
  expect(by({ approvedBy: 'o2' })).toBe('own-act-not-witnessed')
  expect(by({ approvedBy: 'o2', proof: { witnesses: ['m1', 'm2'] } })).toBe('recorded')
  expect(by({ approvedBy: 'm5', proof: { witnesses: ['m1', 'm2'] } })).toBe(
    'approver-not-an-officer',
  )
  expect(
    answerTo(village, shares('m4', 1, { approvedBy: 'o2', proof: { witnesses: ['m4', 'm2'] } })),
  ).toMatchObject({ code: 'proof-cannot-hold' })
})

test('nobody holds more than the rules let one hold, nor more than is offered, nor joins once it has begun', () => {
  expect(wordOf(savingAfter(begun), shares('m2', 5))).toBe('recorded')
  expect(wordOf(savingAfter(begun), shares('m2', 6))).toBe('venture-shares-for-one')
  const full = [...begun, shares('m4', 10), shares('m5', 10)]
  expect(wordOf(savingAfter(full), shares('o1', 4))).toBe('recorded')
  expect(wordOf(savingAfter(full), shares('o1', 5))).toBe('venture-shares-gone')
  for (const moved of ['earned', 'bought', 'spent'] as const)
    expect(wordOf(savingAfter([...begun, line(moved, 1)]), shares('m4', 1)), moved).toBe(
      'venture-has-begun',
    )
  expect(
    answerTo(savingAfter(begun), shares('m4', 1, { effectiveOn: '2025-01-31' })),
  ).toMatchObject({ code: 'before-the-venture-began' })
})

test('no more goes out than the venture has, so that it never owes and no savings stand for it', () => {
  const village = savingAfter([...begun, line('bought', 100_000)])
  expect(answerTo(village, line('spent', 60_001))).toMatchObject({
    code: 'more-than-the-venture-has',
    most: 60_000,
  })
  expect(wordOf(village, line('spent', 60_000))).toBe('recorded')
  expect(wordOf(village, line('missing', 60_001))).toBe('more-than-the-venture-has')
  expect(wordOf(village, line('bought', 60_001))).toBe('more-than-the-venture-has')
  expect(wordOf(village, line('gone', 100_001))).toBe('more-than-the-venture-has')
  expect(wordOf(village, line('gone', 100_000))).toBe('recorded')
  expect(wordOf(village, line('earned', 1, { confirmedBy: 'm1' }))).toBe('approver-not-an-officer')
  expect(wordOf(savingAfter([venture()]), line('earned', 1))).toBe('venture-is-nobodys')
})

test('all that was put in may be lost, to nothing and no further', () => {
  const lost = savingAfter([...begun, line('spent', 100_000), line('missing', 60_000)])
  const standing = ventureStanding(lost.ventures.get(ventureId)!)
  expect(standing).toMatchObject({ cash: 0, goods: 0, worth: 0, shares: 16 })
  expect(shareWorth(standing)).toBe(0)
  const left = savingAfter([
    ...begun,
    line('spent', 100_000),
    line('missing', 60_000),
    leaving('m1'),
    closing(),
  ])
  expect(booked(left, cashOf({ ventureId }))).toBe(0)
  expect(booked(left, 'liability:savings:m1')).toBe(0)
})

test('profit is what there is beyond the price of all shares, and is shared by the shares', () => {
  const earned = [...begun, line('bought', 100_000), line('earned', 150_000), line('gone', 80_000)]
  const village = savingAfter(earned)
  const one = village.ventures.get(ventureId)!
  expect(profitOf(one, ventureStanding(one))).toBe(70_000)
  expect(answerTo(village, profit(70_001))).toMatchObject({
    code: 'more-than-the-venture-earned',
    most: 70_000,
  })
  expect(answerTo(village, profit(1000))).toMatchObject({
    body: {
      parts: [
        { memberId: 'm1', shares: 0, paid: 600 },
        { memberId: 'm2', shares: 0, paid: 300 },
        { memberId: 'm3', shares: 0, paid: 100 },
      ],
    },
  })
  // One note cannot be parted: whoever gets nothing of it is not told as paid.
  expect(answerTo(village, profit(100))).toMatchObject({
    body: { parts: [{ memberId: 'm1', shares: 0, paid: 100 }] },
  })
  expect(wordOf(village, profit(1000, { votes: { present: 8, yes: 0, no: 8 } }))).toBe('vote-lost')
})

test('whoever leaves is paid what the rules say and never harms those who stay', () => {
  const rich = [line('earned', 32_000)]
  const at = (value: Of<'FoundVenture'>['leavingValue'], more: readonly StoryCommand[]) =>
    answerTo(
      savingAfter([venture({ leavingValue: value }), ...begun.slice(1), ...more]),
      leaving('m2'),
    )
  expect(at('at-most-the-price', rich)).toMatchObject({ body: { shares: 5, amount: 50_000 } })
  expect(at('book-value', rich)).toMatchObject({ body: { shares: 5, amount: 60_000 } })
  expect(at('at-most-the-price', [line('spent', 80_000)])).toMatchObject({
    body: { amount: 25_000 },
  })
  // 160,250 over 16 shares is 10,015 and a rest; five of them are 50,075, of which no note pays the last 75.
  expect(at('book-value', [line('earned', 250)])).toMatchObject({ body: { amount: 50_000 } })
  expect(at('book-value', [line('earned', 2000)])).toMatchObject({ body: { amount: 50_600 } })
  expect(at('book-value', [line('bought', 120_000)])).toMatchObject({
    code: 'more-than-the-venture-has',
    most: 40_000,
  })
})

test('nobody leaves before the day of the rules, but by death or out of the fund', () => {
  const early = { effectiveOn: '2025-07-31' }
  expect(wordOf(savingAfter(begun), leaving('m1', early))).toBe('venture-not-left-yet')
  expect(wordOf(savingAfter(begun), leaving('m4'))).toBe('holds-no-shares')
  expect(wordOf(savingAfter(begun), leaving('m1', { approvedBy: 'o2' }))).toBe(
    'own-act-not-witnessed',
  )
  const died = savingAfter([
    ...begun,
    { type: 'RecordDeath', effectiveOn: '2025-05-01', memberId: 'm1' },
  ])
  const toHeirs = { ...early, approvedBy: 'o2', proof: { witnesses: ['m4', 'm5'] } }
  expect(wordOf(died, leaving('m1', toHeirs))).toBe('recorded')
  const alone = savingAfter([venture(), shares('m1', 2)])
  expect(wordOf(alone, leaving('m1'))).toBe('last-of-the-venture')
})

test('a holder reads of her own ventures alone, and all that she was paid of each', () => {
  const other = { ventureId: 'pump-2025' }
  const earned = [line('earned', 32_000), profit(16_000), leaving('m2'), closing()]
  const village = savingAfter([...begun, venture(other), shares('m4', 2, other), ...earned])
  const ventures = [...village.ventures.values()]
  const namesOf = (memberId: string) => venturesOf(ventures, memberId).map((one) => one.ventureId)
  expect(namesOf('m1')).toEqual([ventureId])
  expect(namesOf('m4')).toEqual(['pump-2025'])
  expect(namesOf('m5')).toEqual([])
  const [one, two] = ventures as [Venture, Venture]
  // Profit of 5,000 and, leaving, 50,000 for five shares; of what is left 126,000 then go to eleven others.
  expect(paidTo(one, 'm2')).toBe(55_000)
  expect(paidTo(one, 'm1') + paidTo(one, 'm3')).toBe(192_000 - 55_000)
  expect(paidTo(one, 'm1')).toBeGreaterThan(paidTo(one, 'm3'))
  expect([paidTo(two, 'm1'), paidTo(two, 'm4')]).toEqual([0, 0])
})

test('its money may move on the day on which it is founded, and not before', () => {
  const onThat = { effectiveOn: '2025-02-01' }
  expect(wordOf(savingAfter(begun), line('spent', 1, onThat))).toBe('recorded')
  expect(
    answerTo(savingAfter(begun), line('spent', 1, { effectiveOn: '2025-01-31' })),
  ).toMatchObject({ code: 'before-the-venture-began' })
})

test('at its end what is left goes to the holders, once its goods are sold or gone', () => {
  const told = [...begun, line('bought', 100_000)]
  expect(wordOf(savingAfter(told), closing())).toBe('venture-has-goods')
  const story = savingStory([...told, line('gone', 100_000), line('earned', 40_001), closing()])
  expect(booked(story.village, cashOf({ ventureId }))).toBe(0)
  expect(booked(story.village, holdingsOf({ ventureId }))).toBe(0)
  const { body } = story.entries.at(-1)!
  expect(body).toMatchObject({ amount: 100_001 })
  for (const again of [closing(), line('earned', 1), shares('m4', 1), leaving('m1'), profit(1)])
    expect(wordOf(story.village, again)).toBe('venture-closed')
})

test('a line is taken back as if it had never been, after those that were worked out with it', () => {
  const told = [...begun, line('bought', 100_000), line('earned', 150_000)]
  const [firstShares, bought, earned, last] = [2, 5, 6, 7].map(nthSaved) as [string, ...string[]]
  const inTheWay = (those: readonly StoryCommand[], entryId: string) => {
    const answer = answerTo(savingAfter(those), back(entryId))
    return answer.outcome === 'refused' ? answer.entries : answer.outcome
  }
  expect(inTheWay(told, firstShares)).toEqual([earned, bought])
  expect(inTheWay(begun, firstShares)).toBe('recorded')
  expect(inTheWay(told, earned!)).toBe('recorded')
  expect(inTheWay([...told, line('spent', 100_000)], earned!)).toEqual([last])
  expect(inTheWay([...told, line('gone', 1)], bought!)).toEqual([last])
  const spent = line('spent', 60_000)
  expect(inTheWay([...told, spent], earned!)).toBe('recorded')
  expect(inTheWay([...told, line('spent', 100_000), line('gone', 1)], earned!)).toEqual([last])
  expect(inTheWay([...told, line('gone', 1)], earned!)).toBe('recorded')
  expect(inTheWay([...told, line('bought', 50_000), line('gone', 50_000)], bought!)).toBe(
    'recorded',
  )
  for (const next of [profit(150_000), leaving('m3'), line('gone', 100_000)])
    expect(inTheWay([...told, next], bought!)).toEqual([last])
  for (const next of [line('spent', 1000), line('gone', 1000), profit(1000), leaving('m3')]) {
    const taken = savingStory([...told, next, back(last!)])
    expect(booksOf(taken)).toEqual(booksOf(savingStory(told)))
    expect(taken.village.ventures).toEqual(savingAfter(told).ventures)
  }
  const ended = [...begun, closing()]
  expect(wordOf(savingAfter([...ended, back(bought!)]), line('earned', 1))).toBe('recorded')
})
