import { expect, test } from 'vitest'
import { alikePage } from '#src/pages/people/lists.ts'
import { familyPage, memberPage } from '#src/pages/people/member-pages.ts'
import { pageText } from '#test/pages/page-text.ts'

/* Of whoever has two: two who look alike, two wishes, two ways of being kin. */

const at = { language: 'en', isPractice: false, fundId: 'a-fund' } as const
const person = (n: number) => ({
  memberId: `m${n}`,
  card: `M0${n}`,
  isFormer: false,
  name: undefined,
  hasPhoto: false,
})

test('a member is told beside both who may be the same, and each of two wishes is answered by its own place', async () => {
  const may = { keep: true, seeFamily: false, seeReasons: false, erase: false }
  const page = String(
    await memberPage(at, {
      person: person(1),
      alike: [
        { other: person(2), why: 'same-name' },
        { other: person(3), why: 'same-photo' },
      ],
      may,
      asks: [
        { place: 1, ask: { part: 'name', wish: 'correct', on: '2026-01-02' } },
        { place: 3, ask: { part: 'photo', wish: 'erase', on: '2026-01-03' } },
      ],
      done: undefined,
    }),
  )
  const text = pageText(page)
  for (const said of ['M02', 'The names are the same', 'M03', 'the same photo'])
    expect(text).toContain(said)
  const places = [...page.matchAll(/name="place" value="(\d)"/g)].map(([, place]) => place)
  expect(places).toEqual(['1', '3'])
})

test('cards that may be one person’s stand there with both, and each opens its own', async () => {
  const pair = { first: person(1), second: person(2), why: 'same-name' } as const
  const page = String(await alikePage(at, [pair]))
  expect([...page.matchAll(/people\/(m\d)"/g)].map(([, id]) => id)).toEqual(['m1', 'm2'])
})

test('who is kin in two ways stands in one line with both', async () => {
  const kin = (['in-law', 'same-household'] as const).map((is) => ({ other: person(2), is }))
  const shown = { person: person(1), nominees: [], kin, done: undefined }
  expect(pageText(String(await familyPage(at, shown)))).toMatch(
    /M02: relative by marriage, in the same household/,
  )
})
