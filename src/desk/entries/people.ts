import { differencesIn } from '#domain/fund/meeting/comparing.ts'
import type { comparePaper } from '#domain/fund/operations/comparing.ts'
import type { assignUnexplained } from '#domain/fund/operations/explaining.ts'
import { type PeopleBody, peopleOperations } from '#domain/fund/people-operations.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Body } from '#domain/village.ts'
import { cardOf, currencyOf } from '#src/desk/desk.ts'
import type { Line, Telling } from '#src/desk/entries/line.ts'
import { officeNamed } from '#src/desk/officers.ts'
import { statementCodes } from '#src/words/report-words.ts'
import { comparingWords, memberFormWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

const cards = (book: FundBook, ids: readonly string[]): string =>
  ids.map((id) => cardOf(book, id)).join(' · ')

const electionLines = (
  { language, book }: Telling,
  body: Extract<PeopleBody, { type: 'OfficersElected' }>,
): Line[] => {
  const words = memberFormWords.in(language)
  const won = new Set(body.elected.map(({ memberId }) => memberId))
  return [
    [`✓ ${words.elected}`, cards(book, [...won])],
    [words.electorateLabel, words[`electorate_${body.electorate}`]],
    [words.byLabel, words[`by_${body.by}`]],
    [words.presentLabel, String(body.present)],
    ...body.contests.flatMap(({ office, candidates }): Line[] => [
      [words.officeLabel, officeNamed({ language }, office)],
      ...candidates.map(({ memberId, votes }): Line => [
        `${won.has(memberId) ? '✓ ' : ''}${cardOf(book, memberId)}`,
        String(votes),
      ]),
    ]),
    [words.termLabel, dateInWords(body.until, language)],
    [words.confirmedByLabel, cardOf(book, body.confirmedBy)],
  ]
}

const explainerLines = (telling: Telling, body: BodyOf<typeof assignUnexplained>): Line[] => {
  const { language, book } = telling
  const words = memberFormWords.in(language)
  return [
    [words.leftNow, moneyInFigures({ amount: body.left, currency: currencyOf(telling) })],
    [words.explainingOwner, officeNamed({ language }, body.office)],
    [words.explainingDue, dateInWords(body.dueOn, language)],
    [words.explainingWhy, statementCodes.in(language)[body.why]],
    [words.approvedByLabel, cardOf(book, body.approvedBy)],
  ]
}

const comparisonLines = (
  { language, book }: Telling,
  body: BodyOf<typeof comparePaper>,
): Line[] => {
  const words = comparingWords.in(language)
  return [
    [words.membersCompared, String(body.rows.length)],
    [words.notComparedCount, String(body.notCompared.length)],
    [words.lines, String(differencesIn(body.rows).length)],
    [words.signSecond, cardOf(book, body.confirmedBy)],
  ]
}

/** What an entry about people, households or offices says, as lines to read; nothing for any other. */
export const peopleLines = (telling: Telling, body: Body): readonly Line[] => {
  if (body.type === 'UnexplainedAssigned') return explainerLines(telling, body)
  if (body.type === 'PaperCompared') return comparisonLines(telling, body)
  if (!peopleOperations.isBody(body)) return []
  const { language, book } = telling
  const words = memberFormWords.in(language)
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
      return [[words.officeLabel, officeNamed({ language }, body.office)]]
    case 'OfficersElected':
      return electionLines(telling, body)
    case 'OfficeEnded':
      return [
        [words.officeLabel, officeNamed({ language }, body.office)],
        [words.whyLabel, words[`why_${body.why}`]],
        [words.approvedByLabel, cardOf(book, body.approvedBy)],
      ]
    case 'OfficeHandedOver': {
      const currency = currencyOf(telling)
      const money = (amount: number): string => moneyInFigures({ amount, currency })
      return [
        [words.officeLabel, officeNamed({ language }, body.office)],
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
