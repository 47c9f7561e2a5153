import { type CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, itemId, itemsOf, line } from '#domain/cases/operation.ts'
import { isUnsafe, lacksGuardian } from '#domain/cases/operations/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { day, list, optional, word } from '#domain/kernel/shape.ts'

/** What somebody may agree to, each for itself. To keep the file is one of them. */
export const purposes = [
  'keep-file',
  'contact',
  'referral',
  'support',
  'statistics',
  'research',
] as const
export type Purpose = (typeof purposes)[number]

/** What of a file can travel to somebody else, and only where a consent names it. */
export const travelling = [
  'code-name',
  'age-band',
  'sex',
  'language',
  'name',
  'safe-contact',
  'needs',
  'journey',
  'promise',
  'signals',
  'abuses',
] as const
export type Travelling = (typeof travelling)[number]

export const consentWays = ['spoken', 'signed', 'thumb'] as const

/** A yes for one purpose and one receiver, on a day, by the person or by whoever speaks for a child. */
export const giveConsent = addTo({
  command: 'GiveConsent',
  name: 'consents',
  asks: {
    purpose: word(purposes),
    receiver: line(80),
    fields: list(word(travelling), { max: travelling.length }),
    how: word(consentWays),
    until: optional(day),
    /** Who said it for a child: somebody of the people around. */
    person: optional(itemId),
  },
  check: ({ file, today }, { purpose, person, until }) => {
    if (person !== undefined && isUnsafe(file, person)) return 'consent-of-unsafe'
    if (until !== undefined && until < today) return 'consent-already-over'
    // To keep a file about a child somebody must have said why first; every other yes comes after that too.
    return purpose !== 'keep-file' && lacksGuardian(file) ? 'guardian-first' : undefined
  },
})

/** It is taken back at once and without a reason. */
export const withdrawConsent = changeOf({
  command: 'WithdrawConsent',
  name: 'consents',
  asks: {},
  check: (_, _said, { value }) =>
    value['withdrawnOn'] === undefined ? undefined : 'consent-already-withdrawn',
  adds: ({ today }) => ({ withdrawnOn: today }),
})

type Withdrawn = { readonly withdrawnOn: LocalDate }

/** The consents that hold on a day: none of somebody who has turned out to be unsafe. */
export const consentsOn = (file: CaseFile, on: LocalDate) =>
  itemsOf<typeof giveConsent, Withdrawn>(file, giveConsent).filter(
    ({ value: { until, withdrawnOn, person } }) =>
      withdrawnOn === undefined && (until === undefined || on <= until) && !isUnsafe(file, person),
  )

export const mayFor = (file: CaseFile, purpose: Purpose, on: LocalDate): boolean =>
  consentsOn(file, on).some(({ value }) => value.purpose === purpose)

/** What may travel to a receiver on a day, for one purpose. */
export const mayTravel = (
  file: CaseFile,
  {
    receiver,
    on,
    purpose = 'referral',
  }: {
    readonly receiver: string
    readonly on: LocalDate
    readonly purpose?: Extract<Purpose, 'referral' | 'statistics'>
  },
): ReadonlySet<Travelling> =>
  new Set(
    consentsOn(file, on)
      .filter(({ value }) => value.purpose === purpose && value.receiver === receiver)
      .flatMap(({ value }) => value.fields),
  )
