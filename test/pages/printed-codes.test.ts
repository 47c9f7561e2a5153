import { expect, test } from 'vitest'
import { printedCodesPage } from '#src/pages/entrance/cards-pages.ts'
import { pageText } from '#test/pages/page-text.ts'

test('whoever prints codes for a member is told to give them to her alone, and she that nobody may look', () => {
  const shown = (card?: string): string =>
    pageText(
      String(
        printedCodesPage(
          { language: 'en', isPractice: false },
          {
            ...(card !== undefined && { card }),
            codes: [{ code: '1234567', upTo: 50_000 }],
            currency: 'KHR',
            links: [],
          },
        ),
      ),
    )
  expect(shown('M07')).toContain('Print the sheet and give it to the member alone')
  expect(shown()).toContain('Print your sheet, or copy it where nobody looks')
  for (const page of [shown('M07'), shown()]) expect(page).toContain('1 234 567')
})
