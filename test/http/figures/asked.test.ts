import { expect, test } from 'vitest'
import type { NetworkCommand } from '#domain/network.ts'
import {
  type Figures,
  figuresText,
  keepFigures,
  releasesOf,
  toldOf,
  toldToAnybody,
} from '#src/app/figures/book.ts'
import { figuresToTell } from '#src/app/figures/making.ts'
import { sha256 } from '#infra/system/system.ts'
import { counting } from '#test/http/figures/counting.ts'
import { pageText } from '#test/pages/page-text.ts'
import { figuresOfVillage } from '#test/support/away-counts.ts'
import { type Practice, practice } from '#test/support/service.ts'

const kindsOf = (made: Figures | string): readonly string[] | string =>
  typeof made === 'string' ? made : made.releases.map(({ kind }) => kind)

test('of a quarter the letters are told whose answer was due in it, and where none was nothing was asked', async () => {
  const { needs, networkId } = await practice()
  const told = async (period: string) =>
    kindsOf(await figuresToTell(needs, { networkId, period, on: '2026-07-01' }))
  // Two letters of the invented team are to be answered by the 10th of January 2026.
  expect(await told('2026-Q1')).toEqual(['finance'])
  expect(await told('2025-Q4')).toBe('nothing-asked')
  expect(await told('2026-Q2')).toBe('nothing-asked')
})

test('where nobody laid a stone no table of survivors is told', async () => {
  const { stones: _, ...more } = figuresOfVillage.more!
  const codes = ['17020101', '17020102', '17020103']
  const half = { period: '2025-H2', on: '2026-02-14' } as const
  const [silent, said] = [
    await counting(codes, { ...figuresOfVillage, more }),
    await counting(codes),
  ]
  const told = async ({ world: { needs, networkId } }: typeof silent) =>
    kindsOf(await figuresToTell(needs, { networkId, ...half }))
  expect(await told(silent)).toEqual(['migration'])
  expect(await told(said)).toEqual(['migration', 'survivors'])
}, 120_000)

test('a village whose code has no district is told by the first four digits, and lies where somebody says in its province alone', async () => {
  const codes = ['0299', '0201'].flatMap((district) => [1, 2, 3].map((n) => `${district}010${n}`))
  const { world, funds } = await counting([...codes, '17020101', '17020102', '17020103'])
  const { needs, networkId } = world
  const places = async (): Promise<readonly string[]> => {
    const told = await figuresToTell(needs, { networkId, period: '2025-H2', on: '2026-02-14' })
    if (typeof told === 'string') throw new Error(told)
    const table = told.releases[0]!.tables.find(({ id }) => id === 'place')!
    return table.dimensions[0]!.categories.map(({ id }) => id)
  }
  const say = async (district: string) => {
    for (const fundId of funds.slice(0, 3)) {
      const place = { id: needs.ids(), v: 1, effectiveOn: needs.today(), type: 'PlaceFund' }
      const said = { ...place, fundId, district } as NetworkCommand
      await needs.recordNetwork(networkId, [said], { actor: 'test', device: 'test' })
    }
  }
  expect(await places()).toEqual(['02', '0201', '0299', '17'])
  await say('1701')
  expect(await places()).toEqual(['02', '0201', '0299', '17'])
  await say('0203')
  expect(await places()).toEqual(['02', '0201', '0203', '17'])
}, 120_000)

test('the newest release of a network comes first, in whichever order they were made', async () => {
  const { needs, networkId } = await practice()
  const periods = (await releasesOf(needs.store, networkId)).map(({ period }) => period)
  expect(periods).toEqual(['2025-Q3', '2025-H1', '2024-H2'])
})

/** A second network of the same service, which has told nothing but what was not answered in a quarter. */
const withAnother = async ({ needs, networkId }: Practice): Promise<string> => {
  const [other, releaseId, period] = [needs.ids(), needs.ids(), '2025-Q3']
  const quarter = (await toldOf(needs, networkId)).find(({ figures }) => figures.period === period)
  const text = figuresText(quarter!.figures)
  await keepFigures(needs.store, { networkId: other, releaseId, text })
  const give = async (actor: string, more: object) => {
    const command = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...more } as NetworkCommand
    const [answer] = await needs.recordNetwork(other, [command], { actor, device: 'test' })
    expect(answer!.outcome).toBe('recorded')
  }
  await give('test', { type: 'FoundNetwork' })
  await give('ann', { type: 'ProposeRelease', releaseId, period, digest: sha256(text) })
  await give('bopha', { type: 'ConfirmRelease', releaseId })
  return other
}

test('what one network tells stands under no other, and one that told of a quarter alone is there as well', async () => {
  const world = await practice()
  const { needs, networkId } = world
  const other = await withAnother(world)
  const told = await toldToAnybody(needs, undefined)
  expect(
    Object.fromEntries(
      told.map(({ networkId: id, counted, asked }) => [
        id,
        [counted?.figures.period, asked?.figures.period],
      ]),
    ),
  ).toEqual({ [networkId]: ['2024-H2', '2025-Q3'], [other]: [undefined, '2025-Q3'] })

  const page = async (path: string): Promise<string> => (await world.ask(path)).text()
  const counted = '12 of 15 villages counted'
  expect(pageText(await page(`/figures?lang=en&n=${other}`))).not.toContain(counted)
  expect(pageText(await page(`/figures?lang=en&n=${networkId}`))).toContain(counted)
  // The page in the other language is of the same network.
  expect(await page(`/figures?lang=en&n=${other}`)).toContain(`n=${other}&amp;lang=km`)
  // One that is not there is none that is named.
  expect(pageText(await page(`/figures?lang=en&n=${needs.ids()}`))).toContain(counted)

  const json = async (query: string) =>
    (
      (await (await world.ask(`/v1/figures${query}`)).json()) as {
        readonly networks: readonly { readonly networkId: string }[]
      }
    ).networks.map((one) => one.networkId)
  expect((await json('')).toSorted()).toEqual([networkId, other].toSorted())
  expect(await json(`?network=${other}`)).toEqual([other])
  expect(await json(`?network=${needs.ids()}`)).toEqual([])

  const csv = await page(`/figures/csv?n=${other}`)
  expect(csv).toContain(other)
  expect(csv).not.toContain(networkId)
})

test('twenty districts are shown at most, and what was asked goes along to the other language', async () => {
  const { ask } = await practice()
  const page = async (typed: string): Promise<string> =>
    (await ask(`/places?${new URLSearchParams({ q: typed, lang: 'en' }).toString()}`)).text()
  const lines = (text: string): number => text.split('<b><bdi>').length - 1
  expect(lines(await page('a'))).toBe(20)
  expect(await page('Angkor Thum')).toContain('q=Angkor+Thum&amp;lang=km')
  expect(await page('')).not.toContain('q=&amp;')
})
