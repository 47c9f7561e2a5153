import type { Sent } from '#domain/remittances/sent.ts'

/** 5,000 baht with a fee of 100 at 118.5: 580,650 riel are promised. */
export const sentHome: Sent = {
  sentId: 's1',
  on: '2026-01-02',
  channel: 'money-transfer',
  currency: 'THB',
  paid: 500_000,
  fee: 10_000,
  rate: '118.5',
  quotedOn: '2026-01-02',
}
