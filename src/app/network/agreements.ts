import { type LocalDate, dayAfter, daysAfter, later } from '#domain/kernel/dates.ts'
import { type AuditorAccess, accessDaysMax, noticeDays, renewable } from '#domain/fund/auditors.ts'
import { type Agreement, isAgreedOn, lastTerm } from '#domain/network/agreements.ts'
import type { FundInList } from '#src/app/network/fund-list.ts'
import type { NetworkBook } from '#src/app/network/network-views.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'

const auditorsOf = ({ summary }: FundInList): readonly AuditorAccess[] => summary?.auditors ?? []

/** Those funds of an agreement that have confirmed it and still stand to it, by what their lists tell. */
export const confirmedBy = (
  { agreementId, fundIds }: Agreement,
  funds: readonly FundInList[],
  { networkId, day }: { readonly networkId: string; readonly day: LocalDate },
): readonly FundInList[] => {
  const ofIt = new Set(fundIds)
  return funds.filter(
    (fund) => ofIt.has(fund.fundId) && renewable(auditorsOf(fund), { networkId, agreementId }, day),
  )
}

/** The agreement that a fund is asked to confirm; undefined where it is asked nothing, or has confirmed. */
export const askedOf = (
  { agreements, networkId }: Pick<NetworkBook, 'agreements' | 'networkId'>,
  fund: { readonly fundId: string; readonly auditors: readonly AuditorAccess[] },
  day: LocalDate,
): Agreement | undefined =>
  agreements.find(
    (one) =>
      one.fundIds.includes(fund.fundId) &&
      isAgreedOn(one, day) &&
      !renewable(fund.auditors, { networkId, agreementId: one.agreementId }, day),
  )

type Renewing = { readonly record: Recorder; readonly ids: () => string; readonly by: Session }

/**
 * Tells each fund that has confirmed an agreement that it goes on, in its own book. Whatever one fund says, the others are told
 * too; whom it did not reach is given back. Again it changes nothing.
 */
export const tellRenewed = async (
  { record, ids, by }: Renewing,
  agreement: Agreement,
  {
    networkId,
    today,
    funds,
  }: { networkId: string; today: LocalDate; funds: readonly FundInList[] },
): Promise<{ readonly told: number; readonly missed: readonly FundInList[] }> => {
  const { agreementId } = agreement
  const { until } = lastTerm(agreement)
  const missed: FundInList[] = []
  let told = 0
  for (const fund of confirmedBy(agreement, funds, { networkId, day: today })) {
    const before = renewable(auditorsOf(fund), { networkId, agreementId }, today)!
    if (before.until >= until) {
      told += 1
      continue
    }
    const from = later(dayAfter(before.until), daysAfter(today, noticeDays))
    const through = [until, daysAfter(from, accessDaysMax)].toSorted()[0]!
    const on = { id: ids(), v: 1 as const, effectiveOn: today }
    const command = {
      ...on,
      type: 'RenewAuditors' as const,
      networkId,
      agreementId,
      from,
      until: through,
    }
    const [answer] = await record(fund.fundId, [command], by)
    if (answer && isAccepted(answer)) told += 1
    else missed.push(fund)
  }
  return { told, missed }
}
