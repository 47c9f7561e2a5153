import type { SupportFile } from '#domain/grants/files.ts'
import type { Support } from '#domain/grants/support.ts'

/** What stands beside a grant that u1 asked for and u2 looks at. */
export const file: SupportFile = {
  code: 'S-1',
  kind: 'reintegration',
  isSurvivors: false,
  memberId: 'm1',
  withChildren: false,
  reason: 'back',
  way: 'cash',
  supplier: '',
  salt: 'salt',
  asker: 'u1',
  checker: 'u2',
  networkId: 'n1',
  conditions: [{ what: 'receipt' }, { what: 'attended' }],
  mentor: '',
  followUps: [
    { months: 1, dueOn: '2025-04-01' },
    { months: 3, dueOn: '2025-06-01' },
  ],
  book: [],
}

export const support = (more: Partial<Support> = {}): Support => ({
  code: 'S-1',
  windowId: 'w1',
  amount: 100,
  parts: 2,
  broughtBy: 'fund',
  fileHash: '',
  askedOn: '2025-03-01',
  state: 'approved',
  paid: [],
  ...more,
})

export const part = (amount: number) => ({ entryId: `e${amount}`, on: '2025-03-02', amount })
