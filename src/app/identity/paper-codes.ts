import { officersAmountMax } from '#domain/fund/charter/limits.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import { type Currency, latinDigits } from '#domain/kernel/money.ts'
import type { OneTimeKey, SessionRow, User } from '#domain/ports.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { areOwnDigits } from '#src/app/identity/cards.ts'
import { type IdentityNeeds, type NamingNeeds, keyedName } from '#src/app/identity/identity.ts'
import { type NotLetIn, guessAt, tableDoor } from '#src/app/identity/doors.ts'
import { loginsOfMember } from '#src/app/identity/own-doors.ts'
import { drawPin } from '#src/app/identity/users.ts'

/**
 * A member's word on paper: codes on a sheet, each good once and up to the sum that is printed beside it. A code has a first
 * digit that says which it is and six that are drawn; of those only a hash with the pepper is kept, bound to her, to its
 * number and to its sum. Two officers print a sheet for whoever has no word of her own; whoever has draws the own one, for
 * the own secret. Whoever printed it has seen it, so that nobody who did writes down alone what it is a word for. Rows do
 * not tell whose a sheet is, who drew the own one, or when a code was used: beside the journal that would name the owner of
 * a private line.
 */
const goodDays = 365
const dayMs = 86_400_000

/**
 * Up to which sum two codes each are good, as parts of what officers decide by themselves: no charter moves that. The same
 * for everybody, so that neither who prints a sheet nor what is kept of it tells anything of what she has.
 */
const ceilingPercents = [2, 5, 10, 50, 100] as const
export const codesOnASheet = 2 * ceilingPercents.length

const ceilingOf = (number: number, currency: Currency): number =>
  (officersAmountMax(currency) * (ceilingPercents[Math.floor(number / 2)] ?? 0)) / 100

export type PrintedCode = { readonly code: string; readonly upTo: number }

type Needs = NamingNeeds & Pick<IdentityNeeds, 'store'>

type Owner = { readonly networkId: string; readonly fundId: string; readonly memberId: string }

/** Where whose they are stands in the clear: in what a code is bound to, which is kept nowhere, and in rows of before. */
const clearHolder = ({ fundId, memberId }: Owner): string => `paper:${fundId}:${memberId}`

/** Whose keys they are: nobody's login. */
const holderOf = (needs: NamingNeeds, { fundId, memberId }: Owner): string =>
  `paper:${keyedName(needs, fundId, ['paper', memberId])}`

/** By what a member drew the own sheet. */
const makerOf = (needs: NamingNeeds, fundId: string, by: string): string =>
  keyedName(needs, fundId, ['paper-maker', by])

/** Of a code that opens nothing any more stands that it is so, and not since when. */
const someTime = '1970-01-01T00:00:00.000Z'

const keysOf = async (needs: Needs, owner: Owner): Promise<readonly OneTimeKey[]> => [
  ...(await needs.store.keysOf(owner.networkId, holderOf(needs, owner))),
  ...(await needs.store.keysOf(owner.networkId, clearHolder(owner))),
]

const bindOf = (
  owner: Owner,
  { number, upTo }: { readonly number: string; readonly upTo: number },
): string => `${clearHolder(owner)}:${number}:${upTo}`

const numberIn = ({ keyHash }: OneTimeKey): string => keyHash.slice(0, 1)

/** What the fund counts in, as its codes do. */
export const currencyOfFund = async (
  { store }: Pick<IdentityNeeds, 'store'>,
  fundId: string,
): Promise<Currency> => {
  const row = await store.subject(fundId, 'fund', 'fund')
  const fund = JSON.parse(row!.data) as Fund
  return fund.charters.at(-1)!.charter.currency
}

/**
 * Whether a member has a word of her own already: a card whose digits she drew, or without a card a login with a secret that
 * nobody has shut out.
 */
export const hasOwnWord = async (
  { store }: Pick<IdentityNeeds, 'store'>,
  owner: Owner,
): Promise<boolean> => {
  const card = (await store.cards(owner.fundId)).find(
    (one) => one.memberId === owner.memberId && one.revokedAt === undefined,
  )
  if (card) return areOwnDigits(card)
  for (const userId of await loginsOfMember(store, owner)) {
    const user = await store.user(owner.networkId, userId)
    if (user?.secret !== undefined && user.disabledAt === undefined) return true
  }
  return false
}

const isOfTwo = ({ madeBy }: OneTimeKey): boolean => madeBy.includes(' ')

/** Who printed a sheet: two officers, or its owner by the own card or login, whichever of hers the row was made by. */
const printersOf = async (
  needs: Needs,
  { networkId, fundId, memberId }: Owner,
  code: OneTimeKey,
): Promise<readonly string[]> => {
  if (isOfTwo(code)) return code.madeBy.split(' ')
  const cards = (await needs.store.cards(fundId)).filter((one) => one.memberId === memberId)
  const logins = await loginsOfMember(needs.store, { networkId, fundId, memberId })
  return [...cards.map(({ cardId }) => cardId), ...logins].filter((by) =>
    [by, makerOf(needs, fundId, by)].includes(code.madeBy),
  )
}

/** Whether a sheet is hers to give a word by: one of two officers until she has a word of her own, one of hers while that is good. */
const isHers = async (
  needs: IdentityNeeds & NamingNeeds,
  owner: Owner,
  code: OneTimeKey,
): Promise<boolean> => {
  if (isOfTwo(code)) return !(await hasOwnWord(needs, owner))
  const [by] = await printersOf(needs, owner, code)
  if (by === undefined) return false
  const card = (await needs.store.cards(owner.fundId)).find(({ cardId }) => cardId === by)
  if (card) return card.revokedAt === undefined && areOwnDigits(card)
  const user = await needs.store.user(owner.networkId, by)
  return user?.secret !== undefined && user.disabledAt === undefined
}

/** The codes of a member that were printed and not used, and still open something. */
const goodCodes = async (
  needs: IdentityNeeds & NamingNeeds,
  owner: Owner,
): Promise<readonly OneTimeKey[]> => {
  const now = needs.clock()
  const codes = (await keysOf(needs, owner)).filter(
    ({ purpose, usedAt, endsAt }) =>
      purpose === 'paper-code' && usedAt === undefined && now < endsAt,
  )
  const [any] = codes
  return any && (await isHers(needs, owner, any)) ? codes : []
}

/**
 * Until when a sheet is good: to the day alone, or it would tell the moment at which it was drawn. One that is drawn later
 * ends later, if by a thousandth of a second.
 */
const endOfSheet = (now: string, older: readonly OneTimeKey[]): string => {
  const ends = `${instantAfter(now, goodDays * dayMs).slice(0, 10)}T00:00:00.000Z`
  const [last = ''] = older
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .toReversed()
  return last < ends ? ends : instantAfter(last, 1)
}

/** Prints a sheet: those of an older one open nothing any more. What is printed is told once. */
export const printCodes = async (
  needs: IdentityNeeds & NamingNeeds,
  owner: Owner,
  printers: readonly [string] | readonly [string, string],
): Promise<readonly PrintedCode[]> => {
  const { store, secrets, clock } = needs
  const currency = await currencyOfFund(needs, owner.fundId)
  const endsAt = endOfSheet(clock(), await keysOf(needs, owner))
  const madeBy =
    printers.length > 1 ? printers.join(' ') : makerOf(needs, owner.fundId, printers[0])
  await voidCodes(needs, owner)
  const codes: PrintedCode[] = []
  for (let i = 0; i < codesOnASheet; i += 1) {
    const [number, digits, upTo] = [String(i), drawPin(needs), ceilingOf(i, currency)]
    codes.push({ code: `${number}${digits}`, upTo })
    await store.keepKey({
      networkId: owner.networkId,
      keyHash: `${number}:${await secrets.seal(digits, bindOf(owner, { number, upTo }))}`,
      purpose: 'paper-code',
      userId: holderOf(needs, owner),
      madeBy,
      endsAt,
      usedAt: undefined,
    })
  }
  return codes
}

/** Those of a member open nothing any more: she has a word of her own now, or the sheet was lost. */
export const voidCodes = async (needs: Needs, owner: Owner): Promise<void> => {
  for (const holder of [holderOf(needs, owner), clearHolder(owner)])
    await needs.store.voidKeys(owner.networkId, holder, someTime)
}

/** Those of whoever signs in by a login whose secret is another now, or none: whoever knew the one of before drew them perhaps. */
export const voidCodesOfLogin = async (
  needs: Needs,
  { networkId, userId }: Pick<User, 'networkId' | 'userId'>,
): Promise<void> => {
  for (const { fundId, memberId } of await needs.store.memberships(networkId, userId))
    await voidCodes(needs, { networkId, fundId, memberId })
}

const plainIn = (typed: string): string => latinDigits(typed.replaceAll(/[\s-]/g, ''))

/** The codes that what was typed may be one of; none where it is to be a PIN or a password. */
export const codesFor = async (
  needs: IdentityNeeds & NamingNeeds,
  owner: Owner,
  typed: string,
): Promise<readonly OneTimeKey[]> => {
  const codes = await goodCodes(needs, owner)
  return codes.some(isOfTwo) || /^\d{7}$/.test(plainIn(typed)) ? codes : []
}

/**
 * Whether what was typed has the shape of a code whose number stands for less than a sum, by the digits and the sum alone:
 * the same of everybody, with a sheet and without one. It stands on every sheet, and costs nothing.
 */
export const isForLess = async (
  needs: Pick<IdentityNeeds, 'store'>,
  fundId: string,
  { typed, sum = 0 }: { readonly typed: string; readonly sum?: number | undefined },
): Promise<boolean> => {
  const plain = plainIn(typed)
  if (!/^\d{7}$/.test(plain) || sum === 0) return false
  return sum > ceilingOf(Number(plain.slice(0, 1)), await currencyOfFund(needs, fundId))
}

/** Whether somebody had a hand in a sheet: printed it, or could be signed in as whoever did. */
export const hadAHandInCodes = async (
  needs: IdentityNeeds & NamingNeeds,
  [any]: readonly OneTimeKey[],
  { userId, day, ...owner }: Owner & { readonly userId: string | undefined; readonly day: string },
): Promise<boolean> => {
  if (!any) return false
  if (userId === undefined) return true
  const { networkId } = owner
  for (const printer of await printersOf(needs, owner, any)) {
    if (printer === userId) return true
    if (await couldBeOne(needs.store, { networkId, userIds: [printer, userId], day })) return true
  }
  return false
}

/** A code that was taken for an entry: given back where nothing came of it. */
export type TakenCode = { readonly giveBack: () => Promise<void> }

const taken = (needs: IdentityNeeds & NamingNeeds, owner: Owner, code: OneTimeKey): TakenCode => ({
  giveBack: async () => {
    // Not where another sheet was printed meanwhile.
    const all = await keysOf(needs, owner)
    if (all.every(({ endsAt }) => endsAt <= code.endsAt)) await needs.store.keepKey(code)
  },
})

/**
 * Whether what was typed is one of a member's codes, at the cost of a guess of the writer's; a right one is taken, so that
 * of two who send it at once one has it. Whether it stands for the sum was asked before (`isForLess`).
 */
export const takeCode = async (
  needs: IdentityNeeds & NamingNeeds,
  owner: Owner,
  {
    codes,
    typed,
    by,
  }: {
    readonly codes: readonly OneTimeKey[]
    readonly typed: string
    readonly by: Pick<SessionRow, 'userId' | 'deviceId'>
  },
): Promise<TakenCode | 'wrong' | NotLetIn> => {
  const plain = plainIn(typed)
  const [number, digits] = [plain.slice(0, 1), plain.slice(1)]
  const upTo = ceilingOf(Number(number), await currencyOfFund(needs, owner.fundId))
  const code = codes.find((one) => numberIn(one) === number)
  // A lock of this sheet: which of its codes are left changes nothing of it.
  const door = tableDoor(needs, by, { ...owner, word: codes[0]!.endsAt })
  const answer = await guessAt(needs, door, async () => {
    // As long as a wrong one takes, so that the clock does not tell which were used.
    const sealed = (code ?? codes[0]!).keyHash.slice(2)
    const fits = await needs.secrets.fits(sealed, digits, bindOf(owner, { number, upTo }))
    if (!code || !fits) return false
    const key = await needs.store.takeKey(owner.networkId, code.keyHash, someTime)
    return key !== undefined
  })
  return answer === 'right' ? taken(needs, owner, code!) : answer
}
