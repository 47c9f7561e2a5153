import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Member, isOfficerOn } from '#domain/fund/members.ts'
import type { Room } from '#src/http/desk/record.ts'
import type { Choice } from '#src/pages/desk/fields.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { entranceWords } from '#src/words/entrance-words.ts'

/** What an officer is called: the weightiest of the offices that are held. */
const officeOf = ({ language }: Pick<At, 'language'>, { offices }: Member): string => {
  const { roleName } = entranceWords.in(language)
  const held = offices.map(({ office }) => office)
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
  members
    .filter((member) => !member.isFormer && isOfficerOn(member, day))
    .toSorted((a, b) => (a.card < b.card ? -1 : 1))

const isChair = ({ offices }: Member): boolean => offices.some(({ office }) => office === 'chair')

/** Who may stand behind what the caller writes down: officers whose matter it is not, a chair first. */
export const secondsFor = (room: Room, concerned: readonly string[]): Member[] => {
  const own = room.context.get('fund').ownMemberId
  const mayBe = officersOn(room, room.today).filter(
    ({ memberId }) => memberId !== own && !concerned.includes(memberId),
  )
  return [...mayBe.filter(isChair), ...mayBe.filter((member) => !isChair(member))]
}
