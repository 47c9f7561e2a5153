import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Member, isActingOn } from '#domain/fund/members.ts'
import type { Office } from '#domain/fund/tenures.ts'
import { kinOnDay } from '#src/app/stepping-out.ts'
import type { Room } from '#src/http/desk/record.ts'
import type { Choice } from '#src/desk/fields.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { entranceWords } from '#src/words/words.ts'

/** A page about somebody's loan, which knows who is kin. */
export type KinRoom = Room & { readonly kin: ReadonlySet<string> }
/** The offices that somebody has and that were not ended. */
const notEnded = ({ offices }: Member): readonly Office[] =>
  offices.flatMap(({ office, endedOn }) => (endedOn === undefined ? [office] : []))

/** What an officer is called: the weightiest of the offices that are held. */
const officeOf = ({ language }: Pick<At, 'language'>, member: Member): string => {
  const { roleName } = entranceWords.in(language)
  const held = notEnded(member)
  const main = held.find((office) => office !== 'committee')
  return roleName(main ?? 'committee-member')
}

/** An officer by card and office, as everybody at the meeting knows them. */
export const officerNamed = (at: Pick<At, 'language'>, member: Member): string =>
  formWordsAt(at).voteOf(member.card, officeOf(at, member))

export const officerChoices = (at: Pick<At, 'language'>, officers: readonly Member[]): Choice[] =>
  officers.map((member) => ({ value: member.memberId, label: officerNamed(at, member) }))

/** Who holds an office on a day, by card. */
export const officersOn = ({ book: { members } }: Pick<Room, 'book'>, day: LocalDate): Member[] =>
  members.filter((member) => isActingOn(member, day)).toSorted((a, b) => (a.card < b.card ? -1 : 1))

const isChair = (member: Member): boolean => notEnded(member).includes('chair')

/** Everybody who is kin of a member, or of the same household: they have no part in a vote on the loan. */
export const withKinOf = async (room: Room, memberId: string): Promise<KinRoom> => {
  const { context, at, book, today: day } = room
  const declared = await context.get('needs').store.kinships(at.fundId)
  const kin = kinOnDay(declared, book.members, { memberId, day })
  return { ...room, kin }
}

/** The same of a household whose own matter it is: everybody of it has no part in the vote either. */
export const withKinOfAll = async (room: Room, memberIds: readonly string[]): Promise<KinRoom> => {
  if (memberIds.length === 0) return { ...room, kin: new Set() }
  const { context, at, book, today: day } = room
  const declared = await context.get('needs').store.kinships(at.fundId)
  const kin = memberIds.flatMap((memberId) => [
    ...kinOnDay(declared, book.members, { memberId, day }),
  ])
  return { ...room, kin: new Set([...memberIds, ...kin]) }
}

/** Who may stand behind what the caller writes down: officers whose matter it is not, a chair first. */
export const secondsFor = (room: Room, concerned: readonly string[]): Member[] => {
  const own = room.context.get('fund').ownMemberId
  const mayBe = officersOn(room, room.today).filter(
    ({ memberId }) => memberId !== own && !concerned.includes(memberId),
  )
  return [...mayBe.filter(isChair), ...mayBe.filter((member) => !isChair(member))]
}
