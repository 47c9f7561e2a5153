import type { LocalDate } from '#domain/kernel/dates.ts'

/**
 * A network whose auditors the fund lets read its book, and through which day. Which of its staff they
 * are is the network's own decision, in the network's journal.
 */
export type AuditorAccess = {
  readonly networkId: string
  readonly from: LocalDate
  readonly until: LocalDate
  /** The agreement of the network that the fund has confirmed by it: its later terms need no other confirmation. */
  readonly agreementId?: string
  /** The day on which the fund was told that it goes on, where it is such a later term. */
  readonly noticeOn?: LocalDate
  /** Set when the village ended it by vote: a warning sign, since an honest book need not hide. */
  readonly endedOn?: LocalDate
}

/** A year and a day: nobody's right to read outlives the village's memory of having given it. */
export const accessDaysMax = 366

/** What an entry decided about who may read. */
type AuditorsDecided =
  | {
      readonly type: 'AuditorsAdmitted'
      readonly networkId: string
      readonly until: LocalDate
      readonly agreementId?: string
    }
  | {
      readonly type: 'AuditorsRenewed'
      readonly networkId: string
      readonly agreementId: string
      readonly from: LocalDate
      readonly until: LocalDate
    }
  | { readonly type: 'AuditorsDismissed'; readonly networkId: string }

const accessesAfter = (
  before: readonly AuditorAccess[],
  body: AuditorsDecided,
  on: LocalDate,
): readonly AuditorAccess[] => {
  const { networkId } = body
  if (body.type === 'AuditorsAdmitted') {
    const { until, agreementId } = body
    return [
      ...before,
      { networkId, from: on, until, ...(agreementId !== undefined && { agreementId }) },
    ]
  }
  if (body.type === 'AuditorsRenewed') {
    const { from, until, agreementId } = body
    return [...before, { networkId, from, until, agreementId, noticeOn: on }]
  }
  return before.map((access) =>
    access.networkId === networkId && isToEndOn(access, on) ? { ...access, endedOn: on } : access,
  )
}

/** The fund after one more decision about who may read its book. */
export const fundAfterAuditors = <Of extends { readonly auditors?: readonly AuditorAccess[] }>(
  fund: Of,
  body: AuditorsDecided,
  on: LocalDate,
): Of => ({
  ...fund,
  auditors: accessesAfter(fund.auditors ?? [], body, on),
})

/** Whether it holds on a day or will: a later term is ended before it begins too. */
export const isToEndOn = ({ until, endedOn }: AuditorAccess, day: LocalDate): boolean =>
  day <= until && (endedOn === undefined || day < endedOn)

export const isOpenOn = (access: AuditorAccess, day: LocalDate): boolean =>
  access.from <= day && isToEndOn(access, day)

/** Whether auditors of a network may read the fund's book on a day. */
export const mayAudit = (
  accesses: readonly AuditorAccess[] | undefined,
  networkId: string,
  day: LocalDate,
): boolean =>
  (accesses ?? []).some((access) => access.networkId === networkId && isOpenOn(access, day))

/** So many days before a later term begins the fund is told of it. */
export const noticeDays = 30

/** The access by which a fund has confirmed an agreement and still stands to it; the one that ends last. */
export const renewable = (
  accesses: readonly AuditorAccess[] | undefined,
  agreed: { readonly networkId: string; readonly agreementId: string },
  day: LocalDate,
): AuditorAccess | undefined =>
  (accesses ?? [])
    .filter(
      ({ networkId, agreementId, until, endedOn }) =>
        networkId === agreed.networkId &&
        agreementId === agreed.agreementId &&
        day <= until &&
        endedOn === undefined,
    )
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))
    .at(-1)
