import { expect, test } from 'vitest'
import type { ShownAgency } from '#src/app/network/register.ts'
import { agenciesPage, posterPage } from '#src/pages/register/public-page.ts'
import { staffWarningsPage } from '#src/pages/register/warnings-page.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame = { language: 'en', isPractice: false } as const
const agency = (n: number): ShownAgency => ({
  partyId: `party-${n}`,
  latin: `Agency ${n}`,
  licence: { state: 'not-on-record', warnings: 0 },
  isStale: false,
  countries: [],
})
const shown = (count: number, page: number) => {
  const html = String(
    agenciesPage(frame, {
      agencies: Array.from({ length: count }, (_, i) => agency(i + 1)),
      typed: '',
      onTyped: '',
      on: '2026-01-01',
      isToday: true,
      page,
      networkId: undefined,
    }),
  )
  const text = pageText(html)
  return {
    text,
    pages: [...html.matchAll(/href="\/agencies\?[^"]*page=(\d+)/g)].map(([, to]) => Number(to)),
    names: [...text.matchAll(/Agency (\d+)/g)].map(([, n]) => Number(n)),
  }
}

test('a long register is read page by page, forwards and back, and each agency stands on one of them', () => {
  expect([1, 2, 3].map((page) => shown(45, page).pages)).toEqual([[2], [1, 3], [2]])
  const names = [1, 2, 3].flatMap((page) => shown(45, page).names)
  expect(names).toEqual(Array.from({ length: 45 }, (_, i) => i + 1))
  expect(shown(20, 1).pages).toEqual([])
})

test('who is not in the register is told of once, whether anybody stands in it or nobody', () => {
  const notYet = /do not pay yet/gi
  for (const count of [0, 3]) expect(shown(count, 1).text.match(notYet)).toHaveLength(1)
})

test('where no warning was written down, whoever keeps them is told so', () => {
  const text = pageText(
    String(
      staffWarningsPage(frame, {
        warnings: [],
        by: 'somebody',
        done: undefined,
        networkId: 'a-network',
        mayTakeOut: false,
      }),
    ),
  )
  expect(text).toContain('No scheme stands on the list.')
})

test('the second page of a register as of another day is of that day too, and of the name that was asked for', () => {
  const html = String(
    agenciesPage(frame, {
      agencies: Array.from({ length: 21 }, (_, i) => agency(i + 1)),
      typed: 'agency',
      onTyped: '1/2/2026',
      on: '2026-02-01',
      isToday: false,
      page: 1,
      networkId: 'a-network',
    }),
  )
  const [, query] = /href="\/agencies\?([^"]*page=2[^"]*)"/.exec(html)!
  const asked = Object.fromEntries(new URLSearchParams(query!.replaceAll('&amp;', '&')))
  expect(asked).toEqual({ q: 'agency', on: '1/2/2026', n: 'a-network', page: '2', lang: 'en' })
})

test('a sheet that hangs for thirty days says of each licence that ends by its last day that it does', () => {
  const until = (day: string, n: number): ShownAgency => ({
    ...agency(n),
    licence: { state: 'licensed', warnings: 0, until: day },
  })
  const agencies = [until('2026-01-31', 1), until('2026-02-01', 2)]
  const text = pageText(String(posterPage(frame, { agencies, on: '2026-01-01', at: undefined })))
  expect(text).toMatch(/Agency 1 *, .*31 January 2026/)
  expect(text).not.toContain('1 February 2026')
})
