import type { Body, Command, Village } from '#domain/village.ts'
import { activeOf, officersOn } from '#test/sim/ballot-laws.ts'
import { law } from '#test/sim/law.ts'
import { counts, whereIs } from '#test/sim/naive-people.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'
import { quorumIn } from '#test/sim/quorum.ts'

type OfType<Type extends Command['type']> = Extract<Command, { readonly type: Type }>
type Elected = Extract<Body, { readonly type: 'OfficersElected' }>

const charterFor = (village: Village, on: string) => {
  const { charters } = village.fund!
  return (charters.findLast(({ from }) => from <= on) ?? charters[0]!).charter
}

/** Who won, told from the counts: nobody who has fewer votes than somebody who was not elected. */
const checkCounts = ({ contests }: OfType<'ElectOfficers'>, { elected }: Elected): void => {
  for (const { office, seats, candidates } of contests) {
    const won = elected.filter((one) => one.office === office).map(({ memberId }) => memberId)
    law('no office has more winners than seats', won.length <= seats, () => elected)
    const votesOf = (id: string): number => candidates.find((one) => one.memberId === id)!.votes
    const least = Math.min(...won.map(votesOf))
    const most = Math.max(
      0,
      ...candidates.filter(({ memberId }) => !won.includes(memberId)).map(({ votes }) => votes),
    )
    law('whoever is elected has more votes', won.length === 0 || least > most, () => contests)
    law('nobody is elected without a vote', won.length === 0 || least > 0, () => contests)
    const free = won.length < seats
    law('no seat is left free beside somebody with votes', !free || most === 0, () => contests)
  }
}

const checkElection = (village: Village, command: OfType<'ElectOfficers'>, body: Elected): void => {
  const { effectiveOn: on, present, electorate, exception, confirmedBy } = command
  const { quorumPercent, officers = {} } = charterFor(village, on)
  const voters = [...village.members.values()].filter(
    (one) => counts(one, on) && (electorate === 'all' || one.sex === 'f'),
  )
  law(
    'an election needs its quorum',
    present >= quorumIn(voters.length, quorumPercent),
    () => command,
  )
  law('an officer stands behind an election', officersOn(village, on).includes(confirmedBy))
  const winners = body.elected.map(({ memberId }) => village.members.get(memberId)!)
  law(
    'only who is at home is elected',
    winners.every((one) => whereIs(one, on) === 'here'),
    () => body,
  )
  law('nobody is elected twice', new Set(winners).size === winners.length, () => body)
  checkCounts(command, body)
  const { termMonths = 12, womenMin = 3, seats = 5 } = officers
  law('a term is no longer than the charter says', dayOf(body.until) - dayOf(on) < termMonths * 31)
  const offices = command.contests.map(({ office }) => office)
  const stay = [...village.members.values()].filter(
    (one) =>
      ['here', 'away'].includes(whereIs(one, on)) &&
      one.offices.some(
        ({ office, from, endedOn }) =>
          office !== 'key-holder' &&
          !offices.includes(office) &&
          from <= on &&
          (endedOn === undefined || endedOn > on),
      ),
  )
  const sit = body.elected
    .filter(({ office }) => office !== 'key-holder')
    .map(({ memberId }) => village.members.get(memberId)!)
  const committee = [...new Set([...stay, ...sit])]
  const women = committee.filter(({ sex }) => sex === 'f').length
  const places = Math.max(seats, committee.length)
  const areAllWomen = sit.every(({ sex }) => sex === 'f')
  const isFair =
    areAllWomen || women + places - committee.length >= Math.floor((womenMin * places) / seats)
  const isAgreed =
    exception !== undefined &&
    exception.yes > exception.no &&
    exception.present >= quorumIn(activeOf(village, on), quorumPercent)
  law('women have their seats, or the meeting agreed', isFair || isAgreed, () => committee)
  law('fewer women are marked', isFair === (body.flags.length === 0), () => body)
}

/** What must be true of the village in which somebody was put into an office, or out of it. */
export const officerLaws = (village: Village, command: Command, body: Body): void => {
  if (command.type === 'ElectOfficers' && body.type === 'OfficersElected')
    checkElection(village, command, body)
  if (command.type !== 'EndOffice') return
  const { memberId, office, approvedBy, effectiveOn: on, why, votes } = command
  const isHeld = village.members
    .get(memberId)!
    .offices.some(
      (one) =>
        one.office === office &&
        one.from <= on &&
        !(one.endedOn !== undefined && one.endedOn <= on),
    )
  law('only what is held is ended', isHeld, () => command)
  const isAnother = approvedBy !== memberId && officersOn(village, on).includes(approvedBy)
  law('another officer stands behind an ending', isAnother, () => command)
  law('the meeting takes an office away by hands', (why === 'removed') === (votes !== undefined))
  if (votes) law('a vote is won by more than half', votes.yes > votes.no, () => command)
}
