import { instantAfter } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import type { OneTimeKey, SessionRow } from '#domain/ports.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { type NotLetIn, guessAt } from '#src/app/identity/doors.ts'
import { drawPin } from '#src/app/identity/users.ts'

/**
 * The word of somebody without card and login: codes on a sheet that two officers print for her, each good once. A code has a
 * first digit that says which it is and six that are drawn; of those only a hash with the pepper is kept, bound to her and to
 * its number. Whoever printed the sheet has seen it, so that neither of them may write down what it is a word for.
 */
export const codesOnASheet = 10
const goodDays = 365
const dayMs = 86_400_000

type Owner = { readonly networkId: string; readonly fundId: string; readonly memberId: string }

/** Whose keys they are: nobody's login. */
const holderOf = ({ fundId, memberId }: Owner): string => `paper:${fundId}:${memberId}`

const bindOf = (owner: Owner, number: string): string => `${holderOf(owner)}:${number}`

const numberIn = ({ keyHash }: OneTimeKey): string => keyHash.slice(0, 1)

/** The codes of a member that were printed and not used, and still open something. */
export const goodCodes = async (
  { store, clock }: Pick<IdentityNeeds, 'store' | 'clock'>,
  owner: Owner,
): Promise<readonly OneTimeKey[]> => {
  const now = clock()
  return (await store.keysOf(owner.networkId, holderOf(owner))).filter(
    ({ purpose, usedAt, endsAt }) =>
      purpose === 'paper-code' && usedAt === undefined && now < endsAt,
  )
}

/** Prints a sheet: those of an older one open nothing any more. What is printed is told once. */
export const printCodes = async (
  needs: IdentityNeeds,
  owner: Owner,
  printers: readonly [string, string],
): Promise<readonly string[]> => {
  const { store, secrets, clock } = needs
  const now = clock()
  await store.voidKeys(owner.networkId, holderOf(owner), now)
  const codes: string[] = []
  for (let i = 0; i < codesOnASheet; i += 1) {
    const [number, digits] = [String(i), drawPin(needs)]
    codes.push(`${number}${digits}`)
    await store.keepKey({
      networkId: owner.networkId,
      keyHash: `${number}:${await secrets.seal(digits, bindOf(owner, number))}`,
      purpose: 'paper-code',
      userId: holderOf(owner),
      madeBy: printers.join(' '),
      endsAt: instantAfter(now, goodDays * dayMs),
      usedAt: undefined,
    })
  }
  return codes
}

/** Whether a member has a word of her own already: a card with a PIN, or a login with a secret. Codes are for whoever has neither. */
export const hasOwnWord = async (
  { store }: Pick<IdentityNeeds, 'store'>,
  { networkId, fundId, memberId }: Owner,
): Promise<boolean> => {
  const cards = await store.cards(fundId)
  if (cards.some((one) => one.memberId === memberId && one.revokedAt === undefined)) return true
  const logins = await store.membershipsOfFund(networkId, fundId)
  const own = logins.find((one) => one.memberId === memberId)
  return own !== undefined && (await store.user(networkId, own.userId))?.secret !== undefined
}

/** Those of a member open nothing any more: she has a card now, or the sheet was lost. */
export const voidCodes = (
  { store, clock }: Pick<IdentityNeeds, 'store' | 'clock'>,
  owner: Owner,
): Promise<void> => store.voidKeys(owner.networkId, holderOf(owner), clock())

/** Whether somebody had a hand in a code: printed it, or could be signed in as whoever did. */
const hadAHand = async (
  { store }: IdentityNeeds,
  { networkId, userId }: SessionRow,
  { code, day }: { readonly code: OneTimeKey; readonly day: string },
): Promise<boolean> => {
  if (userId === undefined) return true
  for (const printer of code.madeBy.split(' ')) {
    if (printer === userId) return true
    if (await couldBeOne(store, { networkId, userIds: [printer, userId], day })) return true
  }
  return false
}

/**
 * Whether what was typed is one of a member's codes, at the cost of a guess of her own lock; a right one is used up by that.
 * Whoever had a hand in the sheet is told so before anything is looked at.
 */
export const isCodeOfMember = async (
  needs: IdentityNeeds,
  by: SessionRow,
  { typed, day, ...owner }: Owner & { readonly typed: string; readonly day: string },
): Promise<'right' | 'wrong' | 'none' | 'own-hand' | NotLetIn> => {
  const codes = await goodCodes(needs, owner)
  const [any] = codes
  if (!any) return 'none'
  if (await hadAHand(needs, by, { code: any, day })) return 'own-hand'
  const plain = latinDigits(typed.replaceAll(/[\s-]/g, ''))
  const [number, digits] = [plain.slice(0, 1), plain.slice(1)]
  const code = codes.find((one) => numberIn(one) === number)
  return guessAt(needs, { ...owner, subject: `codes:${owner.memberId}` }, async () => {
    // As long as a wrong one takes, so that the clock does not tell which were used.
    const sealed = (code ?? any).keyHash.slice(2)
    const fits = await needs.secrets.fits(sealed, digits, bindOf(owner, number))
    if (!code || !fits) return false
    const taken = await needs.store.takeKey(owner.networkId, code.keyHash, needs.clock())
    return taken !== undefined
  })
}
