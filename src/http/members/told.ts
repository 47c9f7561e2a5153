import { differencesIn } from '#domain/fund/comparing.ts'
import type { comparePaper } from '#domain/fund/operations/comparing.ts'
import type { assignUnexplained } from '#domain/fund/operations/explaining.ts'
import { type PeopleBody, peopleOperations } from '#domain/fund/people-operations.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { Body } from '#domain/village.ts'
import type { Room } from '#src/http/desk/record.ts'
import { cardOf } from '#src/http/desk/tasks.ts'
import { memberFormsAt } from '#src/http/members/act.ts'
import { officeNamed } from '#src/pages/members/parts.ts'
import { statementCodes } from '#src/words/report-words.ts'
import { comparingWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

type Line = readonly [label: string, said: string]

const cards = (book: FundBook, ids: readonly string[]): string =>
  ids.map((id) => cardOf(book, id)).join(' · ')

const electionTold = (
  { at, book }: Room,
  body: Extract<PeopleBody, { type: 'OfficersElected' }>,
): Line[] => {
  const words = memberFormsAt(at)
  const won = new Set(body.elected.map(({ memberId }) => memberId))
  return [
    [`✓ ${words.elected}`, cards(book, [...won])],
    [words.electorateLabel, words[`electorate_${body.electorate}`]],
    [words.byLabel, words[`by_${body.by}`]],
    [words.presentLabel, String(body.present)],
    ...body.contests.flatMap(({ office, candidates }): Line[] => [
      [words.officeLabel, officeNamed(at, office)],
      ...candidates.map(({ memberId, votes }): Line => [
        `${won.has(memberId) ? '✓ ' : ''}${cardOf(book, memberId)}`,
        String(votes),
      ]),
    ]),
    [words.termLabel, dateInWords(body.until, at.language)],
    [words.confirmedByLabel, cardOf(book, body.confirmedBy)],
  ]
}

const explainerTold = (
  { at, book, today }: Room,
  body: BodyOf<typeof assignUnexplained>,
): Line[] => {
  const words = memberFormsAt(at)
  const { currency } = charterOf(book, today)
  return [
    [words.leftNow, moneyInFigures({ amount: body.left, currency })],
    [words.explainingOwner, officeNamed(at, body.office)],
    [words.explainingDue, dateInWords(body.dueOn, at.language)],
    [words.explainingWhy, statementCodes.in(at.language)[body.why]],
    [words.approvedByLabel, cardOf(book, body.approvedBy)],
  ]
}

const comparisonLines = ({ at, book }: Room, body: BodyOf<typeof comparePaper>): Line[] => {
  const words = comparingWords.in(at.language)
  return [
    [words.membersCompared, String(body.rows.length)],
    [words.notComparedCount, String(body.notCompared.length)],
    [words.lines, String(differencesIn(body.rows).length)],
    [words.signSecond, cardOf(book, body.confirmedBy)],
  ]
}

/** What an entry about people, households or offices says, as lines to read; nothing for any other. */
export const peopleLines = (room: Room, body: Body): readonly Line[] => {
  if (body.type === 'UnexplainedAssigned') return explainerTold(room, body)
  if (body.type === 'PaperCompared') return comparisonLines(room, body)
  if (!peopleOperations.isBody(body)) return []
  const { at, book, today } = room
  const words = memberFormsAt(at)
  switch (body.type) {
    case 'MemberChanged':
      return [
        [words.changeLabel, words[`change_${body.change}`]],
        ...(body.proxy === undefined
          ? []
          : [[words.proxyLabel, cardOf(book, body.proxy)] as const]),
      ]
    case 'HouseholdRecorded':
      return [
        [words.householdLabel, words[`household_${body.change}`]],
        [body.change === 'formed' ? words.together : words.concerned, cards(book, body.memberIds)],
      ]
    case 'OfficerAppointed':
      return [[words.officeLabel, officeNamed(at, body.office)]]
    case 'OfficersElected':
      return electionTold(room, body)
    case 'OfficeEnded':
      return [
        [words.officeLabel, officeNamed(at, body.office)],
        [words.whyLabel, words[`why_${body.why}`]],
        [words.approvedByLabel, cardOf(book, body.approvedBy)],
      ]
    case 'OfficeHandedOver': {
      const { currency } = charterOf(book, today)
      const money = (amount: number): string => moneyInFigures({ amount, currency })
      return [
        [words.officeLabel, officeNamed(at, body.office)],
        [words.fromLabel, cardOf(book, body.from)],
        [words.toLabel, cardOf(book, body.to)],
        [words.bookedNow, money(body.booked)],
        ...(body.count ? [[words.countedLabel, money(body.count.amount)] as const] : []),
      ]
    }
    case 'MemberAdmitted':
    case 'DeathRecorded':
    case 'MemberCorrected':
      return []
  }
}
