import type { LocalDate } from '#domain/kernel/dates.ts'
import { isLookedAt, maySend, statusOn } from '#domain/network/register/licence.ts'
import { type Party, counts, factsOf } from '#domain/network/register/parties.ts'
import type { FundViews } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { type RegisterStore, registerOf } from '#src/app/network/register.ts'
import { bookOf } from '#src/app/queries.ts'

/** Why no loan and no grant is asked for or decided for whoever leaves by an agency, as the register has it. */
export type AgencyRefusal =
  | 'agency-licence-missing'
  | 'agency-not-on-register'
  | 'agency-not-licensed'
  | 'agency-not-checked'

const licences = (party: Party) => factsOf(party, 'licence').filter((one) => counts(one))

/** Which agency is meant: by the number of a licence, by its id in the register, or by both, which then have to be of one. */
type Meant = { readonly number?: string | undefined; readonly partyId?: string | undefined }

const isMeant =
  ({ number, partyId }: Meant) =>
  (party: Party): boolean =>
    (partyId === undefined || party.partyId === partyId) &&
    (number === undefined || licences(party).some(({ fact }) => fact.number === number))

const refusalIn = (
  parties: readonly Party[],
  { on, today, ...meant }: Meant & { readonly on: LocalDate; readonly today: LocalDate },
): AgencyRefusal | undefined => {
  const agencies = parties.filter((party) => licences(party).length > 0)
  // A network without a register goes by the paper that two officers have seen.
  if (agencies.length === 0 && meant.partyId === undefined) return undefined
  if (meant.number === undefined && meant.partyId === undefined) return 'agency-licence-missing'
  const agency = agencies.find(isMeant(meant))
  if (!agency) return 'agency-not-on-register'
  const isGood = [on, today].every((day) => maySend(statusOn(agency, { on: day })))
  if (!isGood) return 'agency-not-licensed'
  return isLookedAt(agency, today) ? undefined : 'agency-not-checked'
}

type Needs = { readonly store: RegisterStore & FundViews }

/** The same of an agency that is named by its id in the register, as a grant names it; undefined where none is meant. */
export const namedAgencyRefusal = async (
  store: Omit<RegisterStore, 'networks'>,
  {
    networkId,
    partyId,
    ...days
  }: {
    readonly networkId: string
    readonly partyId: string | undefined
    readonly on: LocalDate
    readonly today: LocalDate
  },
): Promise<AgencyRefusal | undefined> =>
  partyId === undefined
    ? undefined
    : refusalIn((await registerOf(store, networkId)).parties, { partyId, ...days })

type Asked = {
  readonly migration?: {
    readonly channel: string
    readonly agencyLicence?: string
    readonly agencyId?: string
  }
}

/**
 * Holds a loan for whoever leaves by an agency against the network's register, when it is asked for and when it is granted: the
 * licence's number stands in the entry, so that what was looked up can be looked up again. A no is always taken.
 */
export const agencyRefusal =
  (
    { store }: Needs,
    { networkId, fundId, today }: { networkId: string; fundId: string; today: LocalDate },
  ) =>
  async (command: Command): Promise<AgencyRefusal | undefined> => {
    const askedIn = async (): Promise<Asked | undefined> => {
      if (command.type === 'RequestLoan') return command
      if (command.type !== 'DecideLoan' || command.reason !== undefined) return undefined
      const book = await bookOf(store, fundId)
      return book?.requests.find((one) => one.loanId === command.loanId)?.asked
    }
    const migration = (await askedIn())?.migration
    if (migration?.channel !== 'agency') return undefined
    const { parties } = await registerOf(store, networkId)
    const { effectiveOn: on } = command
    const { agencyLicence: number, agencyId: partyId } = migration
    return refusalIn(parties, { number, partyId, on, today })
  }
