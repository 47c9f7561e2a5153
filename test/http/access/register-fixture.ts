import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type {
  PriceCommand,
  RegisterCommand,
  RoadCommand,
  WarningCommand,
} from '#domain/operations/network.ts'
import { sha256 } from '#infra/system/system.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'

/** An agency, something said of it, and a road; the same in every run. */
export const registerIds = (canary: string) => ({
  partyId: uuidOfHash(sha256(`${canary} agency`)),
  factId: uuidOfHash(sha256(`${canary} licence`)),
  routeId: uuidOfHash(sha256(`${canary} road`)),
  brokerId: uuidOfHash(sha256(`${canary} broker`)),
  warningId: uuidOfHash(sha256(`${canary} scheme`)),
  priceId: uuidOfHash(sha256(`${canary} price`)),
})

const sourced = { source: 'ministry-list', seenOn: '2025-11-01' } as const
export const saidOfRoad = {
  country: 'TH',
  way: 'agency',
  state: 'open',
  since: '2025-11-01',
  steps: ['passport', 'contract'],
  papers: ['passport'],
  currency: 'KHR',
  costs: [{ item: 'passport', amount: 400_000 }],
  risks: [],
  ...sourced,
} as const
export const saidOfPrice = {
  country: 'TH',
  channel: 'money-transfer',
  called: 'Any transfer company',
  currency: 'THB',
  fee: 4000,
  feePercent: '1.5',
  rate: '118.5',
  payoutFee: 2000,
  hours: { least: 1, most: 24 },
  ...sourced,
} as const
export const saidOfLicence = {
  what: 'licence',
  became: 'granted',
  from: '2024-01-01',
  number: '041',
} as const
const saidOfScheme = (latin: string) =>
  ({
    latin,
    kind: 'high-interest',
    rests: { on: 'authority', who: 'national-bank', seenOn: '2025-11-01' },
  }) as const
const saidOfAgency = (latin: string) =>
  ({ kind: 'agency', called: { what: 'name', latin }, ...sourced }) as const

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

type OfMade = { readonly ids: () => string; readonly on: string }

const envelopesOf =
  ({ ids, on }: OfMade) =>
  () => ({ id: ids(), v: 1 as const, effectiveOn: on })

/** Each act about schemes that people are warned of, and about what sending money costs. */
const ofWarningsAndPrices = (
  made: OfMade,
  { warningId, priceId }: Pick<ReturnType<typeof registerIds>, 'warningId' | 'priceId'>,
  approvedBy: string,
) => {
  const { ids } = made
  const envelope = envelopesOf(made)
  return {
    ProposeWarning: {
      ...envelope(),
      type: 'ProposeWarning',
      warningId: ids(),
      ...saidOfScheme(`Rice ${ids()}`),
    },
    CheckWarning: { ...envelope(), type: 'CheckWarning', warningId, how: 'official-page' },
    WithdrawWarning: {
      ...envelope(),
      type: 'WithdrawWarning',
      warningId,
      why: 'wrong',
      approvedBy,
    },
    ProposeTransferPrice: {
      ...envelope(),
      type: 'ProposeTransferPrice',
      priceId: ids(),
      ...saidOfPrice,
    },
    CheckTransferPrice: { ...envelope(), type: 'CheckTransferPrice', priceId, how: 'called' },
    WithdrawTransferPrice: { ...envelope(), type: 'WithdrawTransferPrice', priceId, why: 'wrong' },
  } satisfies OfEach<PriceCommand | WarningCommand>
}

/** Each act about the register and the roads. */
export const ofRegister = (
  made: OfMade,
  known: ReturnType<typeof registerIds>,
  approvedBy: string,
) => {
  const { ids } = made
  const { partyId, factId, routeId, brokerId } = known
  const envelope = envelopesOf(made)
  return {
    RegisterParty: {
      ...envelope(),
      type: 'RegisterParty',
      partyId: ids(),
      ...saidOfAgency('Golden River'),
    },
    RecordPartyFacts: {
      ...envelope(),
      type: 'RecordPartyFacts',
      partyId,
      facts: [{ factId: ids(), fact: saidOfLicence }],
      ...sourced,
    },
    CheckPartyFacts: {
      ...envelope(),
      type: 'CheckPartyFacts',
      facts: [{ partyId, factId }],
      how: 'official-page',
      reads: [{ factId, became: 'granted', from: '2024-01-01' }],
    },
    WithdrawPartyFact: {
      ...envelope(),
      type: 'WithdrawPartyFact',
      partyId,
      factId,
      why: 'wrong',
      approvedBy,
    },
    ErasePartyWords: {
      ...envelope(),
      type: 'ErasePartyWords',
      partyId: brokerId,
      factId: brokerId,
      why: 'by-law',
      approvedBy,
    },
    ProposeRoute: { ...envelope(), type: 'ProposeRoute', routeId: ids(), ...saidOfRoad },
    CheckRoute: {
      ...envelope(),
      type: 'CheckRoute',
      routeId,
      how: 'official-page',
      reads: { country: 'TH', way: 'agency', state: 'open', cost: 400_000 },
    },
    WithdrawRoute: { ...envelope(), type: 'WithdrawRoute', routeId, why: 'closed', approvedBy },
    ...ofWarningsAndPrices(made, known, approvedBy),
  } satisfies OfEach<RegisterCommand | RoadCommand | PriceCommand | WarningCommand>
}

/** Entered by one who is nobody's login, and waiting for somebody to check it. */
export const fillRegister = async (
  { ids, recordNetwork }: Pick<AppNeeds, 'ids' | 'recordNetwork'>,
  { networkId, canary, on = '2025-11-10' }: { networkId: string; canary: string; on?: string },
) => {
  const known = registerIds(canary)
  const { partyId, factId, routeId, warningId, brokerId, priceId } = known
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: on })
  const commands: NetworkCommand[] = [
    { ...envelope(), type: 'RegisterParty', partyId, ...saidOfAgency(canary) },
    {
      ...envelope(),
      type: 'RecordPartyFacts',
      partyId,
      facts: [{ factId, fact: saidOfLicence }],
      ...sourced,
    },
    {
      ...envelope(),
      type: 'RegisterParty',
      partyId: brokerId,
      kind: 'broker',
      called: { what: 'sealed-name', mark: 'b'.repeat(64) },
      ...sourced,
    },
    { ...envelope(), type: 'ProposeRoute', routeId, ...saidOfRoad },
    { ...envelope(), type: 'ProposeWarning', warningId, ...saidOfScheme(canary) },
    { ...envelope(), type: 'ProposeTransferPrice', priceId, ...saidOfPrice },
  ]
  assertAccepted(await recordNetwork(networkId, commands, { actor: canary, device: canary }))
  return known
}
