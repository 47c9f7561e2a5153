import type { Charter } from '#domain/fund/charter/charter.ts'
import { yearlyPercentOf } from '#domain/fund/charter/charter.ts'
import { legalCapOn, lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import { lateFineMax, lateFinePercentMax } from '#domain/fund/charter/limits.ts'
import { enterpriseMaxOf } from '#domain/fund/charter/default-charter.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  agencyCheckDays,
  burdenLines,
  fairCapOn,
  fairCapPercent,
} from '#domain/fairness/fair-lending.ts'
import { moneyBackDays } from '#domain/loans/begin.ts'
import { appealDaysMax } from '#domain/loans/request/steps.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { RulesWords } from '#src/words/en/fair-rules.ts'
import { rulesWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** What could change a rule: nothing, nothing that a village does, or a vote of its meeting. */
export type Firmness = 'hard' | 'everywhere' | 'byVote'

export type RuleRow = {
  readonly name: string
  readonly says: readonly string[]
  /** What a rule counts up, one below the other. */
  readonly list?: readonly string[]
  /** Said after the list. */
  readonly after?: string
  readonly is: Firmness
}

type RuleGroup = {
  readonly key: 'price' | 'size' | 'safety' | 'deciding'
  readonly rows: readonly RuleRow[]
}

type Ruled = {
  readonly charter: Charter
  readonly asOf: LocalDate
  readonly words: RulesWords
  readonly language: Language
}

const sumOf = ({ charter: { currency } }: Pick<Ruled, 'charter'>, amount: number): string =>
  moneyInFigures({ amount, currency })

/** The law of the day in the reader's language, and whether anybody is sure of it. */
const lawText = ({ asOf, words, language }: Ruled): string => {
  const { country, from, source, isCertain } = legalCapOn(asOf)
  const told = (words as Readonly<Record<string, unknown>>)[`${country} ${from}`]
  const named = typeof told === 'string' ? told : source
  const said =
    from === '1900-01-01'
      ? words.capBefore(named)
      : words.capSource(named, dateInWords(from, language))
  return `${said} ${isCertain ? words.capCertain : words.capUncertain}`
}

const priceRows = (ruled: Ruled): RuleRow[] => {
  const { charter, asOf, words } = ruled
  const { normal, seasonal, emergency } = charter.rateMonthlyPercent
  const { yearlyPercent } = legalCapOn(asOf)
  return [
    {
      name: words.rate,
      says: [
        words.rateNormal(normal, yearlyPercentOf(normal)),
        words.rateSeasonal(seasonal, yearlyPercentOf(seasonal)),
        words.rateEmergency(emergency, yearlyPercentOf(emergency)),
      ],
      is: 'byVote',
    },
    {
      name: words.cap,
      says: [
        words.capAll(String(fairCapOn(asOf))),
        words.capOf(String(fairCapPercent), yearlyPercent),
        lawText(ruled),
      ],
      is: 'hard',
    },
    { name: words.flat, says: [words.flatMeaning], is: 'hard' },
    { name: words.half, says: [words.halfMeaning(String(lifetimeChargesMaxPercent))], is: 'hard' },
    {
      name: words.fine,
      says: [
        words.fineMeaning(sumOf(ruled, lateFineMax(charter.currency)), String(lateFinePercentMax)),
        words.fineNever,
      ],
      is: 'everywhere',
    },
    { name: words.early, says: [words.earlyMeaning], is: 'everywhere' },
  ]
}

const sizeRows = (ruled: Ruled): RuleRow[] => {
  const { charter, words } = ruled
  const { savingsMultiple, ofEquityAndSavingsPercent, amountMax } = charter.ceiling
  const { emergencyMax, emergencyMonthsMax, papersMax, buyOutMax } = charter.ceiling
  return [
    {
      name: words.ceiling,
      says: [words.ceilingLeast],
      list: [
        words.ceilingSavings(String(savingsMultiple)),
        words.ceilingFund(String(ofEquityAndSavingsPercent)),
        sumOf(ruled, amountMax),
      ],
      after: words.marked,
      is: 'byVote',
    },
    {
      name: words.emergency,
      says: [
        words.emergencyMeaning(sumOf(ruled, emergencyMax), String(emergencyMonthsMax)),
        words.marked,
      ],
      is: 'byVote',
    },
    {
      name: words.burden,
      says: [words.burdenMeaning],
      list: [
        words.burdenAdvised(String(burdenLines.advised)),
        words.burdenMeeting(String(burdenLines.meeting)),
        words.burdenRefused(String(burdenLines.refused)),
      ],
      after: words.burdenExempt,
      is: 'everywhere',
    },
    {
      name: words.ownCeiling,
      says: [
        words.ownCeilings(
          sumOf(ruled, papersMax ?? amountMax),
          sumOf(ruled, buyOutMax ?? amountMax),
          sumOf(ruled, enterpriseMaxOf(charter)),
        ),
        words.oneOfEach,
      ],
      is: 'byVote',
    },
    { name: words.buyOut, says: [words.buyOutMeaning], is: 'everywhere' },
  ]
}

const safetyRows = ({ words, ...ruled }: Ruled): RuleRow[] => [
  { name: words.security, says: [words.securityMeaning, words.securityTaken], is: 'hard' },
  {
    name: words.moneyBack,
    says: [words.moneyBackMeaning(String(moneyBackDays))],
    is: 'everywhere',
  },
  { name: words.relief, says: [words.reliefMeaning], is: 'hard' },
  { name: words.grant, says: [words.grantMeaning], is: 'hard' },
  {
    name: words.migration,
    says: [words.migrationMeaning, words.agency(String(agencyCheckDays))],
    is: 'hard',
  },
  {
    name: words.disclosure,
    says: [words.disclosureMeaning(sumOf(ruled, 100_000)), words.disclosureFirst],
    is: 'everywhere',
  },
  { name: words.older, says: [words.olderMeaning], is: 'everywhere' },
]

const decidingRows = (ruled: Ruled): RuleRow[] => {
  const { charter, words } = ruled
  const rules = officerRulesOf(charter)
  const { seats, womenMin, termMonths, graceDays } = rules
  return [
    {
      name: words.officers,
      says: [words.officersMeaning(String(rules.votingMin))],
      is: 'byVote',
    },
    {
      name: words.terms,
      says: [
        words.termsMeaning(String(termMonths)),
        words.graceMeaning(String(graceDays)),
        words.lapseMeaning,
      ],
      is: 'byVote',
    },
    {
      name: words.womenSeats,
      says: [words.womenSeatsMeaning(String(womenMin), String(seats))],
      is: 'byVote',
    },
    {
      name: words.meeting,
      says: [words.meetingMeaning(sumOf(ruled, rules.amountMax)), words.tie],
      is: 'byVote',
    },
    {
      name: words.quorum,
      says: [words.quorumMeaning(String(charter.quorumPercent))],
      is: 'byVote',
    },
    { name: words.queue, says: [words.queueMeaning, words.byVoters], is: 'everywhere' },
    { name: words.appeal, says: [words.appealMeaning(String(appealDaysMax))], is: 'everywhere' },
  ]
}

/** Every rule of lending that holds on a day, in the order in which a borrower meets them. */
export const ruleGroups = (
  charter: Charter,
  { asOf, language }: { readonly asOf: LocalDate; readonly language: Language },
): readonly RuleGroup[] => {
  const ruled: Ruled = { charter, asOf, language, words: rulesWords.in(language) }
  return [
    { key: 'price', rows: priceRows(ruled) },
    { key: 'size', rows: sizeRows(ruled) },
    { key: 'safety', rows: safetyRows(ruled) },
    { key: 'deciding', rows: decidingRows(ruled) },
  ]
}
