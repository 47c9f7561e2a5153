import type { Means } from '#domain/fairness/means.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Sealing } from '#domain/grants/files.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { KinRelation, Nominee, Particulars } from '#domain/fund/people/particulars.ts'
import type { Cards, Journal, Notes, People } from '#domain/ports.ts'
import type { SavingsGoal } from '#domain/savings/goals.ts'
import { goalOf } from '#src/app/household/goals.ts'
import { type OwnAsk, asksOf } from '#src/app/household/own-asks.ts'
import { leavesSumsOut } from '#src/app/household/own-choices.ts'
import { lastMeansOf } from '#src/app/lending/means.ts'
import { declaredOf } from '#src/app/members/particulars.ts'

/** All that a fund keeps of a member beside the book, told to that member alone. */
export type OwnKept = {
  readonly khmerName: string | undefined
  readonly latinName: string | undefined
  readonly hasPhoto: boolean
  /** By name, or by the card of another member. */
  readonly nominees: readonly (Pick<Nominee, 'share'> & { readonly who: string })[]
  /** Kin are told by the cards that they have. */
  readonly kin: readonly { readonly card: string; readonly is: KinRelation | 'child' }[]
  readonly goal: SavingsGoal | undefined
  /** What was told last of income and debts. */
  readonly means: (Means & { readonly currency: Currency }) | undefined
  /** Names to sign in by. */
  readonly logins: readonly string[]
  /** When the card that opens this page was made. */
  readonly cardMadeAt: string | undefined
  /** The number of the phone that texts go to. */
  readonly phone: string | undefined
  readonly leavesSumsOut: boolean
  readonly asks: readonly OwnAsk[]
}

type Needs = {
  readonly store: Particulars & Notes & Cards & People & Pick<Journal, 'find'>
  readonly sealing?: Sealing
}

/** Reads all of it; whoever asks has made sure that it is the member. */
export const ownKeptOf = async (
  { store, ...sealed }: Needs,
  {
    networkId,
    fundId,
    memberId,
    book,
    phone,
  }: {
    readonly networkId: string
    readonly fundId: string
    readonly memberId: string
    readonly book: Pick<FundBook, 'members' | 'requests' | 'fund'>
    readonly phone: string | undefined
  },
): Promise<OwnKept> => {
  const whose = { fundId, memberId }
  const cardOf = (id: string | undefined): string =>
    book.members.find((member) => member.memberId === id)?.card ?? '?'
  const name = (await store.names(fundId)).find((one) => one.memberId === memberId)
  const nominees = (await store.nominees(fundId)).filter((one) => one.memberId === memberId)
  const users = (await store.membershipsOfFund(networkId, fundId)).filter(
    (membership) => membership.memberId === memberId,
  )
  const logins = await Promise.all(users.map(({ userId }) => store.user(networkId, userId)))
  const cards = await store.cards(fundId)
  const means = await lastMeansOf({ store, ...sealed }, whose, book)
  return {
    khmerName: name?.khmer,
    latinName: name?.latin,
    hasPhoto: (await store.photo(fundId, memberId)) !== undefined,
    nominees: nominees.map(({ name: called, nomineeId, share }) => ({
      who: called ?? cardOf(nomineeId),
      share,
    })),
    kin: declaredOf(await store.kinships(fundId), memberId).map(({ otherId, is }) => ({
      card: cardOf(otherId),
      is,
    })),
    goal: await goalOf(store, whose),
    means: means && { ...means, currency: book.fund.charters.at(-1)!.charter.currency },
    logins: logins.flatMap((user) => (user === undefined ? [] : [user.login])),
    cardMadeAt: cards.find((one) => one.memberId === memberId && one.revokedAt === undefined)
      ?.issuedAt,
    phone,
    leavesSumsOut: await leavesSumsOut(store, whose),
    asks: await asksOf(store, whose),
  }
}
