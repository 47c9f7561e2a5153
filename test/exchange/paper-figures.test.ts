import { expect, test } from 'vitest'
import { readPaperFigures } from '#src/exchange/paper-figures/read.ts'
import { csv } from '#test/support/founded-fund.ts'

test('two lines without a card are told as that, and not as one card on two lines', async () => {
  const sheet = csv('card,savings,loan_left', ',5,0', ',7,0', 'M1,1,0', 'M1,2,0')
  const read = await readPaperFigures(sheet, { members: [], currency: 'KHR' })
  const told = 'faults' in read ? read.faults.map(({ row, code }) => `${row} ${code}`) : []
  expect(told.toSorted()).toEqual([
    '2 value-missing',
    '3 value-missing',
    '4 card-not-here',
    '5 card-not-here',
    '5 card-on-two-lines',
  ])
})
