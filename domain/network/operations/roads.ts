import { invalid, refused } from '#domain/kernel/decision.ts'
import { group, optional, sumOrZero, word } from '#domain/kernel/shape.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import { country, homeCountry } from '#domain/network/places.ts'
import { isOfficial } from '#domain/network/register/sources.ts'
import { isLegal, roadStates, roadWays, routeId, routeSays } from '#domain/network/roads/routes.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import { careStaff, decidingStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const unknown = { code: 'route-unknown', at: '/routeId' }

const aboutRoute = (entry: { readonly routeId: string }) =>
  [{ kind: 'route', key: entry.routeId }] as const

/** Says what a road abroad asks of whoever takes it; nobody is shown it until a second one of the staff has checked it. */
export const proposeRoute = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeRoute',
  entry: 'RouteProposed',
  oneHand: 'sight',
  description:
    'What a legal road costs is taken from an official source alone. It stands in no older one’s place: of two of one country and way the one with the latest source is shown.',
  asks: { routeId, ...routeSays },
  keeps: [
    'routeId',
    'country',
    'way',
    'state',
    'since',
    'steps',
    'papers',
    'currency',
    'costs',
    'weeks',
    'wage',
    'living',
    'risks',
    'source',
    'seenOn',
    'document',
  ],
  decide: ({ routes }: Network, command) => {
    if (routes.has(command.routeId)) return refused('route-already-there')
    if (command.country === homeCountry) return refused('road-leads-nowhere')
    if (command.seenOn > command.effectiveOn) return invalid('source-in-the-future', '/seenOn')
    if (command.weeks && command.weeks.most < command.weeks.least)
      return invalid('weeks-out-of-range', '/weeks/most')
    return isLegal(command) && !isOfficial(command.source) ? refused('source-not-official') : asSaid
  },
  about: aboutRoute,
})

/** A road as whoever checks it has read it; its cost is that of all headings together. */
const roadRead = optional(
  group({
    country,
    way: word(roadWays, 'way-unknown'),
    state: word(roadStates, 'road-state-unknown'),
    cost: sumOrZero,
  }),
)

export const checkRoute = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckRoute',
  entry: 'RouteChecked',
  oneHand: 'decision',
  description:
    'Whoever entered it cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`. What is checked is said once more in `reads`; without it, or otherwise, it is `not-as-read`.',
  asks: { routeId, how: checkWay, reads: roadRead },
  keeps: ['routeId', 'how'],
  decide: ({ routes }: Network, { routeId: named, effectiveOn: on }) =>
    checkFault(routes.get(named), on, unknown) ?? asSaid,
  about: aboutRoute,
})

/** Two take a road out: whoever earns by the other road may have somebody of the staff. */
export const withdrawRoute = networkOperation({
  may: decidingStaff,
  second: approverOf,
  command: 'WithdrawRoute',
  entry: 'RouteWithdrawn',
  oneHand: 'decision',
  asks: { routeId, why: withdrawalReason, approvedBy },
  keeps: ['routeId', 'why', 'approvedBy'],
  decide: (network: Network, command) =>
    checkFault(network.routes.get(command.routeId), command.effectiveOn, unknown) ??
    approverFault(network, command) ??
    asSaid,
  about: aboutRoute,
})
