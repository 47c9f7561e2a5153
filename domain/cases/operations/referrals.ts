import type { CaseFile } from '#domain/cases/file.ts'
import { type CaseNow, addTo, changeOf, itemsOf, line } from '#domain/cases/operation.ts'
import {
  type Travelling,
  giveConsent,
  mayTravel,
  travelling,
} from '#domain/cases/operations/consent.ts'
import { isOfChild, lacksGuardian, namesUnsafe } from '#domain/cases/operations/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { serviceKinds } from '#domain/network/service-kinds.ts'
import { list, optional, uuid, word } from '#domain/kernel/shape.ts'

/**
 * What others can do that the team cannot: the kinds of the directory, and two that stand in none. Whoever is missing is
 * looked for by those whose work it is.
 */
/** Those that no service of the directory does. */
export const officialKinds = ['social-affairs', 'tracing'] as const
export const referralKinds = [...serviceKinds, ...officialKinds] as const
export type ReferralKind = (typeof referralKinds)[number]

/** Whom every case of a child goes to. */
export const childKind: ReferralKind = 'social-affairs'

/** What may travel of a child: words that are counted, and nothing that somebody wrote in which a name could be. */
export const ofChildTravelling: readonly Travelling[] = [
  'code-name',
  'age-band',
  'sex',
  'language',
  'needs',
  'signals',
  'abuses',
]

const fieldFault = (
  { file, today }: CaseNow,
  receiver: string,
  fields: readonly Travelling[],
): string | undefined => {
  if (isOfChild(file) && !fields.every((one) => ofChildTravelling.includes(one)))
    return 'child-not-named'
  const may = mayTravel(file, { receiver, on: today })
  const missing = fields.filter((field) => !may.has(field))
  if (missing.length === 0) return undefined
  const wasGiven = itemsOf<typeof giveConsent, { withdrawnOn: LocalDate }>(file, giveConsent).some(
    ({ value }) =>
      value.withdrawnOn !== undefined &&
      value.receiver === receiver &&
      missing.some((field) => value.fields.includes(field)),
  )
  return wasGiven ? 'consent-withdrawn' : 'field-without-consent'
}

/**
 * Offers somebody to a service, with what of the file is to travel: nothing that the person has not agreed to for this
 * receiver. Without any field it is a question whether there is room. That a child is told of to social affairs waits for
 * nobody's word.
 */
export const offerReferral = addTo({
  command: 'OfferReferral',
  name: 'referrals',
  asks: {
    kind: word(referralKinds),
    receiver: line(80),
    /** The entry of the directory, where there is one. */
    service: optional(uuid('service')),
    fields: list(word(travelling), { max: travelling.length }),
  },
  check: (now, { kind, receiver, fields }) => {
    if (namesUnsafe(now.file, receiver)) return 'receiver-unsafe'
    if (lacksGuardian(now.file) && kind !== childKind) return 'guardian-first'
    return fieldFault(now, receiver, fields)
  },
})

export const referralStates = ['offered', 'accepted', 'declined', 'no-answer', 'done'] as const
export type ReferralState = (typeof referralStates)[number]
/** What a referral can become. A late answer is an answer. */
export const referralGraph: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  offered: ['accepted', 'declined', 'no-answer'],
  'no-answer': ['accepted', 'declined'],
  accepted: ['done', 'declined'],
  declined: [],
  done: [],
}
export const referralAnswers = ['accepted', 'declined', 'no-answer', 'done'] as const

const stateIn = (value: Readonly<Record<string, unknown>>): ReferralState =>
  (value['state'] as ReferralState | undefined) ?? 'offered'

/** What became of it. */
export const setReferralState = changeOf({
  command: 'SetReferralState',
  name: 'referrals',
  asks: { state: word(referralAnswers) },
  check: (_, { state }, { value }) =>
    referralGraph[stateIn(value)].includes(state) ? undefined : 'referral-cannot-become',
  adds: ({ today }) => ({ stateOn: today }),
})

const isWaiting = (value: Readonly<Record<string, unknown>>): boolean =>
  ['offered', 'no-answer'].includes(stateIn(value))

/** That the receiver was asked again. */
export const remindReferral = changeOf({
  command: 'RemindReferral',
  name: 'referrals',
  asks: {},
  check: (_, _said, { value }) => (isWaiting(value) ? undefined : 'referral-answered'),
  adds: ({ today }, { value }) => ({
    reminders: ((value['reminders'] as number | undefined) ?? 0) + 1,
    remindedOn: today,
  }),
})

export const feedbacks = ['helped', 'helped-a-little', 'did-not-help', 'did-harm'] as const

/** What the person says of it, when there was an answer. */
export const giveFeedback = changeOf({
  command: 'GiveFeedback',
  name: 'referrals',
  asks: { feedback: word(feedbacks) },
  check: (_, _said, { value }) => (isWaiting(value) ? 'feedback-too-early' : undefined),
})

export const receiverReports = ['came', 'did-not-come', 'goes-on', 'needs-another'] as const

/** What the receiver tells back, when there was an answer: whether anybody came, and how it goes on. */
export const reportReferral = changeOf({
  command: 'ReportReferral',
  name: 'referrals',
  asks: { report: word(receiverReports) },
  check: (_, _said, { value }) => (isWaiting(value) ? 'feedback-too-early' : undefined),
})

type Answered = {
  readonly state: ReferralState
  readonly stateOn: LocalDate
  readonly reminders: number
  readonly remindedOn: LocalDate
  readonly feedback: (typeof feedbacks)[number]
  readonly report: (typeof receiverReports)[number]
}

/** All referrals of a case, with what became of each. */
export const referralsOf = (file: CaseFile) =>
  itemsOf<typeof offerReferral, Answered>(file, offerReferral).map(({ value, ...item }) => ({
    ...item,
    value: { ...value, state: value.state ?? 'offered', reminders: value.reminders ?? 0 },
  }))
export type Referral = ReturnType<typeof referralsOf>[number]

/** Whether a child's case has not yet been told of where every such case goes. */
export const lacksChildRoute = (file: CaseFile): boolean =>
  isOfChild(file) && referralsOf(file).every(({ value }) => value.kind !== childKind)
