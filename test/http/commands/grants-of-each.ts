import type { Command } from '#domain/village.ts'
import type { OfEach, KnownIds } from '#test/http/commands/known-ids.ts'
import type { Practice } from '#test/support/service.ts'

const asked = { windowId: 'migration', amount: 5000, parts: 1, broughtBy: 'fund' } as const
const fileHash = 'c'.repeat(64)
const made = new WeakMap<object, Promise<string>>()

const make = async ({ needs, fundId }: Practice, { envelope }: KnownIds): Promise<string> => {
  const code = 'S-AAAA2222'
  const by = { actor: 'test', device: 'test' }
  const commands: readonly Command[] = [
    { ...envelope(), type: 'AskForSupport', code, ...asked, fileHash },
    { ...envelope(), type: 'TakeSupportStep', code, step: 'checked' },
  ]
  await needs.record(fundId, commands, by)
  return code
}

/** A grant of the practice fund that waits for the vote, made once a service. */
export const grantChecked = (practice: Practice, told: KnownIds): Promise<string> => {
  const known = made.get(practice.needs) ?? make(practice, told)
  made.set(practice.needs, known)
  return known
}

/** One command of each type about what a donor gives. */
export const supporting = ({ envelope, chair, keeper, committeeMember }: KnownIds, code: string) =>
  ({
    SetWindowTerms: {
      ...envelope(),
      type: 'SetWindowTerms',
      windowId: 'migration',
      from: '2025-01-01',
      until: '2026-12-31',
      lines: [
        { kind: 'passport', amount: 3_000_000 },
        { kind: 'reintegration', amount: 3_000_000 },
      ],
      unspent: 'given-back',
      confirmedBy: keeper,
    },
    AskForSupport: {
      ...envelope(),
      type: 'AskForSupport',
      code: 'S-BBBB2222',
      ...asked,
      fileHash,
    },
    TakeSupportStep: { ...envelope(), type: 'TakeSupportStep', code, step: 'closed' },
    DecideSupport: {
      ...envelope(),
      type: 'DecideSupport',
      code,
      ballot: {
        by: 'meeting',
        hands: { present: 55, yes: 50, no: 2 },
        recused: [],
        confirmedBy: chair,
      },
    },
    AwardAtOnce: { ...envelope(), type: 'AwardAtOnce', code, officers: [chair, committeeMember] },
    RecordSupportPart: { ...envelope(), type: 'RecordSupportPart', code, amount: 1000 },
    ReturnDonation: { ...envelope(), type: 'ReturnDonation', windowId: 'migration', amount: 1000 },
  }) satisfies Partial<OfEach<Command>>
