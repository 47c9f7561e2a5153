import { expect, test } from 'vitest'
import { blankSheetPage } from '#src/pages/meeting/blank-sheet.ts'
import { languages } from '#src/words/catalogue.ts'

const rows = [
  { memberId: 'm1', card: 'M01', isFirst: true, loan: { loanId: 'l1', number: 'L1' } },
  { memberId: 'm1', card: 'M01', isFirst: false, loan: { loanId: 'l2', number: 'L2' } },
  { memberId: 'm2', card: 'M02', isFirst: true, loan: undefined },
]

test('every line of the sheet for paper, also an empty one, has as many cells as there are headings', () => {
  for (const language of languages)
    for (const names of [undefined, (card: string) => `name of ${card}`]) {
      const at = { language, isPractice: false, fundId: 'fund', ...(names && { nameOf: names }) }
      const page = String(
        blankSheetPage(at, {
          on: '2026-12-31',
          fundName: 'Village 1',
          currency: 'KHR',
          rows,
          owing: () => ({ due: 20_000, left: 300_000 }),
        }),
      )
      const [sheet = ''] = /<table class="blank">[^]*?<\/table>/.exec(page) ?? []
      const lines = sheet.split('<tr').slice(1)
      const [heads, ...others] = lines.map((line) => line.match(/<t[hd]\b/g)?.length)
      // A line for each of the three, five to spare, and the sum.
      expect(others).toEqual(Array.from({ length: 3 + 5 + 1 }, () => heads))
    }
})
