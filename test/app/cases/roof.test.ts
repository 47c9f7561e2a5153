import { beforeEach, describe, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { textOf, textsAnew, textsOf, writeText } from '#src/app/cases/kept-texts.ts'
import { carryOver, reasonsOfService, underTheRoof } from '#src/app/cases/roof.ts'

/* Files of grants and reasons of relief, in a fund of which an older version has left some beside the journal. */

const fundId = '0f000000-0000-8000-8000-000000000001'
const file = (code: string, sealed: string) => ({ fundId, code, sealed })
const long = 'sealed '.repeat(3500)

let leaves: { leaves: ReturnType<typeof memoryLeaves>; keys: ReturnType<typeof caseKeysBy> }
let before: ReturnType<typeof memoryStore>
const place = { part: 'support', scope: fundId } as const

beforeEach(async () => {
  leaves = { leaves: memoryLeaves(), keys: caseKeysBy({ secret: 'a secret of cases' }) }
  const store = memoryStore()
  // A journal stands for itself here: what matters is beside it.
  before = { ...store, fundIds: async () => [fundId] }
  for (const code of ['S-AAAAAAAA', 'S-BBBBBBBB'])
    await before.keepSupportFile(file(code, `${code} ${long}`))
  await before.keep(fundId, [
    { subject: 'relief:one', text: '{"salt":"1","text":"a death"}' },
    { subject: 'relief:erased', text: '' },
    { subject: 'fund', text: 'Prey Veng' },
  ])
})

const ofBooks = async () => ({
  files: (await before.supportFiles(fundId)).map(({ code }) => code),
  reasons: [...(await before.of(fundId))].filter(([of, text]) => of.startsWith('relief:') && text),
})

describe('what grants are for, and why a household was helped', () => {
  test('is carried under the roof of the cases, to the last sign, and nothing else is', async () => {
    expect(await carryOver(before, leaves)).toBe(3)
    expect(await ofBooks()).toEqual({ files: [], reasons: [] })
    expect(await before.noteOf(fundId, 'fund')).toBe('Prey Veng')
    const store = underTheRoof(before, leaves)
    expect((await store.supportFile(fundId, 'S-BBBBBBBB'))!.sealed).toBe(`S-BBBBBBBB ${long}`)
    expect((await store.supportFiles(fundId)).map(({ code }) => code)).toEqual([
      'S-AAAAAAAA',
      'S-BBBBBBBB',
    ])
    // In the order of their codes, wherever each lies.
    await before.keepSupportFile(file('S-AAAAAAAB', long))
    const codes = (await store.supportFiles(fundId)).map(({ code }) => code)
    expect(codes).toEqual(['S-AAAAAAAA', 'S-AAAAAAAB', 'S-BBBBBBBB'])
    await before.dropSupportFile(fundId, 'S-AAAAAAAB')
    const reasons = await reasonsOfService({ store: before, cases: leaves }).of(fundId)
    expect([...reasons]).toEqual([['relief:one', '{"salt":"1","text":"a death"}']])
    expect(await carryOver(before, leaves)).toBe(0)
  })

  test('is lost by no cut half-way, at whichever write it comes', async () => {
    for (let cut = 1; cut < 12; cut += 1) {
      const inner = memoryLeaves()
      let writes = 0
      const failing = (isCut: boolean) => ({
        keys: leaves.keys,
        leaves: {
          ...inner,
          change: async (changes: Parameters<typeof inner.change>[0]) => {
            if (isCut && (writes += 1) === cut) throw new Error('the power is gone')
            return inner.change(changes)
          },
        },
      })
      const books = memoryStore()
      const old = { ...books, fundIds: async () => [fundId] }
      let drops = 0
      const cutting = {
        ...old,
        dropSupportFile: async (...of: Parameters<typeof old.dropSupportFile>) => {
          if ((drops += 1) === cut) throw new Error('the power is gone')
          return old.dropSupportFile(...of)
        },
      }
      for (const code of ['S-AAAAAAAA', 'S-BBBBBBBB']) await old.keepSupportFile(file(code, long))
      await old.keep(fundId, [{ subject: 'relief:one', text: 'why' }])
      await carryOver(cutting, failing(true)).catch(() => undefined)
      // Before it is tried again everything is found, wherever it lies.
      const store = underTheRoof(old, failing(false))
      expect((await store.supportFiles(fundId)).map(({ sealed }) => sealed)).toEqual([long, long])
      const reasons = reasonsOfService({ store: old, cases: failing(false) })
      expect((await reasons.of(fundId)).get('relief:one')).toBe('why')
      await carryOver(old, failing(false))
      expect(await old.supportFiles(fundId)).toEqual([])
      expect((await store.supportFiles(fundId)).map(({ sealed }) => sealed)).toEqual([long, long])
    }
  })
})

describe('what lies under the roof of the cases', () => {
  test('is told to be kept only when what lay beside the journal is gone', async () => {
    const stuck: typeof before = {
      ...before,
      dropSupportFile: async () => Promise.reject(new Error('the disk is full')),
    }
    const kept = underTheRoof(stuck, leaves).keepSupportFile(file('S-AAAAAAAA', 'anew'))
    await expect(kept).rejects.toThrow('the disk is full')
    const gone = underTheRoof(stuck, leaves).dropSupportFile(fundId, 'S-BBBBBBBB')
    await expect(gone).rejects.toThrow('the disk is full')
  })

  test('is written, changed and erased there alone, also where it was left beside the journal', async () => {
    const store = underTheRoof(before, leaves)
    const code = 'S-AAAAAAAA'
    const { sealed: seen } = (await store.supportFile(fundId, code))!
    expect(await store.resealSupportFile(fundId, { code, seen: 'other', sealed: 'x' })).toBe(
      'stale',
    )
    expect(await store.resealSupportFile(fundId, { code, seen, sealed: 'anew' })).toBe('kept')
    expect((await ofBooks()).files).toEqual(['S-BBBBBBBB'])
    expect(await store.resealSupportFile(fundId, { code, seen, sealed: 'y' })).toBe('stale')
    expect((await store.supportFile(fundId, code))!.sealed).toBe('anew')
    await store.dropSupportFile(fundId, code)
    await store.dropSupportFile(fundId, 'S-BBBBBBBB')
    expect(await store.supportFiles(fundId)).toEqual([])
    expect((await ofBooks()).files).toEqual([])
    const reasons = reasonsOfService({ store: before, cases: leaves })
    await reasons.keep(fundId, [{ subject: 'relief:one', text: '' }])
    expect([...(await reasons.of(fundId))]).toEqual([])
    expect((await ofBooks()).reasons).toEqual([])
    // Of what was erased nothing is left but empty pages.
    expect(await leaves.leaves.ids(undefined, 100)).toHaveLength(1)
  })
})

test('a text that is longer than a leaf is whole in Khmer too, and none is found under another name or by another secret', async () => {
  const khmer = 'ការស្លាប់នៅក្នុងគ្រួសារ '.repeat(300)
  await writeText(leaves, place, { name: 'one', text: khmer })
  expect(await textOf(leaves, place, 'one')).toBe(khmer)
  expect(await textOf(leaves, place, 'two')).toBeUndefined()
  expect(await textOf(leaves, { ...place, part: 'relief' }, 'one')).toBeUndefined()
  const raw = await leaves.leaves.read(await leaves.leaves.ids(undefined, 100))
  for (const sealed of raw.values())
    expect(Buffer.from(sealed).includes(Buffer.from('គ្រួសារ'))).toBe(false)
  const later = { ...leaves, keys: caseKeysBy({ secret: 'of now', older: ['a secret of cases'] }) }
  expect(await textOf(later, place, 'one')).toBe(khmer)
  expect(await textsAnew(later, place)).toBe(1)
  const alone = { ...leaves, keys: caseKeysBy({ secret: 'of now' }) }
  expect([...(await textsOf(alone, place)).values()]).toEqual([khmer])
})

test('a text that has grown, so that its page has no room for it, is found on another, and nothing else has moved', async () => {
  const names = Array.from({ length: 30 }, (_, n) => `text ${n}`)
  for (const name of names) await writeText(leaves, place, { name, text: name })
  const grown = 'a longer story '.repeat(16_000)
  expect(await writeText(leaves, place, { name: 'text 3', text: grown })).toBe('kept')
  const texts = await textsOf(leaves, place)
  expect(texts.get('text 3')).toBe(grown)
  expect([...texts.keys()]).toEqual(names.toSorted())
  await writeText(leaves, place, { name: 'text 3', text: 'short again' })
  expect((await textsOf(leaves, place)).get('text 3')).toBe('short again')
})

test('fifty texts are kept by many at once, and none is lost', async () => {
  const names = Array.from({ length: 50 }, (_, n) => `text ${n}`)
  for (let from = 0; from < 50; from += 5)
    await Promise.all(
      names.slice(from, from + 5).map((name) => writeText(leaves, place, { name, text: name })),
    )
  expect([...(await textsOf(leaves, place)).keys()]).toEqual(names.toSorted())
})
