import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { day, list, uuid } from '#domain/kernel/shape.ts'
import { staffRolesOn } from '#domain/access/staff.ts'
import { accessDaysMax } from '#domain/fund/auditors.ts'
import { isAgreedOn, lastTerm } from '#domain/network/agreements.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import { administrator } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const agreementId = uuid('agreement')

const fundsMax = 500
const auditorsMax = 50
const fundIds = list(uuid('fund'), { min: 1, max: fundsMax, code: 'funds-missing' })
const userIds = list(uuid('user'), { min: 1, max: auditorsMax, code: 'auditors-missing' })

const byTwo = { may: administrator, second: approverOf } as const

const aboutAgreement = ({
  agreementId: key,
  userIds: auditors,
}: {
  readonly agreementId: string
  readonly userIds: readonly string[]
}) => [
  { kind: 'agreement', key } as const,
  ...auditors.map((userId) => ({ kind: 'staff', key: userId }) as const),
]

type Given = {
  readonly effectiveOn: LocalDate
  readonly until: LocalDate
  readonly userIds: readonly string[]
  readonly approvedBy?: string
}

const givenFault = (network: Network, given: Given): Decision<never, string> | undefined => {
  const { effectiveOn: on, until, userIds: auditors } = given
  if (until < on) return invalid('ends-before-it-begins', '/until')
  if (daysBetween(on, until) > accessDaysMax) return invalid('longer-than-a-year', '/until')
  const areAuditors = auditors.every((userId) =>
    staffRolesOn(network.staff.get(userId), on).includes('auditor'),
  )
  return areAuditors ? approverFault(network, given) : refused('not-an-auditor')
}

/** One form for many funds: each of them is opened by its own confirmation, and by nothing that is said here. */
export const offerAgreement = networkOperation({
  ...byTwo,
  command: 'OfferAgreement',
  entry: 'AgreementOffered',
  oneHand: 'power',
  changesPower: true,
  description:
    'Asks funds to let auditors in: each confirms by `AdmitAuditors` with the agreement’s id. It opens no fund by itself.',
  asks: { agreementId, fundIds, userIds, until: day, approvedBy },
  keeps: ['agreementId', 'fundIds', 'userIds', 'until', 'approvedBy'],
  decide: (network: Network, command) => {
    if (network.agreements.has(command.agreementId)) return refused('agreement-already-there')
    if (!command.fundIds.every((fundId) => network.funds.has(fundId)))
      return refused('fund-not-in-network')
    return givenFault(network, command) ?? asSaid
  },
  about: aboutAgreement,
})

/** Another term. What funds confirmed goes on after their notice is over (`RenewAuditors`), where no meeting ends it. */
export const renewAgreement = networkOperation({
  ...byTwo,
  command: 'RenewAgreement',
  entry: 'AgreementRenewed',
  oneHand: 'power',
  changesPower: true,
  asks: { agreementId, userIds, until: day, approvedBy },
  keeps: ['agreementId', 'userIds', 'until', 'approvedBy'],
  decide: (network: Network, command) => {
    const agreement = network.agreements.get(command.agreementId)
    if (!agreement) return invalid('agreement-unknown', '/agreementId')
    if (!isAgreedOn(agreement, command.effectiveOn)) return refused('agreement-over')
    if (command.until <= lastTerm(agreement).until) return refused('agreed-longer')
    return givenFault(network, command) ?? asSaid
  },
  about: aboutAgreement,
})

/** The network asks no fund any more, and takes its auditors from those funds. What a fund has given, its meeting ends. */
export const endAgreement = networkOperation({
  ...byTwo,
  command: 'EndAgreement',
  entry: 'AgreementEnded',
  oneHand: 'power',
  changesPower: true,
  asks: { agreementId, userIds, approvedBy },
  keeps: ['agreementId', 'userIds', 'approvedBy'],
  decide: (network: Network, command) => {
    const agreement = network.agreements.get(command.agreementId)
    if (!agreement) return invalid('agreement-unknown', '/agreementId')
    if (!isAgreedOn(agreement, command.effectiveOn)) return refused('agreement-over')
    // All who were ever of it are named, so that nobody is left who goes on.
    if (!agreement.userIds.every((userId) => command.userIds.includes(userId)))
      return refused('auditors-missing')
    return approverFault(network, command) ?? asSaid
  },
  about: aboutAgreement,
})
