import { type CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, itemsOf, line } from '#domain/cases/operation.ts'
import { isUnsafe, lacksGuardian } from '#domain/cases/operations/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { day, list, optional, text, word } from '#domain/kernel/shape.ts'

/** What somebody may agree to, each for itself. To keep the file is one of them. */
export const purposes = ['keep-file', 'contact', 'referral', 'support', 'statistics'] as const
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
    person: optional(text(/^[0-9a-f]{32}$/, { code: 'item-unreadable', example: '9f'.repeat(16) })),
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

/** The consents that hold on a day. */
export const consentsOn = (file: CaseFile, on: LocalDate) =>
  itemsOf<typeof giveConsent, Withdrawn>(file, giveConsent).filter(
    ({ value: { until, withdrawnOn } }) =>
      withdrawnOn === undefined && (until === undefined || on <= until),
  )

/** What may travel to a receiver on a day. */
export const mayTravel = (
  file: CaseFile,
  { receiver, on }: { readonly receiver: string; readonly on: LocalDate },
): ReadonlySet<Travelling> =>
  new Set(
    consentsOn(file, on)
      .filter(({ value }) => value.purpose === 'referral' && value.receiver === receiver)
      .flatMap(({ value }) => value.fields),
  )
