import type { CaseFile, Stage } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { type Abuse, setReturnInterview } from '#domain/cases/operations/back.ts'
import { type Travelling, mayTravel } from '#domain/cases/operations/consent.ts'
import { setJourney, type workKinds } from '#domain/cases/operations/journey.ts'
import { type ageBands, setPerson, type sexes } from '#domain/cases/operations/person.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { type Indicator, signalsOf } from '#domain/cases/operations/signals.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

/*
 * The Human Trafficking Case Data Standard 2.0 (IOM, CC BY 4.0). Ages are bands and industries sections here: the standard's
 * own birthday and its classes below the letter would point at somebody.
 */

/** What somebody is held by: the standard's seventeen. */
export const methodsOfControl = [
  'MethodsOfControlDebtBondage',
  'MethodsOfControlTakesEarnings',
  'MethodsOfControlRestrictsFinancialAccess',
  'MethodsOfControlThreats',
  'MethodsOfControlPsychologicalAbuse',
  'MethodsOfControlPhysicalAbuse',
  'MethodsOfControlSexualAbuse',
  'MethodsOfControlFalsePromises',
  'MethodsOfControlPsychoactiveSubstances',
  'MethodsOfControlRestrictsMovement',
  'MethodsOfControlRestrictsMedicalCare',
  'MethodsOfControlExcessiveWorkingHours',
  'MethodsOfControlUsesChildren',
  'MethodsOfControlThreatOfLawEnforcement',
  'MethodsOfControlWithholdsNecessities',
  'MethodsOfControlWithholdsDocuments',
  'MethodsOfControlOther',
] as const
export type MethodOfControl = (typeof methodsOfControl)[number]

/**
 * Of a signal, which of the standard's flags says the same; undefined where it says less or more. The standard tells a blow
 * from a sexual assault, which the indicator does not, and has no flag for how somebody lives or how weak their place is.
 */
export const methodOfSignal: Readonly<Record<Indicator, MethodOfControl | undefined>> = {
  'abuse-of-vulnerability': undefined,
  deception: 'MethodsOfControlFalsePromises',
  'restriction-of-movement': 'MethodsOfControlRestrictsMovement',
  // The standard counts isolation as a restriction of movement.
  isolation: 'MethodsOfControlRestrictsMovement',
  violence: undefined,
  threats: 'MethodsOfControlThreats',
  'documents-kept': 'MethodsOfControlWithholdsDocuments',
  'wages-withheld': 'MethodsOfControlTakesEarnings',
  'debt-bondage': 'MethodsOfControlDebtBondage',
  'abusive-conditions': undefined,
  'excessive-overtime': 'MethodsOfControlExcessiveWorkingHours',
}

export const methodOfAbuse: Readonly<Record<Abuse, MethodOfControl>> = {
  'wages-withheld': 'MethodsOfControlTakesEarnings',
  'money-kept-from': 'MethodsOfControlRestrictsFinancialAccess',
  threatened: 'MethodsOfControlThreats',
  'threatened-with-police': 'MethodsOfControlThreatOfLawEnforcement',
  humiliated: 'MethodsOfControlPsychologicalAbuse',
  beaten: 'MethodsOfControlPhysicalAbuse',
  'sexual-violence': 'MethodsOfControlSexualAbuse',
  'made-to-take-drugs': 'MethodsOfControlPsychoactiveSubstances',
  'locked-in': 'MethodsOfControlRestrictsMovement',
  'care-refused': 'MethodsOfControlRestrictsMedicalCare',
  'no-food-or-shelter': 'MethodsOfControlWithholdsNecessities',
  'papers-kept': 'MethodsOfControlWithholdsDocuments',
  'worked-without-rest': 'MethodsOfControlExcessiveWorkingHours',
  'kept-from-children': 'MethodsOfControlUsesChildren',
  'debt-made': 'MethodsOfControlDebtBondage',
  'other-work-than-promised': 'MethodsOfControlFalsePromises',
}

type Sex = (typeof sexes)[number]
type AgeBand = (typeof ageBands)[number]
type WorkKind = (typeof workKinds)[number]

export const genderOf = {
  woman: 'Feminine',
  man: 'Masculine',
  other: 'NonSpecifiedUnknown',
} as const satisfies Readonly<Record<Sex, string>>

export const ageBandOf = {
  'under-18': '0-17',
  '18-24': '18-24',
  '25-34': '25-34',
  '35-44': '35-44',
  '45-and-over': '45+',
} as const satisfies Readonly<Record<AgeBand, string>>

/** The letter of the section of ISIC, revision 4. */
export const industryOf: Readonly<Record<WorkKind, string | undefined>> = {
  farm: 'A',
  fishing: 'A',
  factory: 'C',
  building: 'F',
  selling: 'G',
  driving: 'H',
  'food-and-rooms': 'I',
  'online-work': 'J',
  cleaning: 'N',
  care: 'Q',
  entertainment: 'R',
  'house-work': 'T',
  other: undefined,
  'not-known': undefined,
}

/** Whether somebody may be somewhere is none of the team's: only who works abroad and who has come back is told. */
export const migrantTypeOf: Readonly<Record<Stage, 'Labour' | 'Returnee' | undefined>> = {
  thinking: undefined,
  preparing: undefined,
  leaving: 'Labour',
  abroad: 'Labour',
  returning: 'Returnee',
  back: 'Returnee',
}

/** A record of the standard, as far as a case can say it. Of the status it says at most that it is possible. */
export type Htcds = {
  readonly TraffickingStatus?: 'Possible'
  readonly Gender?: string
  readonly AgeBand?: string
  readonly MigrantType?: string
  readonly ForcedLabourIndustry?: string
} & { readonly [Flag in MethodOfControl]?: true }

export type HtcdsAnswer =
  | {
      readonly outcome: 'given'
      readonly record: Htcds
      /** What the case says and the standard cannot. */
      readonly unsaid: readonly string[]
    }
  | { readonly outcome: 'refused'; readonly code: 'consent-missing' }

const flagged = (flags: readonly MethodOfControl[]): Htcds =>
  Object.fromEntries(
    methodsOfControl.filter((flag) => flags.includes(flag)).map((flag) => [flag, true]),
  )

const ofSignals = (file: CaseFile): Htcds => {
  const signals = signalsOf(file).map(({ signal }) => signal)
  const flags = signals.map((signal) => methodOfSignal[signal]).filter((one) => one !== undefined)
  return { ...(signals.length === 0 ? {} : { TraffickingStatus: 'Possible' }), ...flagged(flags) }
}

const ofJourney = (file: CaseFile): Htcds => {
  const industry = industryOf[factOf(file, setJourney)?.work ?? 'not-known']
  const migrant = migrantTypeOf[factOf(file, setStage)?.stage ?? 'thinking']
  return {
    ...(industry === undefined ? {} : { ForcedLabourIndustry: industry }),
    ...(migrant === undefined ? {} : { MigrantType: migrant }),
  }
}

type Part = (file: CaseFile) => { readonly record: Htcds; readonly unsaid?: readonly string[] }

/** What each field that somebody may agree to becomes. A name, a way to reach somebody and the like become nothing. */
const parts: { readonly [Field in Travelling]?: Part } = {
  sex: (file) => {
    const sex = factOf(file, setPerson)?.sex
    return { record: sex === undefined ? {} : { Gender: genderOf[sex] } }
  },
  'age-band': (file) => {
    const band = factOf(file, setPerson)?.ageBand
    return { record: band === undefined ? {} : { AgeBand: ageBandOf[band] } }
  },
  journey: (file) => {
    const work = factOf(file, setJourney)?.work
    const isUnsaid = work !== undefined && industryOf[work] === undefined
    return { record: ofJourney(file), unsaid: isUnsaid ? [work] : [] }
  },
  signals: (file) => ({
    record: ofSignals(file),
    unsaid: signalsOf(file)
      .map(({ signal }) => signal)
      .filter((signal) => methodOfSignal[signal] === undefined),
  }),
  abuses: (file) => ({
    record: flagged(
      (factOf(file, setReturnInterview)?.abuses ?? []).map((abuse) => methodOfAbuse[abuse]),
    ),
  }),
}

/**
 * What of a case may go to a receiver of statistics, by its consents of the day. Nothing is sent by it: somebody else
 * releases it first.
 */
export const htcdsOf = (
  file: CaseFile,
  { receiver, on }: { readonly receiver: string; readonly on: LocalDate },
): HtcdsAnswer => {
  const fields = mayTravel(file, { receiver, on, purpose: 'statistics' })
  if (fields.size === 0) return { outcome: 'refused', code: 'consent-missing' }
  const said = [...fields].flatMap((field) => parts[field]?.(file) ?? [])
  return {
    outcome: 'given',
    record: Object.assign({}, ...said.map(({ record }) => record)) as Htcds,
    unsaid: said.flatMap(({ unsaid }) => unsaid ?? []),
  }
}
