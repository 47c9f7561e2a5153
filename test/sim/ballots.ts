import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { Draws } from '#test/sim/draws.ts'

const appointed = ({ made }: Draws, office?: string): string[] => [
  ...new Set(
    made.flatMap((command) =>
      command.type === 'AppointOfficer' && (office === undefined || command.office === office)
        ? [command.memberId]
        : [],
    ),
  ),
]

/** An officer as far as the village has made one, or anybody. */
export const officerOf = (draws: Draws, borrower?: string): string => {
  const chairs = appointed(draws, 'chair').filter((id) => id !== borrower)
  const others = appointed(draws).filter((id) => id !== borrower)
  if (chairs.length > 0 && draws.happens(60)) return draws.one(chairs)
  return others.length > 0 && draws.happens(95) ? draws.one(others) : draws.member()
}

/** Mostly each officer once and the borrower never; now and then what must not be. */
const voicesOf = (draws: Draws, borrower: string, recused: readonly string[]): string[] => {
  const all = appointed(draws)
  const fair = all.filter((id) => id !== borrower && !recused.includes(id))
  if (recused.length > 0 && draws.happens(75)) return [...fair, ...recused]
  return draws.one([
    () => fair,
    () => fair,
    () => fair,
    () => fair,
    () => fair,
    () => [...fair, borrower],
    () => [...fair, borrower],
    () => [...fair.slice(0, 3), ...fair.slice(0, 1)],
    () => [...fair, draws.member()],
    () => fair.slice(0, 3),
  ])()
}

/** A vote on a member's matter, by officers or by hands. */
export const ballotOf = (draws: Draws, borrower: string, meetingPercent = 55): Ballot => {
  const recused = draws.happens(26)
    ? [draws.happens(50) ? officerOf(draws, borrower) : draws.member()]
    : []
  const chairs = appointed(draws, 'chair').filter((id) => id !== borrower && !recused.includes(id))
  const confirmedBy =
    chairs.length > 0 && draws.happens(88) ? draws.one(chairs) : officerOf(draws, borrower)
  if (draws.happens(meetingPercent))
    return { by: 'meeting', hands: handsOf(draws), recused, confirmedBy }
  const isEven = draws.happens(10)
  const votes = voicesOf(draws, borrower, recused).map((memberId, i) => ({
    memberId,
    vote: isEven ? (i % 2 === 0 ? 'yes' : 'no') : draws.happens(draws.noPercent) ? 'no' : 'yes',
  })) satisfies Extract<Ballot, { by: 'officers' }>['votes']
  return { by: 'officers', votes, recused, confirmedBy }
}

/** Nearly everybody comes and most say yes; now and then it is a tie, or any number at all. */
const handsOf = (draws: Draws) => {
  if (draws.happens(20)) return draws.votes()
  const admitted = draws.made.filter((one) => one.type === 'AdmitMember' && !one.isFormer).length
  const present = draws.comingOf(Math.max(admitted - draws.whole(0, 1), 0), admitted)
  const few = draws.whole(0, Math.floor(present / 3))
  const no = draws.happens(20)
    ? Math.floor(present / 2)
    : draws.happens(draws.noPercent)
      ? present - few
      : few
  const yes = draws.happens(20) ? no : present - no
  return { present, yes: Math.min(yes, present - no), no }
}
