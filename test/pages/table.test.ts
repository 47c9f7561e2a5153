import { expect, test } from 'vitest'
import { amounts, table } from '#src/pages/table.ts'

type Saved = { readonly card: string; readonly saved: number }

const rows: readonly Saved[] = [
  { card: 'M1', saved: 5 },
  { card: '<M2>', saved: 0 },
]
const columns = [
  { heading: 'Card', of: ({ card }: Saved) => card, total: 'All' },
  { ...amounts<Saved>('Saved', ({ saved }) => saved, String), total: '5' },
  { heading: 'Signature', of: () => '', look: 'sign' },
]
const shown = (more: Partial<Parameters<typeof table<Saved>>[0]> = {}): string =>
  String(table({ columns, rows, ...more })).replaceAll(/\s*\n\s*/g, '')

test('each row is named by its first cell, each column by its heading, and what was typed is no markup', () => {
  expect(shown()).toBe(
    '<table><thead><tr><th scope="col">Card</th><th scope="col">Saved</th><th class="sign" scope="col">Signature</th></tr></thead>' +
      '<tbody><tr><th scope="row">M1</th><td>5</td><td class="sign"></td></tr>' +
      '<tr><th scope="row">&lt;M2&gt;</th><td class="zero">0</td><td class="sign"></td></tr></tbody>' +
      '<tfoot><tr><th scope="row">All</th><td>5</td><td class="sign"></td></tr></tfoot></table>',
  )
})

test('a sheet repeats the heading at each cell that has something in it', () => {
  const labels = shown({ look: 'sheet pressed' }).match(/<td[^>]*>/g)
  expect(labels).toEqual([
    '<td data-label="Saved">',
    '<td class="sign">',
    '<td data-label="Saved" class="zero">',
    '<td class="sign">',
    '<td data-label="Saved">',
    '<td class="sign">',
  ])
})

test('what is wider than a phone can be pushed sideways under its name, and a row can look its own way', () => {
  const wide = shown({
    label: 'Savings',
    caption: 'In riel',
    rowLook: (_, i) => (i === 1 ? 'sum-line' : ''),
  })
  expect(wide).toContain(
    '<div class="scroll" tabindex="0" role="region" aria-label="Savings"><table><caption>In riel</caption>',
  )
  expect(wide.match(/<tr class="sum-line">/g)).toHaveLength(1)
})
