import type { CaseFile } from '#domain/cases/file.ts'
import { consentsOn } from '#domain/cases/operations/consent.ts'
import {
  type Referral,
  type ReferralKind,
  referralsOf,
} from '#domain/cases/operations/referrals.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

type Days = { readonly from: LocalDate; readonly to: LocalDate }

/** What became of one kind of help: where any of it still waits for an answer, it is not answered. */
export type AskedOf = Readonly<Partial<Record<ReferralKind, 'answered' | 'unanswered'>>>

const isUnanswered = ({ value: { state } }: Referral): boolean =>
  state === 'offered' || state === 'no-answer'

const within = (file: CaseFile, { from, to }: Days): readonly Referral[] =>
  referralsOf(file).filter(({ on }) => from <= on && on <= to)

/** Whether anybody was asked for this person in some days. */
export const wasReferredIn = (file: CaseFile, days: Days): boolean => within(file, days).length > 0

/** Until when somebody has said yes to be counted: `false` where they have not, no day where it does not end. */
const mayCountUntil = (file: CaseFile, today: LocalDate): LocalDate | undefined | false => {
  const yes = consentsOn(file, today).filter(({ value }) => value.purpose === 'statistics')
  if (yes.length === 0) return false
  const ends = yes.map(({ value }) => value.until)
  return ends.includes(undefined) ? undefined : ends.toSorted().at(-1)
}

/**
 * What is counted of a case whose person was sent to others in some days: which kinds of help were asked for, and which of
 * them answered by today. It is known by the first referral, so that it is counted once. Undefined without a yes to be counted.
 */
export const referredIn = (
  file: CaseFile,
  days: Days,
  today: LocalDate,
):
  | { readonly wish: string; readonly asked: AskedOf; readonly until: LocalDate | undefined }
  | undefined => {
  const sent = within(file, days)
  const until = mayCountUntil(file, today)
  if (sent.length === 0 || until === false) return undefined
  const wish = sent.map(({ item }) => item).toSorted()[0]!
  const byKind = Map.groupBy(sent, ({ value }) => value.kind)
  const asked = Object.fromEntries(
    [...byKind].map(([kind, some]) => [kind, some.some(isUnanswered) ? 'unanswered' : 'answered']),
  )
  return { wish, asked, until }
}
