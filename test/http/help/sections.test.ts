import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import {
  beginningOf,
  helpAt,
  helpSections,
  ownSections,
  readersOf,
} from '#src/http/help/sections.ts'
import { type GuideName, fileOf, languagesOf } from '#src/pages/help/guides.ts'
import { guideIn } from '#src/pages/help/markdown.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { roleOf } from '#test/http/access/people.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let paths: readonly string[]
beforeAll(async () => {
  village = await practice()
  paths = village.service.pages
    .filter(({ method, path }) => method === 'get' && !path.startsWith('/help'))
    .map(({ path }) => path)
})

const folder = join(import.meta.dirname, '../../../docs/guides')
const sectionsOf = (guide: GuideName): readonly (readonly string[])[] =>
  languagesOf(guide).map((language) =>
    guideIn(readFileSync(join(folder, fileOf(guide, language, 'md')), 'utf8')).sections.map(
      ({ id }) => id,
    ),
  )

test('every page has its section, and every line of the table has a page', () => {
  expect(paths.length).toBeGreaterThan(300)
  expect(
    paths.filter((path) => helpAt(path) === undefined),
    'a new page needs a line in src/http/help/sections.ts',
  ).toEqual([])
  const used = new Set(paths.map(beginningOf))
  expect(Object.keys(helpSections).filter((beginning) => !used.has(beginning))).toEqual([])
})

test('every section that a page leads to is in its guide, in each language of that', () => {
  for (const [beginning, [guide, section]] of Object.entries(helpSections))
    for (const ids of sectionsOf(guide)) expect(ids, beginning).toContain(section)
})

test('every section but the card is led to by a page, or stands in a guide that somebody reads through', () => {
  const led = new Set([
    ...Object.values(helpSections).map((place) => place.join('#')),
    ...Object.entries(ownSections).flatMap(([reader, table]) =>
      Object.values(table).map((section) => `${reader}#${section}`),
    ),
  ])
  const unled = (['committee', 'household', 'ngo', 'migration-team'] as const).flatMap((guide) =>
    sectionsOf(guide)[0]!
      .filter((id) => id !== 'card' && !led.has(`${guide}#${id}`))
      .map((id) => `${guide}#${id}`),
  )
  expect(unled).toEqual(['household#listen', 'ngo#reports', 'migration-team#danger'])
})

/** What is told in one guide, whoever reads it, and why. */
const toldOnce: Readonly<Record<string, readonly string[]>> = {
  'how anybody comes in': ['committee#start'],
  'what is for anybody, signed in or not': [
    ...['own', 'letters', 'report', 'numbers', 'leaving', 'talks', 'sending', 'papers'].map(
      (section) => `household#${section}`,
    ),
    'ngo#figures',
    'operator#ten-minutes',
  ],
  'an officer is a household as well': [
    'looked',
    'not-right',
    'private',
    'sums',
    'data',
    'hard',
  ].map((section) => `household#${section}`),
  'what the migration team keeps, and who runs it looks at': [
    'desk',
    'reports',
    'numbers',
    'agencies',
    'talks',
    'keys',
  ].map((section) => `migration-team#${section}`),
  'what two of the whole staff decide, and devices': ['ngo#training', 'ngo#people'],
}

test('whoever reads a page is led to the own guide, or to where it is told once for all', () => {
  const once = Object.values(toldOnce).flat()
  const wrong: string[] = []
  const used = new Set<string>()
  for (const [route, { may }] of Object.entries(expectedRoutes)) {
    const path = route.replace(/^GET /, '')
    if (!paths.includes(path)) continue
    for (const way of may) {
      const readers = readersOf([roleOf(way)])
      const place = helpAt(path, readers)!.replace('/help/', '')
      if (readers.some((reader) => place.startsWith(`${reader}#`))) continue
      if (once.includes(place)) used.add(place)
      else wrong.push(`${way} on ${path}: ${place}`)
    }
  }
  expect(wrong).toEqual([])
  expect(once.filter((place) => !used.has(place))).toEqual([])
})

test('every section of a reader of its own is in that guide, in each language, and has a page', () => {
  for (const [reader, table] of Object.entries(ownSections))
    for (const [beginning, section] of Object.entries(table)) {
      for (const ids of sectionsOf(reader as GuideName)) expect(ids, beginning).toContain(section)
      expect(
        paths.some((path) => helpAt(path, [reader as never]) === `/help/${reader}#${section}`),
        `${reader} ${beginning}`,
      ).toBe(true)
    }
})

test('the longest beginning counts, and a beginning is a whole word of the path', () => {
  expect(helpAt('/funds/:fundId/me/not-right')).toBe('/help/household#not-right')
  expect(helpAt('/funds/:fundId/record/payout-part/confirm')).toBe('/help/committee#loan')
  expect(helpAt('/funds/:fundId/meetings-of-nobody/x')).toBe('/help/committee#meeting')
  expect(helpAt('/meadow')).toBeUndefined()
  expect(helpAt(undefined)).toBeUndefined()
})

test.each([
  ['record-keeper', '/more', '/help/committee#today'],
  ['record-keeper', '/funds/FUND/members', '/help/committee#people'],
  ['household', '/funds/FUND/me', '/help/household#own'],
  ['household', '/funds/FUND/me/not-right', '/help/household#not-right'],
  ['auditor', '/portfolio', '/help/ngo#villages'],
  ['auditor', '/funds/FUND/health', '/help/ngo#health'],
  ['auditor', '/funds/FUND/loans', '/help/ngo#audits'],
  ['chair', '/funds/FUND/health', '/help/committee#health'],
  ['chair', '/funds/FUND/audits', '/help/committee#auditors'],
  ['household', '/funds/FUND/rules', '/help/household#own'],
  ['migration-worker', '/', '/help/migration-team#desk'],
  ['nobody', '/numbers', '/help/household#numbers'],
  ['nobody', '/sign-in', '/help/committee#start'],
] as const)('a %s finds the help of %s on it, once', async (door, path, help) => {
  const token = door === 'nobody' ? undefined : await village.as(door)
  const answer = await village.ask(`${path.replace('FUND', village.fundId)}?lang=en`, { token })
  const page = await answer.text()
  expect(page.split(`href="${help}"`)).toHaveLength(2)
})
