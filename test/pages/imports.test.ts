import { expect, test } from 'vitest'
import { faultsPart } from '#src/pages/imports/parts.ts'
import { pageText } from '#test/pages/page-text.ts'

test('whoever mends a book is told where each fault is, as near as it is known', () => {
  const fault = { file: 'members.csv', row: null, field: null, code: 'odd', message: 'Odd.' }
  const places = (isOfSeveral: boolean) =>
    [
      fault,
      { ...fault, row: 7 },
      { ...fault, row: 7, field: 'card' },
      { ...fault, cell: 'B7' },
      { ...fault, cell: 'B7', field: 'card' },
      { ...fault, cell: 'B1', field: 'cart', code: 'column-unknown' },
      { ...fault, cell: 'B1', code: 'column-unknown' },
    ].map((one) => {
      const [place = ''] = /<th scope="row">[^]*?<\/th>/.exec(
        String(faultsPart('en', [one], isOfSeveral)),
      ) ?? ['']
      return pageText(place).trim()
    })
  expect(places(false)).toEqual([
    'The file',
    'row 7',
    'row 7 · card',
    'B7',
    'B7',
    'B1 · cart',
    'B1',
  ])
  expect(places(true).slice(0, 3)).toEqual([
    'members.csv',
    'members.csv · row 7',
    'members.csv · row 7 · card',
  ])
})
