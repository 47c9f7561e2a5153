import type { CaseFile } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { setNeeds } from '#domain/cases/operations/assess.ts'
import { setReturnInterview } from '#domain/cases/operations/back.ts'
import { type Travelling, mayTravel } from '#domain/cases/operations/consent.ts'
import { setFound, setJourney, setPromise } from '#domain/cases/operations/journey.ts'
import { isOfChild, setContact, setPerson } from '#domain/cases/operations/person.ts'
import {
  type Referral,
  ofChildTravelling,
  referralsOf,
} from '#domain/cases/operations/referrals.ts'
import { signalsOf } from '#domain/cases/operations/signals.ts'
import { type LocalDate, daysAfter, daysBetween } from '#domain/kernel/dates.ts'

/** The word by which somebody knows the worker is the worker's alone. */
const contactOf = (file: CaseFile) => {
  const contact = factOf(file, setContact)
  if (!contact) return undefined
  const { safeWord: _word, ...others } = contact
  return others
}

const promiseOf = (file: CaseFile) => {
  const [promised, found] = [factOf(file, setPromise), factOf(file, setFound)]
  return promised || found ? { ...(promised && { promised }), ...(found && { found }) } : undefined
}

const valueOf: { readonly [Field in Travelling]: (file: CaseFile) => unknown } = {
  'code-name': ({ codeName }) => codeName,
  'age-band': (file) => factOf(file, setPerson)?.ageBand,
  sex: (file) => factOf(file, setPerson)?.sex,
  language: (file) => factOf(file, setPerson)?.language,
  name: (file) => factOf(file, setPerson)?.name,
  'safe-contact': contactOf,
  needs: (file) => factOf(file, setNeeds),
  journey: (file) => factOf(file, setJourney),
  promise: promiseOf,
  signals: (file) => (signalsOf(file).length === 0 ? undefined : signalsOf(file)),
  abuses: (file) => factOf(file, setReturnInterview)?.abuses,
}

const isUnderWay = ({ value: { state } }: Referral): boolean =>
  state !== 'declined' && state !== 'done'

/**
 * All that goes to the receiver of a referral on a day: the fields that it names and that a consent of that day still
 * covers. What was agreed to yesterday and taken back today does not go today; what has ended sends nothing more.
 */
export const travelOf = (
  file: CaseFile,
  referral: Referral,
  on: LocalDate,
): { readonly [Field in Travelling]?: unknown } => {
  const { receiver, fields } = referral.value
  const may = mayTravel(file, { receiver, on })
  const isForbidden = (field: Travelling): boolean =>
    isOfChild(file) && !ofChildTravelling.includes(field)
  const going = isUnderWay(referral)
    ? fields.filter((field) => may.has(field) && !isForbidden(field))
    : []
  return Object.fromEntries(
    going
      .map((field) => [field, valueOf[field](file)] as const)
      .filter(([, value]) => value !== undefined),
  )
}

/** After so many days without an answer the receiver is asked again, twice. */
export const reminderDays = [7, 14] as const

/** When a receiver is to be asked again: after a week, and after two; then each day stands until there is an answer. */
export const askAgainOn = ({ on, value: { reminders } }: Referral): LocalDate =>
  daysAfter(on, reminderDays[Math.min(reminders, 1)]!)

export type Unanswered = {
  readonly receiver: string
  readonly referrals: readonly {
    readonly code: string
    readonly item: string
    readonly kind: Referral['value']['kind']
    readonly offeredOn: LocalDate
    readonly days: number
    /** When the receiver is to be asked again. */
    readonly askAgainOn: LocalDate
  }[]
}

const waitingIn = (file: CaseFile, on: LocalDate) =>
  file.closed
    ? []
    : referralsOf(file)
        .filter(({ value: { state } }) => state === 'offered' || state === 'no-answer')
        .map((referral) => {
          const { item, on: offeredOn, value } = referral
          const one = {
            code: file.code,
            item,
            kind: value.kind,
            offeredOn,
            days: daysBetween(offeredOn, on),
            askAgainOn: askAgainOn(referral),
          }
          return { receiver: value.receiver, one }
        })

/** Who has not answered, receiver by receiver, the longest wait first. */
export const unansweredOf = (files: readonly CaseFile[], on: LocalDate): readonly Unanswered[] => {
  const all = files.flatMap((file) => waitingIn(file, on))
  return [...Map.groupBy(all, ({ receiver }) => receiver)]
    .map(([receiver, waiting]) => ({
      receiver,
      referrals: waiting.map(({ one }) => one).toSorted((a, b) => b.days - a.days),
    }))
    .toSorted((a, b) => b.referrals[0]!.days - a.referrals[0]!.days)
}
