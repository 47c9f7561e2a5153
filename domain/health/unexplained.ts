import { balancesOf } from '#domain/ledger/balance-list.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Explaining, explainingOn, isOfficeHeld } from '#domain/fund/meeting/explaining.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import type { FundBook } from '#domain/health/book.ts'

/** What an older book does not explain. Sums in smallest units, more in the box than in the book positive. */
export type Unexplained = Explaining & {
  /** Who answers for it: an office, never a person. */
  readonly owner: Office
}

type UnexplainedBooks = Pick<FundBook, 'balances' | 'members' | 'fund'>

/** Whoever was chosen last; where nobody holds that office, whoever keeps the book, else the chair. */
const ownerOf = ({ members }: UnexplainedBooks, { chosen }: Explaining, day: LocalDate): Office => {
  const office = chosen.at(-1)?.office
  if (office !== undefined && isOfficeHeld(members, office, day)) return office
  return isOfficeHeld(members, 'record-keeper', day) ? 'record-keeper' : 'chair'
}

/** What is unexplained on a day, who answers for it and by when it must be less; undefined where nothing is. */
export const unexplainedOf = (asked: UnexplainedBooks, day: LocalDate): Unexplained | undefined => {
  const moved = balancesOf(asked.balances, 'equity:unexplained')
  const told = explainingOn(moved, asked.fund.explainers ?? [], day)
  return told && { ...told, owner: ownerOf(asked, told, day) }
}
