import { expect, test } from 'vitest'
import type { Sent } from '#domain/remittances/sent.ts'
import { sentOf } from '#src/app/remittances/sender-view.ts'

/** 5,000 baht with a fee of 100 at 118.5: 580,650 riel are promised. */
const sent: Sent = {
  sentId: 's1',
  on: '2026-01-02',
  channel: 'bank-transfer' as Sent['channel'],
  currency: 'THB',
  paid: 500_000,
  fee: 10_000,
  rate: '118.5',
  quotedOn: '2026-01-02',
}
const today = '2026-01-20'

test('in a fund in riel what arrived is held against what was promised', () => {
  const booked = [{ on: '2026-01-03', amount: 575_650 }]
  const [one] = sentOf([sent], { booked, currency: 'KHR', today })
  expect(one).toMatchObject({ promised: 580_650, hasArrived: true, isOverdue: false })
  expect(one!.came).toMatchObject({ arrived: 575_650, lost: 5_000 })
})

test('in a fund in dollars cents are not taken from riel: it has arrived, and nobody says what was lost', () => {
  const booked = [
    { on: '2026-01-03', amount: 14_100 },
    { on: '2026-01-15', amount: 580_000 },
  ]
  const [one] = sentOf([sent], { booked, currency: 'USD', today })
  expect(one).toMatchObject({ hasArrived: true, isOverdue: false, came: undefined })
  const [none] = sentOf([sent], { booked: [], currency: 'USD', today })
  expect(none).toMatchObject({ hasArrived: false, isOverdue: true, came: undefined })
})
