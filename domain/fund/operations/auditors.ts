import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import { day, id, optional, uuid } from '#domain/kernel/shape.ts'
import { accessDaysMax, isOpenOn, isToEndOn, noticeDays, renewable } from '#domain/fund/auditors.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { handsFault, lostBy, votes } from '#domain/fund/hands.ts'
import { countActive } from '#domain/fund/people/members.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { chair, nobody } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

type Accesses = { readonly fund: Pick<Fund, 'auditors'> }

/** Lets a network's auditors read the book through a day. A shorter right cannot replace a longer one. */
export const admitAuditors = operation({
  command: 'AdmitAuditors',
  entry: 'AuditorsAdmitted',
  oneHand: 'power',
  changesPower: true,
  description:
    'With `agreementId` the fund confirms an agreement of the network, whose later terms go on after their notice until a meeting ends them.',
  asks: {
    networkId: id('network'),
    until: day,
    agreementId: optional(uuid('agreement')),
    confirmedBy: secondOfficer,
  },
  keeps: ['networkId', 'until', 'agreementId', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: ({ fund, members }: Accesses & Pick<FundBooks, 'members'>, command) => {
    const { networkId, until, agreementId, effectiveOn: on } = command
    if (until < on) return invalid('ends-before-it-begins', '/until')
    if (daysBetween(on, until) > accessDaysMax) return invalid('longer-than-a-year', '/until')
    // Otherwise officers could end an auditor's access by granting a day of it.
    const accesses = fund.auditors ?? []
    const isShorter = accesses.some(
      (access) =>
        access.networkId === networkId &&
        isOpenOn(access, until) &&
        // What an agreement is confirmed by may be shorter than what was given before: it takes nothing away.
        (agreementId === undefined || access.agreementId === agreementId),
    )
    if (isShorter) return refused('auditors-admitted-longer')
    return secondFault(members, command) ?? recorded({ flags: [], postings: [] })
  },
  about: aboutFund,
})

/**
 * A later term of an agreement that the fund has confirmed. The service writes it down when the network renews, so that the fund
 * reads of it in its own book before the term begins.
 */
export const renewAuditors = operation({
  command: 'RenewAuditors',
  entry: 'AuditorsRenewed',
  oneHand: 'sight',
  description:
    'The service itself writes it when the network renews an agreement that the fund has confirmed; nobody may send it.',
  asks: { networkId: id('network'), agreementId: uuid('agreement'), from: day, until: day },
  keeps: ['networkId', 'agreementId', 'from', 'until'],
  may: nobody,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: ({ fund }: Accesses, command) => {
    const { networkId, agreementId, effectiveOn: on, from, until } = command
    if (until < from) return invalid('ends-before-it-begins', '/until')
    if (daysBetween(from, until) > accessDaysMax) return invalid('longer-than-a-year', '/until')
    if (daysBetween(on, from) < noticeDays) return invalid('notice-too-short', '/from')
    const agreed = { networkId, agreementId }
    const confirmed = renewable(fund.auditors, agreed, on)
    if (!confirmed) return refused('agreement-not-confirmed')
    return until <= confirmed.until
      ? refused('auditors-admitted-longer')
      : recorded({ flags: [], postings: [] })
  },
  about: aboutFund,
})

/** Officers alone cannot end it: the hands raised at a meeting do, and a second officer has counted them too. */
export const dismissAuditors = operation({
  command: 'DismissAuditors',
  entry: 'AuditorsDismissed',
  oneHand: 'power',
  changesPower: true,
  asks: { networkId: id('network'), votes, confirmedBy: secondOfficer },
  keeps: ['networkId', 'votes', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (
    { fund, members, charter }: Accesses & Pick<FundBooks, 'members' | 'charter'>,
    command,
  ) => {
    const { networkId, votes: raised, effectiveOn: on } = command
    const active = countActive(members, on)
    const hands = handsFault(raised, active)
    if (hands) return invalid(hands.code, `/votes${hands.at}`)
    const accesses = fund.auditors ?? []
    if (!accesses.some((access) => access.networkId === networkId && isToEndOn(access, on)))
      return refused('auditors-not-admitted')
    const unseconded = secondFault(members, command)
    if (unseconded) return unseconded
    const lost = lostBy(raised, { active, charter })
    if (lost) return lost
    return recorded({ flags: ['auditors-dismissed'], postings: [] })
  },
  about: aboutFund,
})
