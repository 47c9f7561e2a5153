import { expect, test } from 'vitest'
import { allAuditsPage } from '#src/pages/audits/list-pages.ts'
import { reasonSaid, rowSaid } from '#src/pages/audits/parts.ts'
import { pageText } from '#test/pages/page-text.ts'

test('why a visit is wanted and what a row is about is said in words of its own, or by what was found', () => {
  expect(reasonSaid('written-late', 'en')).toBe('Its lines are written down late')
  expect(rowSaid({ of: 'box', what: 'cash' }, 'en')).toBe('In the box')
  expect(reasonSaid('cash-above-box-limit', 'en')).toBe(
    'More cash stayed in the box overnight than the rules allow.',
  )
})

test('where no visit is planned and none was made, no heading stands over nothing', () => {
  const text = pageText(
    String(allAuditsPage({ language: 'en', isPractice: false }, { audits: [], wanted: [] })),
  )
  expect(text).toContain('Audits')
  for (const heading of ['Planned visits', 'Most in need', 'Done'])
    expect(text).not.toContain(heading)
})
