import { refused } from '#domain/kernel/decision.ts'
import { whole } from '#domain/kernel/shape.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import { serviceFault, serviceId, serviceSays } from '#domain/network/directory.ts'
import type { Network } from '#domain/network/state.ts'
import { administrator, careStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const unknown = { code: 'service-unknown', at: '/serviceId' }

const aboutService = (entry: { readonly serviceId: string }) =>
  [{ kind: 'service', key: entry.serviceId }] as const

/** Says who can do what a village cannot; nobody is sent there until a second one of the staff has checked it. */
export const proposeService = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeService',
  entry: 'ServiceProposed',
  oneHand: 'sight',
  description:
    'Where a shelter lies is refused wherever it is said (`shelter-place-not-kept`): its phone is that of the desk which refers to it.',
  asks: { serviceId, ...serviceSays },
  keeps: [
    'serviceId',
    'kind',
    'name',
    'country',
    'province',
    'does',
    'standards',
    'registration',
    'capacity',
    'languages',
    'phone',
    'address',
  ],
  decide: ({ services }: Network, command) => {
    if (services.has(command.serviceId)) return refused('service-already-there')
    return serviceFault(command) ?? asSaid
  },
  about: aboutService,
})

export const checkService = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckService',
  entry: 'ServiceChecked',
  oneHand: 'decision',
  description:
    'Whoever entered it cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: { serviceId, how: checkWay },
  keeps: ['serviceId', 'how'],
  decide: ({ services }: Network, { serviceId: named, effectiveOn: on }) =>
    checkFault(services.get(named), on, unknown) ?? asSaid,
  about: aboutService,
})

export const withdrawService = networkOperation({
  ...byOneOfTheTeam,
  command: 'WithdrawService',
  entry: 'ServiceWithdrawn',
  oneHand: 'sight',
  asks: { serviceId, why: withdrawalReason },
  keeps: ['serviceId', 'why'],
  decide: ({ services }: Network, { serviceId: named, effectiveOn: on }) =>
    checkFault(services.get(named), on, unknown) ?? asSaid,
  about: aboutService,
})

/** For how many days a check of a number or a service is good: two say so, since a long time shows what is no longer so. */
export const setCheckDays = networkOperation({
  may: administrator,
  second: approverOf,
  command: 'SetCheckDays',
  entry: 'CheckDaysSet',
  oneHand: 'decision',
  asks: { days: whole(30, 366, 'days-out-of-range'), approvedBy },
  keeps: ['days', 'approvedBy'],
  decide: (network: Network, command) => approverFault(network, command) ?? asSaid,
  about: () => [{ kind: 'checking', key: 'checking' }],
})
