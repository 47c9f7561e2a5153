import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import { day, id } from '#domain/kernel/shape.ts'
import { accessDaysMax, isOpenOn } from '#domain/fund/auditors.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { handsFault, lostBy, votes } from '#domain/fund/hands.ts'
import { countActive } from '#domain/fund/people/members.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { chair } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

type Accesses = { readonly fund: Pick<Fund, 'auditors'> }

/** Lets a network's auditors read the book through a day. A shorter right cannot replace a longer one. */
export const admitAuditors = operation({
  command: 'AdmitAuditors',
  entry: 'AuditorsAdmitted',
  oneHand: 'power',
  changesPower: true,
  asks: { networkId: id('network'), until: day, confirmedBy: secondOfficer },
  keeps: ['networkId', 'until', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: ({ fund, members }: Accesses & Pick<FundBooks, 'members'>, command) => {
    const { networkId, until, effectiveOn: on } = command
    if (until < on) return invalid('ends-before-it-begins', '/until')
    if (daysBetween(on, until) > accessDaysMax) return invalid('longer-than-a-year', '/until')
    // Otherwise officers could end an auditor's access by granting a day of it.
    const accesses = fund.auditors ?? []
    if (accesses.some((access) => access.networkId === networkId && isOpenOn(access, until)))
      return refused('auditors-admitted-longer')
    return secondFault(members, command) ?? recorded({ flags: [], postings: [] })
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
    if (!accesses.some((access) => access.networkId === networkId && isOpenOn(access, on)))
      return refused('auditors-not-admitted')
    const unseconded = secondFault(members, command)
    if (unseconded) return unseconded
    const lost = lostBy(raised, { active, charter })
    if (lost) return lost
    return recorded({ flags: ['auditors-dismissed'], postings: [] })
  },
  about: aboutFund,
})
