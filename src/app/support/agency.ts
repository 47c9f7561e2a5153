import type { SupportFile } from '#domain/grants/files.ts'
import { type SupportKind, isForLeaving } from '#domain/grants/kinds.ts'
import type { SupportStep } from '#domain/grants/support.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type AgencyRefusal, namedAgencyRefusal } from '#src/app/network/agency-guard.ts'
import type { RegisterStore } from '#src/app/network/register.ts'

/*
 * A grant to leave by an agency names it by its id in the register. It stands in the sealed file alone: who votes sees a code
 * and a sum, and hears no word of an agency; those two hear it who know what the grant is for.
 */

export type RegisterNeeds = {
  readonly store: Omit<RegisterStore, 'networks'>
  readonly today: () => LocalDate
}

export type AgencyFault = AgencyRefusal | 'agency-not-for-kind'

/** Why nothing is asked for whoever leaves by this agency: held against the register of the day that is asked for, and of today. */
export const agencyOfWish = async (
  { store, today }: RegisterNeeds,
  {
    asker: { networkId },
    wanted: { agency: partyId, kind, effectiveOn: on },
  }: {
    readonly asker: { readonly networkId: string }
    readonly wanted: {
      readonly agency?: string
      readonly kind: SupportKind
      readonly effectiveOn: LocalDate
    }
  },
): Promise<AgencyFault | undefined> =>
  partyId !== undefined && !isForLeaving(kind)
    ? 'agency-not-for-kind'
    : namedAgencyRefusal(store, { networkId, partyId, on, today: today() })

/** Steps by which money comes nearer to whoever leaves. */
const leadsToMoney: readonly SupportStep[] = ['checked', 'conditions-met']

/** The same before each such step: a licence may have been taken away since. */
export const agencyOfStep = async (
  { store, today }: RegisterNeeds,
  { agency: partyId, networkId }: Pick<SupportFile, 'agency' | 'networkId'>,
  { step, effectiveOn: on }: { readonly step: SupportStep; readonly effectiveOn: LocalDate },
): Promise<AgencyRefusal | undefined> =>
  partyId !== undefined && leadsToMoney.includes(step)
    ? namedAgencyRefusal(store, { networkId, partyId, on, today: today() })
    : undefined
