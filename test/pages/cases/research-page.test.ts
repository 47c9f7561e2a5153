import { expect, test } from 'vitest'
import { researchPage } from '#src/pages/cases/research-page.ts'
import { pageText } from '#test/pages/page-text.ts'

test('answers are taken in through the last day of a request, and the day after it is over', () => {
  const research = {
    is: 'research',
    wish: 'a-wish',
    purpose: 'Who pays for the way',
    receiver: 'A university',
    until: '2026-06-30',
    askedOn: '2026-01-01',
    by: ['one', 'two'],
  } as const
  const on = (today: string): string =>
    pageText(
      String(
        researchPage(
          { language: 'en', isPractice: false },
          { all: [{ research, rows: [] }], today, loginOf: (id) => id, maySupervise: false },
        ),
      ),
    )
  expect(on('2026-06-30')).toContain('ends on 30 June 2026')
  expect(on('2026-07-01')).toContain('released by one, two · over')
})
