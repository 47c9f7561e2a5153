import { expect, test } from 'vitest'
import { scheduleOf } from '#domain/loans/plan/scheduled.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import type { Village } from '#domain/village.ts'
import { byMeeting, byOfficers, wordOf } from '#test/support/committee.ts'
import {
  activated,
  alongTheRiver,
  communes,
  declared,
  listOn,
  renewed,
  storyWith,
  threeOfThem,
} from '#test/support/flood.ts'
import {
  type StoryCommand,
  booked,
  loanIn,
  paid,
  paidOut,
  standingIn,
  storyOf,
} from '#test/support/village.ts'

const declines = (memberId: string, on: string): StoryCommand => ({
  type: 'DeclineRelief',
  effectiveOn: on,
  eventId: 'E1',
  memberId,
})

const dues = (village: Village, loanId: string) => duesOf(loanIn(village, loanId))

test('of 200 loans in three communes a flood in one moves exactly those of its households, and nothing else of anybody', () => {
  const beginnings = alongTheRiver(200)
  const before = storyOf(beginnings).village
  const { village, entries } = storyWith(beginnings, declared(), activated)
  const inFlood = [...before.loans.values()].filter(
    ({ memberId }) => before.members.get(memberId)!.zone === communes[0],
  )
  expect(inFlood.length).toBe(67)
  for (const loan of before.loans.values()) {
    const isOfFlood = inFlood.includes(loan)
    const [old, now] = [dues(before, loan.loanId), dues(village, loan.loanId)]
    expect(now.map(({ principal }) => principal)).toEqual(old.map(({ principal }) => principal))
    if (!isOfFlood) {
      expect(loanIn(village, loan.loanId)).toEqual(loan)
      continue
    }
    // Due on 20 February; the next three fall in June, July and August at the soonest.
    expect(now.map(({ on }) => on).slice(0, 2)).toEqual(['2025-02-20', '2025-06-20'])
    for (const day of ['2025-03-06', '2025-04-15', '2025-05-31']) {
      const [was, is] = [
        standingIn(before, '2025-02-28', loan.loanId),
        standingIn(village, day, loan.loanId),
      ]
      expect([is.owed, is.interestDue, is.daysPastDue]).toEqual([was.owed, was.interestDue, 8])
    }
    const interest = (one: Village) =>
      scheduleOf(loanIn(one, loan.loanId)).reduce((sum, row) => sum + row.interest, 0)
    expect(interest(village)).toBe(interest(before))
  }
  // One entry for all of them, and no riel moved.
  expect(entries.filter(({ body }) => body.type === 'ReliefActivated')).toHaveLength(1)
  expect(entries.at(-1)!.body.postings).toEqual([])
})

test('who lives in the village of a code lives in its commune, its district and its province', () => {
  const village = storyOf(alongTheRiver(6)).village
  const touched = (places: readonly string[]) =>
    listOn(storyWith(alongTheRiver(6), declared({ places })).village, '2025-03-05').map(
      ({ loanId }) => loanId,
    )
  expect(touched(['17020101'])).toEqual(['l0', 'l3'])
  expect(touched(['1702'])).toEqual(['l0', 'l1', 'l2', 'l3', 'l4', 'l5'])
  expect(touched(['170201', '170203'])).toEqual(['l0', 'l2', 'l3', 'l5'])
  expect(wordOf(village, declared({ places: ['1703'] }))).toBe('nobody-lives-there')
  // A zone of the fund's own lies where the fund's village does.
  expect(touched(['999999'])).toEqual([])
})

test('nobody puts off a list that was not shown: it is compared with the rule’s own', () => {
  const { village } = storyWith(alongTheRiver(9), declared())
  const whole = activated(village) as Extract<StoryCommand, { type: 'ActivateRelief' }>
  const word = (touched: typeof whole.touched) => wordOf(village, { ...whole, touched })
  expect(whole.touched).toHaveLength(3)
  expect(word(whole.touched)).toBe('recorded')
  expect(word(whole.touched.toReversed())).toBe('recorded')
  expect(word(whole.touched.slice(1))).toBe('list-has-changed')
  expect(word(whole.touched.map((one) => ({ ...one, to: '2025-12-31' })))).toBe('list-has-changed')
  expect(word([...whole.touched, { ...whole.touched[0]!, loanId: 'l1' }])).toBe('list-has-changed')
  // A loan that was paid back meanwhile is owed no more.
  const { village: later } = storyWith(
    alongTheRiver(9),
    declared(),
    paid('2025-03-05', 400_000, 'l0'),
  )
  expect(wordOf(later, whole)).toBe('list-has-changed')
})

test('a household that does not want it is left out before, and let go after: what is past stays put off', () => {
  const early = storyWith(
    alongTheRiver(6),
    declared(),
    declines('m0', '2025-03-05'),
    activated,
  ).village
  expect(loanIn(early, 'l0').deferrals).toEqual([])
  expect(loanIn(early, 'l3').deferrals).toHaveLength(1)
  const late = storyWith(
    alongTheRiver(6),
    declared(),
    activated,
    declines('m0', '2025-04-10'),
  ).village
  expect(loanIn(late, 'l0').deferrals.map(({ from, to }) => [from, to])).toEqual([
    ['2025-03-01', '2025-04-09'],
  ])
  // March was put off; April is due.
  expect(
    dues(late, 'l0')
      .map(({ on }) => on)
      .slice(0, 3),
  ).toEqual(['2025-02-20', '2025-04-20', '2025-05-20'])
  const atOnce = storyWith(
    alongTheRiver(6),
    declared(),
    activated,
    declines('m0', '2025-03-10'),
  ).village
  expect(loanIn(atOnce, 'l0')).toEqual(loanIn(storyOf(alongTheRiver(6)).village, 'l0'))
  expect(wordOf(atOnce, declines('m0', '2025-03-11'))).toBe('declined-before')
  expect(wordOf(atOnce, declines('m1', '2025-03-11'))).toBe('not-of-the-event')
})

test('drought lasts to the end of the harvest, one household’s need two months, and both by the charter', () => {
  const windowOf = (kind: 'drought' | 'flood' | 'personal', charter = {}) => {
    const who = kind === 'personal' ? { memberIds: ['m0'] } : {}
    const story = storyWith(alongTheRiver(3, charter), declared({ kind, ...who }))
    const { from, to } = listOn(story.village, '2025-03-06')[0]!
    return [from, to]
  }
  expect(windowOf('flood')).toEqual(['2025-03-01', '2025-05-31'])
  expect(windowOf('personal')).toEqual(['2025-03-01', '2025-04-30'])
  expect(windowOf('drought')).toEqual(['2025-03-01', '2025-12-31'])
  expect(windowOf('drought', { relief: { harvestMonth: 3 } })).toEqual(['2025-03-01', '2025-05-31'])
  expect(windowOf('flood', { relief: { months: 4 } })).toEqual(['2025-03-01', '2025-06-30'])
})

test('no farm loan that relief has moved falls due from August to October', () => {
  const rice = paidOut({
    on: '2025-01-20',
    principal: 400_000,
    months: 4,
    product: 'seasonal',
    loanId: 'rice',
    memberId: 'm0',
  })
  const { village } = storyWith([...alongTheRiver(3), rice], declared(), activated)
  // Agreed for May; three months later would be August.
  expect(dues(village, 'rice').map(({ on }) => on)).toEqual(['2025-11-20'])
  expect(dues(village, 'l0').some(({ on }) => on.startsWith('2025-08'))).toBe(true)
})

test('it is renewed once, and ratified before that', () => {
  const given = [declared(), activated] as const
  const waiting = storyWith(alongTheRiver(6), ...given).village
  expect(wordOf(waiting, renewed(waiting))).toBe('ratify-first')
  const ratified: StoryCommand = {
    type: 'RatifyRelief',
    effectiveOn: '2025-03-20',
    eventId: 'E1',
    ballot: byMeeting({ present: 11, yes: 11, no: 0 }),
  }
  const village = storyWith(alongTheRiver(6), ...given, ratified).village
  const twice = storyWith(alongTheRiver(6), ...given, ratified, renewed).village
  expect(wordOf(village, renewed(village))).toBe('recorded')
  expect(loanIn(twice, 'l0').deferrals.map(({ from, to }) => [from, to])).toEqual([
    ['2025-03-01', '2025-05-31'],
    ['2025-06-01', '2025-08-31'],
  ])
  const touched = [{ loanId: 'l0', from: '2025-06-01', to: '2025-08-31' }]
  expect(wordOf(twice, { ...renewed(twice), touched } as StoryCommand)).toBe('renewed-before')
  expect(wordOf(village, { ...renewed(village), effectiveOn: '2025-06-01' } as StoryCommand)).toBe(
    'nothing-to-renew',
  )
})

test('overlapping events are one relief, in whatever order they come', () => {
  const first = declared()
  const second = declared({ eventId: 'E2', from: '2025-04-10', on: '2025-04-12', kind: 'storm' })
  const give = (eventId: string) => (village: Village) =>
    activated(village, { eventId, on: '2025-04-12' })
  const one = storyWith(alongTheRiver(3), first, second, give('E1'), give('E2')).village
  const other = storyWith(alongTheRiver(3), second, first, give('E2'), give('E1')).village
  expect(loanIn(one, 'l0')).toEqual(loanIn(other, 'l0'))
  expect(dues(one, 'l0').map(({ on }) => on)[1]).toBe('2025-07-20')
  const alone = storyWith(alongTheRiver(3), second, give('E2')).village
  expect(dues(alone, 'l0').map(({ on }) => on)[2]).toBe('2025-07-20')
})

test('a household’s own event is decided without that household, and tells nobody why', () => {
  const own = declared({ kind: 'personal', memberIds: ['o2', 'm0'] })
  const { village, entries } = storyWith(alongTheRiver(3), own)
  expect(JSON.stringify(entries.at(-1)!.body)).not.toMatch(/illness|death|birth|wage/)
  const word = (ballot: ReturnType<typeof byOfficers>) =>
    wordOf(village, { ...activated(village), ballot } as StoryCommand)
  expect(word(threeOfThem)).toBe('recused-votes')
  expect(word(byOfficers(['o1', 'o3', 'o4']))).toBe('recorded')
  expect(word(byOfficers(['o1', 'o3', 'o4'], [], { confirmedBy: 'o2' }))).toBe(
    'confirmed-by-no-chair',
  )
  expect(wordOf(village, declared({ eventId: 'E2', kind: 'personal', places: ['170201'] }))).toBe(
    'scope-cannot-hold',
  )
  const shown = {
    ...declared({ eventId: 'E2', kind: 'personal', memberIds: ['m0'] }),
    evidence: { is: 'gauge', station: 'K', levelCm: 1 },
  }
  expect(wordOf(village, shown as StoryCommand)).toBe('evidence-cannot-hold')
})

test('what is for one household alone is its own matter, whatever it is declared as', () => {
  const village = (memberIds: readonly string[]) =>
    storyWith(
      alongTheRiver(3),
      paidOut({ on: '2025-01-20', principal: 300_000, months: 6, loanId: 'own', memberId: 'o2' }),
      declared({ memberIds }),
    ).village
  const word = (memberIds: readonly string[], ballot: ReturnType<typeof byOfficers>) =>
    wordOf(village(memberIds), { ...activated(village(memberIds)), ballot } as StoryCommand)
  expect(word(['o2'], threeOfThem)).toBe('recused-votes')
  expect(word(['o2'], byOfficers(['o1', 'o3', 'o4']))).toBe('recorded')
  // The book knows of no house in which both live: it is for more than one.
  expect(word(['o2', 'm0'], threeOfThem)).toBe('recorded')
})

test('what is over for longer than relief lasts is not declared any more', () => {
  const { village } = storyOf(alongTheRiver(3))
  expect(wordOf(village, declared({ on: '2025-05-31', from: '2025-03-01' }))).toBe('recorded')
  expect(wordOf(village, declared({ on: '2025-06-01', from: '2025-03-01' }))).toBe(
    'event-long-past',
  )
})

test('a fine that was paid after the water came is given back, also when relief was given later', () => {
  const late: readonly StoryCommand[] = [
    { type: 'RecordLateFine', effectiveOn: '2025-03-03', loanId: 'l0', amount: 500 },
  ]
  const cheap = { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } }
  const told = [...alongTheRiver(3, cheap), ...late]
  const { village: before } = storyOf(told)
  expect(booked(before, 'liability:social-fund')).toBe(-500)
  const { village } = storyWith(told, declared(), activated)
  expect([
    booked(village, 'liability:social-fund'),
    booked(village, 'liability:savings:m0'),
  ]).toEqual([0, -500])
})
