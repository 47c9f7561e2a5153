import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import { type FundBook, type Period, total } from '#domain/health/book.ts'
import { heldWithin } from '#domain/health/meetings.ts'

const couldComeOn = whileSame(
  (_members: FundBook['members']) => new Map<LocalDate, ReadonlySet<string>>(),
)

/** Who could be at a meeting of a day: whoever was a member then, and not away. */
export const couldCome = ({ members }: FundBook, heldOn: LocalDate): ReadonlySet<string> => {
  const days = couldComeOn(members)
  const known = days.get(heldOn)
  if (known) return known
  const here = members.filter((one) => stateOn(one, heldOn) === 'here')
  const could = new Set(here.map(({ memberId }) => memberId))
  days.set(heldOn, could)
  return could
}

/** Presences of those who could come, one a meeting, against all that could have been. */
export const attendance = (book: FundBook, period: Period): number | null => {
  const held = heldWithin(book, period).map(({ heldOn, present }) => ({
    present,
    could: couldCome(book, heldOn),
  }))
  const presences = held.map(({ present, could }) => present.filter((id) => could.has(id)).length)
  return percentOf(total(presences), total(held.map(({ could }) => could.size)))
}
