import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import { type Member, heldOn } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'

/** The office that answers for the box. */
export const keeping: Office = 'box-keeper'

const holdersOn = (members: readonly Member[], day: LocalDate): readonly Member[] =>
  members.filter((member) => heldOn(member, day).some(({ office }) => office === keeping))

/**
 * Who answers for what a meeting's box is short of: whoever kept it when the day began. An election at the meeting in which
 * it comes out books it to nobody else. Where nobody kept it before, whoever took it over on the day.
 */
export const keepersOn = (members: readonly Member[], day: LocalDate): readonly Member[] => {
  const before = holdersOn(members, dayBefore(day))
  return before.length > 0 ? before : holdersOn(members, day)
}
