import type { NetworkCommand } from '#domain/network.ts'
import type { WindowTerms } from '#domain/grants/terms.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

/** Of the staff beside the administrator: two decide of the pot. The pages of practice tell the PIN. */
export const practiceStaff = { login: 'practice case-supervisor', pin: '730264' } as const

const windowId = 'river-trust'

/** Sums in cents of a dollar, and codes that are like no other. Nothing sealed stands beside either grant. */
const invented = {
  gift: 500_000,
  grants: [
    { code: 'S-PRACT222', amount: 30_000, parts: 2 },
    { code: 'S-PRACT333', amount: 7500, parts: 1 },
  ],
  fileHash: '0'.repeat(64),
} as const

const termsFrom = (today: LocalDate): WindowTerms => ({
  from: `${today.slice(0, 4)}-01-01`,
  until: `${Number(today.slice(0, 4)) + 1}-12-31`,
  lines: [
    { kind: 'safe-return', amount: 200_000 },
    { kind: 'reintegration', amount: 300_000 },
  ],
  unspent: 'given-back',
})

/**
 * What a practice network's pot begins with: an invented donor's money, and two grants that were asked for and
 * looked at, so that yes and no can both be tried.
 */
export const practicePot = (
  ids: () => string,
  { today, askedBy }: { readonly today: LocalDate; readonly askedBy: string },
): readonly NetworkCommand[] => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { gift, grants, fileHash } = invented
  return [
    { ...envelope(), type: 'OpenPotWindow', windowId, currency: 'USD', terms: termsFrom(today) },
    { ...envelope(), type: 'RecordPotDonation', windowId, amount: gift },
    ...grants.flatMap((grant): NetworkCommand[] => [
      { ...envelope(), type: 'AskFromPot', ...grant, windowId, fileHash, askedBy },
      { ...envelope(), type: 'TakePotStep', code: grant.code, step: 'checked' },
    ]),
  ]
}
