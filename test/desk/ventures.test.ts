import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { Act, Effect, Form } from '#src/desk/act.ts'
import type { Filled } from '#src/desk/asking.ts'
import type { Content } from '#src/desk/content.ts'
import type { Desk } from '#src/desk/desk.ts'
import { ventureCount } from '#src/desk/ventures/count.ts'
import { ventureLeave, ventureShares } from '#src/desk/ventures/holders.ts'
import { venture, ventureEnd, ventureLine, ventureProfit } from '#src/desk/ventures/meeting.ts'
import { savingStory } from '#test/support/saving-village.ts'
import { begun, closing, line, shares, venture as founding } from '#test/support/ventures.ts'
import { type StoryCommand, fundBookOf } from '#test/support/village.ts'

/* What the desk asks and tells of a pot for one purpose, before anything of it is written down. */

const today = '2025-06-01'
const riceBank = 'rice-bank-2025'
const pump = 'pump-2025'

const deskOf = (book: FundBook, more: Partial<Desk> = {}): Desk => ({
  fundId: 'a-fund',
  language: 'en',
  book,
  today,
  who: { memberId: 'o1', hasGivenSecret: true },
  along: {},
  needs: {} as Desk['needs'],
  ...more,
})
const bookAfter = (told: readonly StoryCommand[]): FundBook => fundBookOf(savingStory(told))

const formOf = async (act: Act, told: readonly StoryCommand[], memberId = 'm1'): Promise<Form> =>
  (await act.form(deskOf(bookAfter(told)), act.subject === 'fund' ? 'a-fund' : memberId))!
const filled = (typed: Readonly<Record<string, string>>, day = today): Filled => ({
  id: 'an-id',
  day,
  of: (name) => typed[name] ?? '',
})
const effectOf = async (form: Form, typed: Readonly<Record<string, string>>): Promise<Effect> =>
  form.effect(filled({ venture: riceBank, ...typed }))

/** All that is told, as one text. */
const toldIn = (content: Content | undefined): string => JSON.stringify(content ?? [])
const faultsOf = (form: Form, typed: Readonly<Record<string, string>>, day = today): string[] =>
  [...form.check(filled({ venture: riceBank, ...typed }, day)).keys()].toSorted()

const two = [founding(), founding({ ventureId: pump, kind: 'pump' })]

test('where no venture is open every form but the first says so, and none does where one is', async () => {
  for (const act of [
    ventureCount,
    ventureShares,
    ventureLeave,
    ventureLine,
    ventureProfit,
    ventureEnd,
  ]) {
    const none = { title: expect.any(String), said: expect.any(String), back: expect.any(String) }
    for (const told of [[], [...begun, closing()]])
      expect((await formOf(act, told)).nothing, act.name).toEqual(none)
    expect(await formOf(act, begun), act.name).not.toHaveProperty('nothing')
  }
  expect(await formOf(venture, [])).not.toHaveProperty('nothing')
})

test('the only venture is chosen already, and of two none', async () => {
  for (const act of [ventureCount, ventureShares, ventureLine, ventureProfit, ventureEnd]) {
    expect((await formOf(act, [founding()])).prefilled, act.name).toMatchObject({
      venture: riceBank,
    })
    expect((await formOf(act, two)).prefilled, act.name).not.toHaveProperty('venture')
  }
  // She leaves what she holds.
  const held = [...two, shares('m1', 1), shares('m2', 1, { ventureId: pump })]
  expect((await formOf(ventureLeave, held)).prefilled).toMatchObject({ venture: riceBank })
})

test('two who keep neither cash nor book count it, and a sum that lies there may be nothing', async () => {
  const form = await formOf(ventureCount, begun)
  const faults = (countedWith: string, confirmedBy: string) =>
    faultsOf(form, { countedWith, confirmedBy })
  expect(faults('M2', 'o2')).toEqual([])
  expect(faults('O3', 'o2')).toEqual(['countedWith'])
  expect(faults('O4', 'o2')).toEqual(['countedWith'])
  expect(faults('O2', 'o2')).toEqual(['countedWith'])
  expect(faults('M2', 'o3')).toEqual(['confirmedBy'])
  expect(faults('M2', 'o4')).toEqual(['confirmedBy'])
  for (const name of ['cash', 'goods']) {
    const field = form.fields.find((one) => one.name === name)!
    expect(field, name).toMatchObject({ as: 'number' })
    expect(field.read('0'), name).toHaveProperty('text')
  }
})

test('whoever is no member any more counts nothing', async () => {
  const book = bookAfter(begun)
  const gone = { id: 'x', on: '2025-05-01', change: 'died' } as const
  const members = book.members.map((one) =>
    one.memberId === 'm2' ? { ...one, life: [gone] } : one,
  )
  const read = async (some: FundBook, card: string) => {
    const form = (await ventureCount.form(deskOf(some), 'a-fund'))!
    return form.fields.find(({ name }) => name === 'countedWith')!.read(card)
  }
  expect(await read(book, 'M2')).toHaveProperty('text')
  expect(await read({ ...book, members } as FundBook, 'M2')).not.toHaveProperty('text')
})

test('what its book says is told beside a count once both were said, and a difference in either is named', async () => {
  const form = await formOf(ventureCount, [...begun, line('bought', 90_000)])
  const said = async (cash: string, goods: string) => {
    const { told, isUnusual } = await effectOf(form, { cash, goods })
    expect(isUnusual).toBe(true)
    return toldIn(told)
  }
  const agrees = 'It agrees with its book.'
  expect(toldIn(form.told)).not.toMatch(/(?<!\d)90000(?!\d)/)
  expect(await said('70000', '90000')).toContain(agrees)
  expect(await said('70000', '90000')).not.toContain('It differs')
  for (const differs of [await said('60000', '90000'), await said('70000', '95000')]) {
    expect(differs).toContain('It differs from its book.')
    expect(differs).not.toContain(agrees)
    expect(differs).toContain('70000')
  }
})

test('whoever buys shares hears the rules, and shares of what has begun to work are not for sale', async () => {
  const dearer = founding({ ventureId: pump, kind: 'pump', sharePrice: 20_000 })
  const form = await formOf(ventureShares, [...begun, dearer])
  const of = (one: Form) => one.fields.find(({ name }) => name === 'venture')!
  expect(toldIn(form.told)).toContain(`/funds/a-fund/ventures/${riceBank}`)
  expect(toldIn(form.told)).toContain(`/funds/a-fund/ventures/${pump}`)
  const effect = await effectOf(form, { shares: '3' })
  expect(effect).toMatchObject({ money: { sum: { amount: 30_000 } }, isUnusual: true })
  expect(toldIn(effect.told)).toContain('What is put in can be lost, all of it.')
  const working = await formOf(ventureShares, [...begun, dearer, line('earned', 5_000)])
  expect(of(working).read(riceBank)).not.toHaveProperty('text')
  expect(of(working).read(pump)).toHaveProperty('text')
  expect(working.prefilled).toMatchObject({ venture: pump, approvedBy: 'm1' })
  // Of the only one that sells the rules are read at once.
  expect(toldIn(working.told)).toContain('What is put in can be lost, all of it.')
})

test('who says so is called by name where names may be seen, and by card elsewhere', async () => {
  const labels = async (more: Partial<Desk>) => {
    const form = (await ventureShares.form(deskOf(bookAfter(begun), more), 'm1'))!
    return JSON.stringify(form.fields.find(({ name }) => name === 'approvedBy'))
  }
  expect(await labels({})).toContain('"label":"M1"')
  expect(await labels({ nameOf: (card) => (card === 'M1' ? 'Sok' : undefined) })).toContain(
    '"label":"Sok (M1)"',
  )
})

test('whoever leaves is told what she gets for her own shares, rounded down to whole notes', async () => {
  const form = await formOf(ventureLeave, [...begun, line('spent', 26_700)])
  expect(await effectOf(form, {})).toMatchObject({
    // Sixteen shares hold 133,300: one is worth 8,331, and ten of them 83,310.
    money: { sum: { amount: 83_300 } },
    isUnusual: true,
  })
  const small = await formOf(ventureLeave, [...begun, line('spent', 26_700)], 'm3')
  expect(await effectOf(small, {})).toMatchObject({ money: { sum: { amount: 8_300 } } })
  const none = await formOf(ventureLeave, begun, 'm4')
  expect(none.nothing?.said).toBeDefined()
  expect(none.told).toEqual([])
})

const rules = {
  kind: 'rice-bank',
  sharePrice: '10000',
  sharesOffered: '40',
  sharesEach: '10',
  leavesFrom: '2025-08-01',
  leavingValue: 'book-value',
  endsOn: '2026-02-01',
  cashKeeper: 'O3',
  bookKeeper: 'O4',
}

test('a meeting founds what can hold: days that follow each other, nobody with more than a quarter, and two keepers', async () => {
  const form = await formOf(venture, [])
  const faults = (more: Partial<typeof rules>) => faultsOf(form, { ...rules, ...more })
  expect(faults({})).toEqual([])
  expect(faults({ sharesEach: '11' })).toEqual(['sharesEach'])
  expect(faults({ endsOn: today, leavesFrom: today })).toEqual(['endsOn'])
  expect(faults({ endsOn: '2025-06-02', leavesFrom: '2025-06-02' })).toEqual([])
  expect(faults({ leavesFrom: today })).toEqual([])
  expect(faults({ leavesFrom: '2025-05-31' })).toEqual(['leavesFrom'])
  expect(faults({ leavesFrom: '2026-02-01' })).toEqual([])
  expect(faults({ leavesFrom: '2026-02-02' })).toEqual(['leavesFrom'])
  expect(faults({ bookKeeper: 'O3' })).toEqual(['bookKeeper'])
  const effect = await form.effect(filled(rules))
  expect(toldIn(effect.lead)).toContain('A share costs 10,000')
  expect(effect.isUnusual).toBe(true)
})

test('a venture is called by what it is for and its year, and the next of the same kind and year by a number', async () => {
  const codeAfter = async (...ids: readonly string[]) => {
    const there = ids.map((ventureId) => founding({ ventureId }))
    return (await formOf(venture, there)).command(filled(rules))
  }
  expect(await codeAfter()).toMatchObject({ ventureId: 'rice-bank-2025' })
  expect(await codeAfter('rice-bank-2025')).toMatchObject({ ventureId: 'rice-bank-2025-2' })
  expect(await codeAfter('rice-bank-2025', 'rice-bank-2025-2')).toMatchObject({
    ventureId: 'rice-bank-2025-3',
  })
  const named = async (ventureId: string) =>
    toldIn((await formOf(ventureLine, [founding({ ventureId })])).told)
  expect(await named('rice-bank-2025')).toContain('"Rice bank, begun 2025"')
  expect(await named('rice-bank-2025-2')).toContain('"Rice bank, begun 2025 (2)"')
})

test('a line says what was moved, and a profit what each gets by card and the most that may be shared', async () => {
  const moved = await formOf(ventureLine, begun)
  expect(await effectOf(moved, { move: 'spent', amount: '5000' })).toMatchObject({
    money: { sum: { amount: 5_000 }, said: 'Cash was spent' },
  })
  const late = [
    founding(),
    shares('m3', 5),
    shares('m1', 10),
    shares('m2', 1),
    line('earned', 32_000),
  ]
  const form = await formOf(ventureProfit, late)
  expect(toldIn(form.told)).toContain('"amount":32000')
  const { told } = await effectOf(form, { amount: '32000' })
  const cards = [...toldIn(told).matchAll(/\b(M\d)\b[^"]*?([\d,]+)/g)].map(([, card, sum]) => [
    card,
    sum,
  ])
  expect(cards).toEqual([
    ['M1', '20,000'],
    ['M2', '2,000'],
    ['M3', '10,000'],
  ])
  expect(form.fields.find(({ name }) => name === 'amount')).toMatchObject({ as: 'number' })
  // Cards are what a village reads by, whatever order members came in.
  const book = bookAfter(late)
  const members = book.members.map((one) => (one.memberId === 'm1' ? { ...one, card: 'Z1' } : one))
  const other = (await ventureProfit.form(deskOf({ ...book, members }), 'a-fund'))!
  const list = toldIn((await effectOf(other, { amount: '32000' })).told)
  expect(list.match(/\b(M\d|Z\d)\b/g)).toEqual(['M2', 'M3', 'Z1'])
  const end = await formOf(ventureEnd, late)
  const ended = toldIn((await effectOf(end, {})).told)
  expect(ended).toContain('"amount":192000')
  expect(ended).toContain('M1')
  for (const act of [ventureProfit, ventureEnd]) {
    const unknown = await (await formOf(act, late)).effect(filled({ venture: 'none', amount: '1' }))
    expect(unknown.told).toEqual([])
  }
})
