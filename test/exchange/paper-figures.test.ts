import { expect, test } from 'vitest'
import { readPaperFigures } from '#src/exchange/paper-figures/read.ts'
import { csv } from '#test/support/founded-fund.ts'

test('a page of the paper book may say what somebody saved, what is owed, both or neither', async () => {
  const members = ['m1', 'm2', 'm3', 'm4'].map((memberId) => ({ memberId, card: memberId }))
  const sheet = csv('card,savings,loan_left', 'm1,500,', 'm2,,300', 'm3,500,0', 'm4,,')
  const read = await readPaperFigures(sheet, { members: members as never, currency: 'KHR' })
  expect(read).toEqual([
    { memberId: 'm1', savings: 500 },
    { memberId: 'm2', loan: 300 },
    { memberId: 'm3', savings: 500, loan: 0 },
  ])
})

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
