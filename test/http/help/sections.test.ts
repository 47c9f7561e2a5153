import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { beginningOf, helpAt, helpSections } from '#src/http/help/sections.ts'
import { type GuideName, fileOf, languagesOf } from '#src/pages/help/guides.ts'
import { guideIn } from '#src/pages/help/markdown.ts'
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
  const led = new Set(Object.values(helpSections).map((place) => place.join('#')))
  const unled = (['committee', 'household', 'ngo', 'migration-team'] as const).flatMap((guide) =>
    sectionsOf(guide)[0]!
      .filter((id) => id !== 'card' && !led.has(`${guide}#${id}`))
      .map((id) => `${guide}#${id}`),
  )
  expect(unled).toEqual(['household#listen', 'ngo#health', 'ngo#reports', 'migration-team#danger'])
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
  ['nobody', '/numbers', '/help/household#numbers'],
  ['nobody', '/sign-in', '/help/committee#start'],
] as const)('a %s finds the help of %s on it, once', async (door, path, help) => {
  const token = door === 'nobody' ? undefined : await village.as(door)
  const answer = await village.ask(`${path.replace('FUND', village.fundId)}?lang=en`, { token })
  const page = await answer.text()
  expect(page.split(`href="${help}"`)).toHaveLength(2)
})
