import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import type { PaperShown, Sealing, SupportFiles } from '#domain/grants/files.ts'
import { type SupportKind, monthsUntilAnother } from '#domain/grants/kinds.ts'
import { type Support, endedForNothing } from '#domain/grants/support.ts'
import type { FundViews, NetworkViews } from '#domain/ports.ts'

/*
 * That the same is not paid twice: keyed hashes of what was shown, held by whoever was helped for it, and by
 * nobody any more once nothing came of it.
 */

export type ClaimNeeds = {
  readonly store: Pick<SupportFiles, 'takeClaims' | 'claimHolders' | 'dropClaims'> &
    Pick<FundViews, 'subjects'> &
    Pick<NetworkViews, 'networkHead' | 'networkSubjects' | 'potSubjects'>
  readonly sealing: Sealing
}

export type Paper = { readonly paper: PaperShown; readonly number: string }

/** One way of writing what stands on a paper: no case, no spaces, no accents, Latin digits. */
const paperKeyOf = ({ paper, number }: Paper): string => lengthPrefixed([paper, nameKeyOf(number)])

/** Whose claims meet whose: officers learn nothing of whom the team has helped. */
type ClaimSpace = 'fund' | 'team'

type Shown = {
  readonly networkId: string
  readonly kind: SupportKind
  readonly papers: readonly Paper[]
  /** Who it is, and in which fund; nothing where the team names nobody. */
  readonly member?: string
}

/**
 * Keyed hashes of what was shown, in both spaces: by the secret of now, then those before it. They are all that is kept of a
 * number while something waits.
 */
export type Marks = Readonly<Record<ClaimSpace, readonly (readonly string[])[]>>

/** Keyed hashes of what was shown, for one kind of grant; what was shown is kept nowhere. */
export const marksOf = async (
  { sealing }: Pick<ClaimNeeds, 'sealing'>,
  { networkId, kind, papers, member }: Shown,
): Promise<Marks> => {
  const shown = [...papers.map(paperKeyOf), ...(member === undefined ? [] : [member])]
  const of = (space: ClaimSpace) =>
    Promise.all(shown.map((one) => sealing.marks(networkId, lengthPrefixed([space, kind, one]))))
  return { fund: await of('fund'), team: await of('team') }
}

/** Who holds a claim, under the secret of now and those before it: a hash too, so that a row joins no code to a person. */
const holdersOf = (
  { sealing }: Pick<ClaimNeeds, 'sealing'>,
  networkId: string,
  { fundId, code }: { readonly fundId: string; readonly code: string },
): Promise<readonly string[]> => sealing.marks(networkId, lengthPrefixed(['holder', fundId, code]))

type Place = { readonly fundId: string; readonly code: string }

/** Grants of a network that ended without a riel, in whichever of its funds, or of its own pot. */
const endedIn = async (
  { store }: Pick<ClaimNeeds, 'store'>,
  networkId: string,
): Promise<readonly Place[]> => {
  const rows = await store.networkSubjects(networkId)
  const fundIds = rows.filter(({ kind }) => kind === 'fund').map(({ key }) => key)
  const all = await Promise.all(
    fundIds.map(async (fundId) =>
      (await store.subjects(fundId))
        .filter(({ kind }) => kind === 'support')
        .map(({ data }) => JSON.parse(data) as Support)
        .filter(endedForNothing)
        .map(({ code }) => ({ fundId, code })),
    ),
  )
  const ofPot = (await store.potSubjects(networkId))
    .filter(({ kind }) => kind === 'pot-grant')
    .map(({ data }) => JSON.parse(data) as Support)
    .filter(endedForNothing)
    .map(({ code }) => ({ fundId: networkId, code }))
  return [...all.flat(), ...ofPot]
}

/**
 * Lets go what grants hold that were turned down, voted down or ended, and gave nothing. It is done when the
 * same is asked for again, not when the grant ends: whoever compares two copies of the database finds no row
 * that has gone with the vote on a code.
 */
const freeEnded = async (
  needs: ClaimNeeds,
  networkId: string,
  { names, day }: { readonly names: readonly string[]; readonly day: LocalDate },
): Promise<void> => {
  const ended = await endedIn(needs, networkId)
  const all = await Promise.all(ended.map((one) => holdersOf(needs, networkId, one)))
  const free = new Set(all.flat())
  const holders = new Set(await needs.store.claimHolders(networkId, names, day))
  for (const holder of holders)
    if (free.has(holder)) await needs.store.dropClaims(networkId, holder)
}

/** Whom something is for, as far as claims ask: what was shown, and who it is in the fund where that is known. */
export type Claiming = Place & {
  readonly networkId: string
  /** Brought by the team, which is told of what funds gave, too; a fund is told of funds alone. */
  readonly isTeam: boolean
  readonly kind: SupportKind
  readonly papers: readonly Paper[]
  /** Of what has waited, in place of papers. */
  readonly marks?: Marks | undefined
  /** Empty where the team names nobody. */
  readonly memberId: string
  readonly on: LocalDate
}

/** Takes the claims on what was shown, so that nobody else can be given the same for the same papers. */
export const claim = async (
  needs: ClaimNeeds,
  { fundId, code, networkId, isTeam, kind, papers, marks, memberId, on }: Claiming,
): Promise<'taken' | 'held'> => {
  const member = memberId === '' ? {} : { member: `member ${fundId} ${memberId}` }
  const made = marks ?? (await marksOf(needs, { networkId, kind, papers, ...member }))
  const untilOn = monthlyDay(on, monthsUntilAnother[kind], Number(on.slice(8)))
  const of = (space: ClaimSpace) =>
    made[space].map(([one = '', ...older]) => ({ claim: one, older, untilOn }))
  const claims = of(isTeam ? 'team' : 'fund')
  const ofFunds = isTeam ? of('fund') : []
  const olderNames = [...claims, ...ofFunds].flatMap((one) => one.older)
  const names = [...claims, ...ofFunds].map((one) => one.claim)
  await freeEnded(needs, networkId, { names: [...names, ...olderNames], day: on })
  const own = await holdersOf(needs, networkId, { fundId, code })
  // What was taken under a secret of before is held as ever; nobody takes any more under it.
  const asked = [...ofFunds.map((one) => one.claim), ...olderNames]
  const others = await needs.store.claimHolders(networkId, asked, on)
  if (others.some((one) => !own.includes(one))) return 'held'
  const taking = claims.map((one) => ({ claim: one.claim, untilOn: one.untilOn }))
  return needs.store.takeClaims(networkId, { holder: own[0]!, claims: taking, day: on })
}

/** Lets go whatever a grant holds. */
export const letGoClaims = async (
  needs: Pick<ClaimNeeds, 'sealing'> & { readonly store: Pick<SupportFiles, 'dropClaims'> },
  networkId: string,
  place: Place,
): Promise<void> => {
  for (const holder of await holdersOf(needs, networkId, place))
    await needs.store.dropClaims(networkId, holder)
}
