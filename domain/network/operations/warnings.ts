import { invalid, refused } from '#domain/kernel/decision.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import { type Warning, warningId, warningSays } from '#domain/network/warnings/warning.ts'
import { upheldOf } from '#domain/network/watch/watch.ts'
import { careStaff, decidingStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const unknown = { code: 'warning-unknown', at: '/warningId' }

const aboutWarning = (entry: { readonly warningId: string }) =>
  [{ kind: 'warning', key: entry.warningId }] as const

type Named = Pick<Warning, 'km' | 'latin'>

const keysOf = ({ km, latin }: Named): readonly string[] =>
  [km, latin].flatMap((name) => (name === undefined ? [] : [nameKeyOf(name)]))

/**
 * Whether a scheme of that name is on the list, by what two stand behind: what one alone has entered keeps nobody from warning.
 */
const stands = (warnings: Network['warnings'], named: Named): boolean => {
  const keys = keysOf(named)
  return [...warnings.values()].some(
    (one) => one.counts && !one.withdrawn && keysOf(one).some((key) => keys.includes(key)),
  )
}

/** Says that a scheme is false, and on whose word. Nobody is shown it until a second one of the staff has checked it. */
export const proposeWarning = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeWarning',
  entry: 'WarningProposed',
  oneHand: 'sight',
  description:
    'A scheme by what it calls itself, never by who runs it. What rests on reports names somebody of the register of whom a report of a false investment was upheld, and is told outside by the rules for reports alone.',
  asks: { warningId, ...warningSays },
  keeps: ['warningId', 'km', 'latin', 'kind', 'rests'],
  decide: ({ warnings, parties, watch }: Network, { effectiveOn: on, rests, ...command }) => {
    const keys = keysOf(command)
    if (keys.length === 0) return refused('name-missing')
    if (stands(warnings, command) || warnings.has(command.warningId))
      return refused('warning-already-there')
    if (rests.on === 'authority')
      return rests.seenOn > on ? invalid('source-in-the-future', '/rests/seenOn') : asSaid
    if (!parties.has(rests.partyId)) return invalid('party-unknown', '/rests/partyId')
    const isUpheld = upheldOf(watch, rests.partyId).some(({ kind }) => kind === 'false-investment')
    return isUpheld ? asSaid : refused('no-report-upheld')
  },
  about: aboutWarning,
})

/** Somebody who has not entered it has looked whether it is so. */
export const checkWarning = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckWarning',
  entry: 'WarningChecked',
  oneHand: 'decision',
  description:
    'Whoever entered it cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: { warningId, how: checkWay },
  keeps: ['warningId', 'how'],
  decide: ({ warnings }: Network, { warningId: named, effectiveOn: on }) => {
    const one = warnings.get(named)
    const isNew = one !== undefined && !one.counts
    return (
      checkFault(one, on, unknown) ??
      (isNew && stands(warnings, one) ? refused('warning-already-there') : asSaid)
    )
  },
  about: aboutWarning,
})

/** Two take a warning out: whoever runs a scheme may have somebody of the staff. */
export const withdrawWarning = networkOperation({
  may: decidingStaff,
  second: approverOf,
  command: 'WithdrawWarning',
  entry: 'WarningWithdrawn',
  oneHand: 'decision',
  asks: { warningId, why: withdrawalReason, approvedBy },
  keeps: ['warningId', 'why', 'approvedBy'],
  decide: (network: Network, command) =>
    checkFault(network.warnings.get(command.warningId), command.effectiveOn, unknown) ??
    approverFault(network, command) ??
    asSaid,
  about: aboutWarning,
})
