import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Member, isActingOn } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import type { Desk } from '#src/desk/desk.ts'
import type { Choice } from '#src/desk/fields.ts'
import { entranceWords, lendingFormWords } from '#src/words/words.ts'

type In = Pick<Desk, 'language'> & { readonly nameOf?: Desk['nameOf'] | undefined }

/** The offices that somebody has and that were not ended. */
const notEnded = ({ offices }: Member): readonly Office[] =>
  offices.flatMap(({ office, endedOn }) => (endedOn === undefined ? [office] : []))

/** What an office is called. */
export const officeNamed = ({ language }: In, office: Office): string =>
  entranceWords.in(language).roleName(office === 'committee' ? 'committee-member' : office)

/** An officer by name, where it may be seen, by card and the weightiest office that is held. */
export const officerNamed = (desk: In, member: Member): string => {
  const main = notEnded(member).find((office) => office !== 'committee')
  const words = lendingFormWords.in(desk.language)
  const office = officeNamed(desk, main ?? 'committee')
  const name = desk.nameOf?.(member.card)
  return name === undefined
    ? words.voteOf(member.card, office)
    : words.voteOfNamed(name, member.card, office)
}

/** Officers to choose one from. */
export const officerChoices = (
  desk: In,
  officers: readonly Member[],
): { readonly choices: readonly Choice[]; readonly isOfPeople: true } => ({
  choices: officers.map((member) => ({
    value: member.memberId,
    label: officerNamed(desk, member),
  })),
  isOfPeople: true,
})

/** Who holds an office on a day, by card. */
export const officersOn = ({ book: { members } }: Pick<Desk, 'book'>, day: LocalDate): Member[] =>
  members.filter((member) => isActingOn(member, day)).toSorted((a, b) => (a.card < b.card ? -1 : 1))

const isChair = (member: Member): boolean => notEnded(member).includes('chair')

/** Who may stand behind what the caller writes down: officers whose matter it is not, a chair first. */
export const secondsFor = (
  { who, ...desk }: Pick<Desk, 'book' | 'today' | 'who'>,
  concerned: readonly string[],
): Member[] => {
  const mayBe = officersOn(desk, desk.today).filter(
    ({ memberId }) => memberId !== who.memberId && !concerned.includes(memberId),
  )
  return [...mayBe.filter(isChair), ...mayBe.filter((member) => !isChair(member))]
}

/** Officers to choose the second person from, as a field asks for one. */
export const approver = (
  desk: In & Pick<Desk, 'book' | 'today' | 'who'>,
  concerned: readonly string[],
) => {
  const words = lendingFormWords.in(desk.language)
  return {
    label: words.approvedBy,
    ...officerChoices(desk, secondsFor(desk, concerned)),
    fault: words.approvedByFault,
  }
}

/** A second officer who may stand behind what is given up for somebody, where there is one. */
export const besideWho = (desk: In & Pick<Desk, 'book' | 'today' | 'who'>, memberId?: string) => {
  const second = approver(desk, memberId === undefined ? [] : [memberId])
  return second.choices.length > 0 ? { approvedBy: { ...second, isOptional: true } } : {}
}
