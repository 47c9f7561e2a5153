import type { KnownIds } from '#test/http/commands/known-ids.ts'

/** Money from abroad that a member fetches, and where money for the fund is paid in. */
export const remitting = (
  { envelope, memberId }: Pick<KnownIds, 'envelope' | 'memberId'>,
  confirmedBy: string,
) => ({
  RecordRemittance: {
    ...envelope(),
    type: 'RecordRemittance' as const,
    memberId,
    amount: 5000,
    place: 'wallet' as const,
    use: 'home' as const,
  },
  SetReceivingAccount: {
    ...envelope(),
    type: 'SetReceivingAccount' as const,
    place: 'bank' as const,
    account: 'village_fund@bank',
    called: 'Village Fund',
    city: 'Battambang',
    confirmedBy,
  },
})
