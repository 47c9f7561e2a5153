import type { LocalDate } from '#domain/kernel/dates.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import type { FundBook } from '#domain/health/book.ts'
import { chosen, columnsOf, listOf } from '#src/lists/column.ts'

/** A member on a day. */
type MemberRow = { readonly member: Member; readonly asOf: LocalDate }

/** Who had come by a day, whether they are here, away or gone. */
export const admittedBy = ({ members }: FundBook, asOf: LocalDate): readonly Member[] =>
  members.filter(({ admittedOn }) => admittedOn <= asOf)

/** What each member has saved through a day, shares among it. Private savings are in nobody's. */
export const savingsOn = ({ balances }: FundBook, asOf: LocalDate) => {
  const posted = postedOf(balances)
  return (memberId: string): number => savedBy(posted, memberId, asOf)
}

/** By card, as everywhere. */
export const byCard = (a: { readonly card: string }, b: { readonly card: string }): number =>
  a.card < b.card ? -1 : 1

/** The day of the last thing that the book says of somebody's life; whoever died did nothing after it. */
const lastChange = ({ admittedOn, life = [] }: Member, day: LocalDate): LocalDate => {
  const facts = life.filter(({ on }) => on <= day)
  const died = facts.find(({ change }) => change === 'died')
  return (died ?? facts.at(-1))?.on ?? admittedOn
}

const { id, text, code, day, number, yesOrNo, group } = columnsOf<MemberRow>()

/** Whatever is said of a member, wherever members are listed. Cards and no names. */
export const memberColumns = {
  memberId: id(({ member }) => member.memberId, ['Id in accounts and facts', 'm-7']),
  card: text(({ member }) => member.card, ['Number of the card', 'M07']),
  sex: code(({ member }) => member.sex, ['f or m', 'f'], { choices: ['f', 'm'] }),
  povertyLevel: number(
    ({ member }) => member.povertyLevel ?? null,
    ['IDPoor 1 or 2; empty for a household without one', '1'],
  ),
  zone: text(
    ({ member }) => member.zone,
    ["A part of the village by the fund's own code", 'north'],
  ),
  isFormer: yesOrNo(({ member }) => member.isFormer),
  admittedOn: day(({ member }) => member.admittedOn, ['Since when in these books', '2025-01-01']),
  state: code(({ member, asOf }) => stateOn(member, asOf), ['here, away, left or dead', 'here']),
  since: day(({ member, asOf }) => lastChange(member, asOf)),
  offices: group(({ member, asOf }) =>
    member.offices
      .filter(({ from }) => from <= asOf)
      .map(({ office, from }) => ({ office: office as string, from })),
  ),
}

const saver = columnsOf<MemberRow & { readonly savings: number }>()

export const membersList = listOf({
  about: 'a member, by card, as of the day',
  items: ({ book, asOf }) => {
    const savings = savingsOn(book, asOf)
    return admittedBy(book, asOf)
      .toSorted(byCard)
      .map((member) => ({ member, asOf, savings: savings(member.memberId) }))
  },
  columns: {
    ...chosen(memberColumns, 'card memberId sex povertyLevel zone state admittedOn'),
    savings: saver.sum('savings', ['Saved through the day, shares among it', '120000']),
  },
})
