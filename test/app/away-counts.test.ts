import { expect, test } from 'vitest'
import { type Json, canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { sha256 } from '#infra/system/system.ts'
import type { AwayFigures } from '#domain/fund/meeting/away-figures.ts'
import {
  awayCommandOf,
  awayCountsOf,
  eraseAwayCount,
  figuresOfCommittee,
  safeFigures,
} from '#src/app/meeting/away-counts.ts'
import { bookOf } from '#src/app/queries.ts'
import { figuresOfVillage } from '#test/support/away-counts.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { idOf } from '#test/support/village.ts'

const figures = (total: number, women = total): AwayFigures => ({
  total,
  sex: { f: women, m: total - women },
  age: { 'under-18': 0, '18-24': total, '25-34': 0, '35-44': 0, '45-up': 0, unknown: 0 },
  mode: {
    agency: 0,
    'state-programme': 0,
    employer: 0,
    'border-pass': 0,
    alone: 0,
    broker: total,
    unknown: 0,
  },
  work: {
    building: total,
    factory: 0,
    farm: 0,
    fishing: 0,
    'house-work': 0,
    selling: 0,
    other: 0,
    unknown: 0,
  },
  place: { inside: 0, outside: total },
})

const desk = async () => {
  const { kept, store, needs, entered } = await smallNetwork()
  const sealing = sealingBy({ secret: 'a support secret for tests' })
  const all = { store, hash: sha256, random: needs.random, sealing }
  const form = (n: number, of: AwayFigures, on = '2025-02-20') =>
    awayCommandOf(all, { fundId, id: idOf(900 + n), on, figures: of })
  const send = async (...asked: Parameters<typeof form>) => {
    const { command, keep } = await form(...asked)
    await keep()
    await entered([command])
  }
  const counts = async () =>
    awayCountsOf(
      { store: kept, hash: sha256, sealing },
      { book: (await bookOf(kept, fundId))!, fundId },
    )
  const countsElsewhere = async () =>
    awayCountsOf(
      { store: kept, hash: sha256, sealing: sealingBy({ secret: 'of another house' }) },
      { book: (await bookOf(kept, fundId))!, fundId },
    )
  const note = async (n: number, text: string) =>
    kept.keep(fundId, [{ subject: `away:${idOf(900 + n)}`, text }])
  const notes = async () => kept.of(fundId)
  return { form, send, counts, countsElsewhere, note, notes, kept }
}

test('who is away is told count by count, the newest first', async () => {
  const { send, counts } = await desk()
  expect(await counts()).toEqual([])
  await send(1, figures(12))
  await send(2, figures(30, 18), '2025-02-21')
  const fits = { state: 'fits', stones: 'none' }
  expect(await counts()).toEqual([
    { entryId: idOf(902), on: '2025-02-21', ...fits, figures: figures(30, 18) },
    { entryId: idOf(901), on: '2025-02-20', ...fits, figures: figures(12) },
  ])
})

test('the same form with the same figures is the same command, and any other is another', async () => {
  const { form } = await desk()
  const first = await form(1, figures(12))
  // Nothing is kept yet: each form draws a salt of its own.
  expect((await form(1, figures(12))).command.hash).not.toBe(first.command.hash)
  await first.keep()
  expect((await form(1, figures(12))).command).toEqual(first.command)
  expect((await form(1, figures(13))).command.hash).not.toBe(first.command.hash)
})

test('figures that an entry vouches for are not written over, and those of a form that came to nothing are', async () => {
  const { form, send, counts, notes } = await desk()
  await send(1, figures(12))
  const kept = await notes()
  await (await form(1, figures(13))).keep()
  expect(await notes()).toEqual(kept)
  expect((await counts())[0]!.state).toBe('fits')
  await (await form(2, figures(12))).keep()
  await (await form(2, figures(13))).keep()
  expect((await notes()).get(`away:${idOf(902)}`)).toContain('"total":13')
})

test('a count that was erased is gone, and one that somebody changed differs', async () => {
  const { send, counts, note, notes, kept } = await desk()
  await send(1, figures(12))
  const text = (await notes()).get(`away:${idOf(901)}`)!
  const now = async () => (await counts())[0]!
  await note(1, text.replaceAll('12', '13'))
  expect(await now()).toMatchObject({ state: 'differs', figures: figures(13) })
  const { salt, ...rest } = JSON.parse(text) as { salt: string; figures: AwayFigures }
  const { sex: _, ...withoutSex } = rest.figures
  for (const strange of [
    '{',
    'null',
    '7',
    '"x"',
    '{}',
    JSON.stringify({ salt }),
    JSON.stringify(rest),
    JSON.stringify({ salt, figures: null }),
    JSON.stringify({ salt: 7, figures: rest.figures }),
    JSON.stringify({ salt, figures: withoutSex }),
    JSON.stringify({ salt, figures: { ...rest.figures, sex: null } }),
    JSON.stringify({ salt, figures: { ...rest.figures, sex: { f: 12 } } }),
    // A table that does not come to the total.
    JSON.stringify({ salt, figures: { ...rest.figures, sex: { f: 12, m: 1 } } }),
  ]) {
    await note(1, strange)
    expect(await now(), strange).toMatchObject({
      state: 'differs',
      figures: undefined,
      stones: 'none',
    })
  }
  await eraseAwayCount({ store: kept }, { fundId, entryId: idOf(901) })
  expect(await now()).toEqual({
    entryId: idOf(901),
    on: '2025-02-20',
    state: 'gone',
    figures: undefined,
    stones: 'none',
  })
})

test('a count that an older version kept fits its mark and is read, with nobody under what it did not ask', async () => {
  const { send, counts, note, notes, kept } = await desk()
  await send(1, figures(12))
  const now = JSON.parse((await notes()).get(`away:${idOf(901)}`)!) as {
    figures: AwayFigures
    salt: string
  }
  const { 'border-pass': _, ...mode } = now.figures.mode
  const older = { ...now.figures, mode } as AwayFigures
  const text = canonicalJson({ figures: older, salt: now.salt } as unknown as Json)
  // The older version's mark is over what it kept, not over what is read of it.
  const hash = sha256(
    lengthPrefixed([
      'village-fund/away-count/1',
      now.salt,
      canonicalJson(older as unknown as Json),
    ]),
  )
  await note(1, text)
  const fund = (await bookOf(kept, fundId))!
  const counted = [{ entryId: idOf(901), on: '2025-02-20', hash }]
  const book = { ...fund, fund: { ...fund.fund, awayCounts: counted } }
  const [read] = await awayCountsOf({ store: kept, hash: sha256 }, { book, fundId })
  expect(read).toMatchObject({ state: 'fits', figures: { mode: { 'border-pass': 0 } } })
  // And what is read is not what a newer count would have been vouched for by.
  expect((await counts())[0]!.state).toBe('differs')
})

test('the committee reads what was counted beyond who is away, but never the stones', () => {
  const { more } = figuresOfCommittee(figuresOfVillage)
  expect(more).toMatchObject({ corridor: { TH: 25 }, returned: 7 })
  expect(more).not.toHaveProperty('stones')
  expect(figuresOfCommittee(figures(12))).toEqual(figures(12))
  expect(safeFigures(figuresOfVillage)).not.toHaveProperty('more')
})

test('what stones said lies sealed, and neither it nor a salt to try it by lies in clear beside the journal', async () => {
  const { send, counts, notes } = await desk()
  await send(1, figuresOfVillage)
  const [clear, sealed] = ['away', 'stones'].map((one) => `${one}:${idOf(901)}`)
  const kept = await notes()
  expect(kept.get(clear!)).not.toMatch(/pay-kept|papers-kept|not-free|hurt/)
  expect(kept.get(sealed!)).not.toMatch(/pay-kept|asked/)
  expect((await counts())[0]).toMatchObject({ state: 'fits', figures: figuresOfVillage })
})

test('every sealed note of stones is as long as every other one', async () => {
  const { send, notes } = await desk()
  await send(1, figuresOfVillage)
  const { stones } = figuresOfVillage.more!
  const many = Object.fromEntries(Object.keys(stones!).map((line) => [line, 60])) as typeof stones
  await send(2, { ...figuresOfVillage, more: { ...figuresOfVillage.more!, stones: many! } })
  const sizes = [...(await notes())].filter(([of]) => of.startsWith('stones:'))
  expect(sizes).toHaveLength(2)
  expect(new Set(sizes.map(([, text]) => text.length)).size).toBe(1)
})

test('another house reads the count without its stones, and it fits all the same', async () => {
  const { send, countsElsewhere } = await desk()
  await send(1, figuresOfVillage)
  const [count] = await countsElsewhere()
  expect(count).toMatchObject({ state: 'fits', figures: figuresOfCommittee(figuresOfVillage) })
  expect(count!.figures!.more).not.toHaveProperty('stones')
})

test('sealed stones that are put in place of others do not fit', async () => {
  const { send, counts, note, notes, kept } = await desk()
  await send(1, figuresOfVillage)
  const text = (await notes()).get(`away:${idOf(901)}`)!
  await note(
    1,
    text.replace(
      /"stones":"[0-9a-f]/,
      (one) => `${one.slice(0, -1)}${one.endsWith('0') ? '1' : '0'}`,
    ),
  )
  expect((await counts())[0]!.state).toBe('differs')
  expect((await counts())[0]!.figures!.more).not.toHaveProperty('stones')
  await eraseAwayCount({ store: kept }, { fundId, entryId: idOf(901) })
  expect((await notes()).get(`stones:${idOf(901)}`) ?? '').toBe('')
})

test('whoever sends a count of the book again with other stones learns nothing of those it has', async () => {
  const { form, send } = await desk()
  await send(1, figuresOfVillage)
  const guessed = { ...figuresOfVillage.more!.stones!, hurt: 3 }
  const right = await form(1, figuresOfVillage)
  const wrong = await form(1, {
    ...figuresOfVillage,
    more: { ...figuresOfVillage.more!, stones: guessed },
  })
  expect(wrong.command).toEqual(right.command)
})

test('stones that somebody took away beside the book are missed: the count says that it had some', async () => {
  const { send, counts, countsElsewhere, kept } = await desk()
  await send(1, figuresOfVillage)
  await send(2, figures(12))
  expect((await counts()).map(({ stones }) => stones)).toEqual(['none', 'told'])
  expect((await countsElsewhere())[1]!.stones).toBe('shut')
  await kept.keep(fundId, [{ subject: `stones:${idOf(901)}`, text: '' }])
  expect((await counts())[1]).toMatchObject({ state: 'fits', stones: 'shut' })
  await eraseAwayCount({ store: kept }, { fundId, entryId: idOf(901) })
  expect((await counts())[1]).toMatchObject({ state: 'gone', stones: 'none' })
})

test('without a secret to seal them by no stones are kept', async () => {
  const { kept, needs } = await smallNetwork()
  const all = { store: kept, hash: sha256, random: needs.random }
  const asked = { fundId, id: idOf(901), on: '2025-02-20', figures: figuresOfVillage }
  await (await awayCommandOf(all, asked)).keep()
  expect([...(await kept.of(fundId)).values()].join('')).not.toContain('pay-kept')
})

test('beyond the committee a count of fewer than ten is kept back, in the total as in a line', () => {
  expect(safeFigures(figures(10)).total).toBe(10)
  expect(safeFigures(figures(9)).total).not.toBe(9)
  const { sex } = safeFigures(figures(40, 31))
  expect(sex.m).not.toBe(9)
  expect(safeFigures(figures(40, 20)).sex).toEqual({ f: 20, m: 20 })
  expect(Object.keys(safeFigures(figures(40)).work)).toHaveLength(8)
})
