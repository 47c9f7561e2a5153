import type { LocalDate } from '#domain/kernel/dates.ts'
import { householdOn } from '#domain/fund/people/households.ts'
import { type Member, isOfficerOn } from '#domain/fund/people/members.ts'

/** What officers and whoever lives with them may owe of all that is owed, in per cent. */
export const committeeShareMaxPercent = 25

/** Who sits on the committee on a day, and whoever the book says lives with one of them. */
export const ofCommitteeHouseholds = (
  members: Iterable<Member>,
  day: LocalDate,
): ReadonlySet<string> => {
  const all = [...members]
  const officers = all.filter((member) => isOfficerOn(member, day))
  const households = new Set(officers.map((member) => householdOn(member, day)))
  const isOfOne = (member: Member): boolean => {
    const household = householdOn(member, day)
    return household !== undefined && households.has(household)
  }
  return new Set([...officers, ...all.filter(isOfOne)].map(({ memberId }) => memberId))
}
