import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Member, isOfficerOn } from '#domain/fund/people/members.ts'
import {
  type ElectionHeld,
  type Ending,
  type Office,
  tenuresEnded,
} from '#domain/fund/people/tenures.ts'

/** Who sits on the committee on a day, apart from those who are named. */
export const committeeOn = (
  members: ReadonlyMap<string, Member>,
  day: LocalDate,
  except: readonly string[] = [],
): readonly Member[] =>
  [...members.values()].filter((one) => isOfficerOn(one, day) && !except.includes(one.memberId))

/** How many women and men there are among members. */
export const countedBySex = (members: readonly Member[]) => {
  const women = members.filter(({ sex }) => sex === 'f').length
  return { women, men: members.length - women }
}

/** A member whose offices are counted anew: when each ended, from all that is known. */
export const withEnds = (member: Member, elections: readonly ElectionHeld[]): Member => ({
  ...member,
  offices: tenuresEnded(member.offices, { endings: member.endings ?? [], elections }),
})

type Known = { readonly on: LocalDate; readonly elections: readonly ElectionHeld[] }

type Appointed = {
  readonly memberId: string
  readonly office: Office
  readonly until?: LocalDate
  readonly replaces?: string
}

/** Members after an appointment: the one who holds the office now, and the one who held it before. */
export const membersAfterAppointing = (
  members: ReadonlyMap<string, Member>,
  { memberId, office, until, replaces }: Appointed,
  { on, elections }: Known,
): readonly Member[] => {
  const member = members.get(memberId)!
  const tenure = { office, from: on, ...(until === undefined ? {} : { until }) }
  const before = replaces === undefined ? undefined : members.get(replaces)!
  const ending = { office, on, why: 'replaced' as const }
  return [
    withEnds({ ...member, offices: [...member.offices, tenure] }, elections),
    ...(before
      ? [withEnds({ ...before, endings: [...(before.endings ?? []), ending] }, elections)]
      : []),
  ]
}

/** A member whose office has ended. */
export const memberAfterEnding = (
  member: Member,
  { office, why }: Pick<Ending, 'office' | 'why'>,
  { on, elections }: Known,
): Member =>
  withEnds({ ...member, endings: [...(member.endings ?? []), { office, on, why }] }, elections)
