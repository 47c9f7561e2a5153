import { invalid, refused } from '#domain/kernel/decision.ts'
import { described, text, uuid } from '#domain/kernel/shape.ts'
import { districtNamed } from '#domain/network/gazetteer/gazetteer.ts'
import { releaseFault } from '#domain/network/releases.ts'
import type { Network } from '#domain/network/state.ts'
import { decidingStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const byDecidingStaff = { may: decidingStaff, second: 'none' } as const

/**
 * Says in which district a fund lies, where the code that its book began with does not tell it, or tells it wrongly. That code
 * stays as it was typed.
 */
export const placeFund = networkOperation({
  ...byDecidingStaff,
  command: 'PlaceFund',
  entry: 'FundPlaced',
  oneHand: 'sight',
  asks: {
    fundId: uuid('fund'),
    district: text(/^\d{4}$/, { code: 'district-not-4-digits', example: '1702' }),
  },
  keeps: ['fundId', 'district'],
  decide: ({ funds }: Network, { fundId, district }) => {
    if (!funds.has(fundId)) return refused('fund-not-in-network')
    return districtNamed(district) ? asSaid : invalid('district-unknown', '/district')
  },
  about: ({ fundId }) => [{ kind: 'fund', key: fundId }],
})

const releaseId = uuid('release')

const aboutRelease = (entry: { readonly releaseId: string }) =>
  [{ kind: 'release', key: entry.releaseId }] as const

/** Proposes what is to be told outside of a period. The figures stand beside the journal; it vouches for them by a hash. */
export const proposeRelease = networkOperation({
  ...byDecidingStaff,
  command: 'ProposeRelease',
  entry: 'ReleaseProposed',
  oneHand: 'sight',
  description:
    'Of half a year what meetings counted, of a quarter what was not answered: from the day of its release on, and once. It is nothing until another one of the deciding staff confirms it.',
  asks: {
    releaseId,
    period: text(/^(19|2[01])\d\d-(H[12]|Q[1-4])$/, {
      code: 'period-unreadable',
      example: '2026-H1',
    }),
    digest: described(
      text(/^[0-9a-f]{64}$/, { code: 'digest-not-a-digest', example: '5f'.repeat(32) }),
      'SHA-256 of the tables as they are to be told, which the service has made',
    ),
  },
  keeps: ['releaseId', 'period', 'digest'],
  decide: ({ releases }: Network, { releaseId: named, period, effectiveOn: on }) => {
    if (releases.has(named)) return refused('release-already-there')
    const fault = releaseFault(releases, { period, on })
    return fault ? refused(fault) : asSaid
  },
  about: aboutRelease,
})

/** Stands behind a release that somebody else has proposed: from then on anybody reads it, and it never changes. */
export const confirmRelease = networkOperation({
  ...byDecidingStaff,
  command: 'ConfirmRelease',
  entry: 'ReleaseConfirmed',
  oneHand: 'decision',
  description:
    'Whoever proposed it cannot confirm it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`; nor where the figures beside the journal are not those that were proposed: `release-figures-differ`.',
  asks: { releaseId },
  keeps: ['releaseId'],
  decide: ({ releases }: Network, { releaseId: named, effectiveOn: on }) => {
    const one = releases.get(named)
    if (!one) return invalid('release-unknown', '/releaseId')
    if (one.confirmed) return refused('release-confirmed-already')
    if (on < one.proposedOn) return refused('checked-before-entered')
    const fault = releaseFault(releases, { period: one.period, on })
    return fault ? refused(fault) : asSaid
  },
  about: aboutRelease,
})
