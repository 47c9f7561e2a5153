import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { EntryBody, Envelope } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import type { Realm } from '#src/app/realm.ts'
import { recorderOf } from '#src/app/record.ts'
import { idOf } from '#test/support/village.ts'

export const by = { actor: 'u1', device: 'd1' }

/** Steps of a stair: up is recorded, above three it is flagged, down is refused, and a stumble is nonsense. */
export type Step = Envelope & { readonly type: 'Up' | 'Down' | 'Stumble'; readonly note?: string }
export type Stepped = EntryBody & { readonly type: 'Stepped'; readonly flags: readonly string[] }
export type Stair = { height: number }

export const stairs: Realm<Step, Stepped, Stair> = {
  empty: () => ({ height: 0 }),
  copy: (stair) => ({ ...stair }),
  stands: () => true,
  decide: ({ height }, { type }) => {
    if (type === 'Down') return refused('only-up')
    if (type === 'Stumble') return invalid('no-step', '/type')
    return recorded({ type: 'Stepped', v: 1, flags: height >= 3 ? ['high'] : [], postings: [] })
  },
  evolve: (stair) => {
    stair.height += 1
  },
  changes: ({ height }) => ({
    postings: [],
    flags: [],
    subjects: [{ kind: 'fund', key: 'stair', data: String(height) }],
  }),
}

export const step = (n: number, more: Partial<Step> = {}): Step => ({
  id: idOf(n),
  v: 1,
  type: 'Up',
  effectiveOn: '2025-03-01',
  ...more,
})

export const standing = (): string => '2025-03-01T02:00:00.000Z'

export const stair = (other: Partial<Journal> = {}, clock = standing) => {
  const store = memoryStore()
  const journal = { ...store, ...other }
  const record = recorderOf({ journal, clock, hash: sha256 }, stairs)
  const height = async () => (await store.subject('s', 'fund', 'stair'))?.data
  const rows = () => store.read('s', 0, 100)
  return { store, record, height, rows }
}

export const outcomes = (answers: readonly { readonly outcome: string }[]) =>
  answers.map(({ outcome }) => outcome)
