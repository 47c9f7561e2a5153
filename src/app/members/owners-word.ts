import type { Card, Journal, SessionRow } from '#domain/ports.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import { areOwnDigits, tableWord } from '#src/app/identity/cards.ts'
import type { IdentityNeeds, NamingNeeds } from '#src/app/identity/identity.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import {
  type TakenCode,
  codesFor,
  hadAHandInCodes,
  isForLess,
  takeCode,
} from '#src/app/identity/paper-codes.ts'
import { type NotLetIn, tableDoor } from '#src/app/identity/doors.ts'
import { loginsOfMember } from '#src/app/identity/own-doors.ts'
import { wordSubject } from '#src/app/identity/who-looked.ts'
import { checkSecret, isOwnSecret, isPinOfMember } from '#src/app/identity/sign-in.ts'

export type NotOwner =
  | 'owner-pin-needed'
  | 'owner-pin-wrong'
  | 'owner-without-pin'
  | 'owner-code-own-hand'
  | 'owner-code-for-less'
  | Exclude<NotLetIn['code'], 'sign-in-failed'>

type Needs = IdentityNeeds & NamingNeeds

type Owner = { readonly fundId: string; readonly memberId: string }

const goodCardOf = async (
  { store }: Pick<IdentityNeeds, 'store'>,
  { fundId, memberId }: Owner,
): Promise<Card | undefined> =>
  (await store.cards(fundId)).find(
    (one) => one.memberId === memberId && one.revokedAt === undefined,
  )

/** Whether she has a card whose digits somebody else drew: with the card they open her page, and are no word for money. */
export const areDigitsOfAnother = async (
  needs: Pick<IdentityNeeds, 'store'>,
  owner: Owner,
): Promise<boolean> => {
  const card = await goodCardOf(needs, owner)
  return card !== undefined && !areOwnDigits(card)
}

/**
 * Whether a secret is her own: the PIN of her card, and where she has none the secret of the login that she had first. A
 * login that somebody makes beside the card or the older one opens nothing of what is hers alone.
 */
const isOwnSecretOf = async (
  needs: Needs,
  by: SessionRow,
  {
    fundId,
    memberId,
    secret,
    isForMoney = false,
  }: Owner & { readonly secret: string; readonly isForMoney?: boolean },
): Promise<'right' | 'wrong' | 'none' | NotLetIn> => {
  const { store } = needs
  const { networkId, deviceId } = by
  if (await goodCardOf(needs, { fundId, memberId }))
    return isPinOfMember(needs, { fundId, memberId, pin: secret, isForMoney }, (card) =>
      tableDoor(needs, by, tableWord(card)),
    )
  const ids = await loginsOfMember(store, { networkId, fundId, memberId })
  const users = await Promise.all(ids.map((id) => store.user(networkId, id)))
  const [user] = users
    .filter((one) => one !== undefined)
    .filter(({ disabledAt }) => disabledAt === undefined)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  if (user?.secret === undefined) return 'none'
  const at = tableDoor(needs, by, { fundId, memberId, word: user.secret })
  const checked = await checkSecret(needs, { networkId, deviceId, login: user.login, secret, at })
  return 'code' in checked ? checked : 'right'
}

/** Whether whoever is signed in gives her own secret before what is hers alone is shown, at the cost of a guess. */
export const isOwnersSecret = async (
  needs: Needs,
  by: SessionRow,
  owner: Owner & { readonly secret: string },
): Promise<boolean> =>
  by.card === undefined
    ? (await isOwnSecretOf(needs, by, owner)) === 'right'
    : isOwnSecret(needs, by, owner.secret)

type Typed = Owner & { readonly secret: string; readonly day: string }

/** Whether somebody may know the digits of her card: until she has come by it, and a week has passed. */
const hadAHandInCard = async (
  { store }: IdentityNeeds,
  { networkId, userId }: Pick<SessionRow, 'networkId' | 'userId'>,
  { fundId, memberId, day }: Omit<Typed, 'secret'>,
): Promise<boolean> => {
  if (userId === undefined) return false
  for (const { cardId, revokedAt, ...card } of await store.cards(fundId))
    if (card.memberId === memberId && revokedAt === undefined)
      if (await couldBeOne(store, { networkId, userIds: [userId, cardId], day })) return true
  return false
}

/** Whether somebody had a hand in the word that is typed, her card or her sheet: it is none beside theirs alone. */
export const hadAHandInWord = async (
  needs: Needs,
  by: Pick<SessionRow, 'networkId' | 'userId'>,
  { secret, day, ...of }: Typed,
): Promise<boolean> => {
  const { networkId, userId } = by
  const codes = await codesFor(needs, { ...of, networkId }, secret)
  return codes.length > 0
    ? hadAHandInCodes(needs, codes, { ...of, networkId, userId, day })
    : hadAHandInCard(needs, by, { ...of, day })
}

type Tried = 'right' | TakenCode | 'wrong' | 'none' | NotLetIn

/** What fits: a code on her sheet, or her own secret. */
const tried = async (
  needs: Needs,
  by: SessionRow,
  { secret: typed, ...of }: Typed,
): Promise<Tried> => {
  const owner = { networkId: by.networkId, fundId: of.fundId, memberId: of.memberId }
  const codes = await codesFor(needs, owner, typed)
  if (codes.length > 0) return takeCode(needs, owner, { codes, typed, by })
  return isOwnSecretOf(needs, by, { ...of, secret: typed, isForMoney: true })
}

const noteOwn = (
  needs: Needs,
  { deviceId: device }: SessionRow,
  {
    fundId: scope,
    memberId,
    outcome,
    isPrivate,
  }: Owner & { readonly outcome: 'done' | 'refused'; readonly isPrivate: boolean },
): Promise<void> => {
  // Where the book names her the line does too: one name for both would lead from the one to the other.
  const subject = isPrivate ? wordSubject(needs, { fundId: scope, memberId }) : ownSubject(memberId)
  return note(needs, { scope, actor: 'nobody', device, action: 'sign-in', subject, outcome })
}

/** Her word for an entry; what of it was taken stays so only where that is recorded. */
export type OwnersWord =
  | { readonly refused: NotOwner }
  | { readonly settle: (isRecorded: boolean) => Promise<void> }

const nothingTaken: OwnersWord = { settle: () => Promise.resolve() }

type Asked = Typed & {
  readonly sum?: number
  readonly second?: string | undefined
  /** Whether it is about private money, of which nothing may name her. */
  readonly isPrivate?: boolean
}

/** Whether nobody stands behind it who had no hand in her word. */
const isOfHandsAlone = async (
  needs: Needs,
  by: SessionRow,
  { second, ...asked }: Asked,
): Promise<boolean> => {
  if (!(await hadAHandInWord(needs, by, asked))) return false
  const other = { networkId: by.networkId, userId: second }
  return second === undefined || hadAHandInWord(needs, other, asked)
}

/** What an answer to what was typed comes to; wrong ones are written down for her alone. */
const wordOf = async (
  needs: Needs,
  by: SessionRow,
  { answer, ...owner }: Owner & { readonly answer: Tried; readonly isPrivate: boolean },
): Promise<OwnersWord> => {
  const tell = (outcome: 'done' | 'refused') => noteOwn(needs, by, { ...owner, outcome })
  if (answer === 'right') return nothingTaken
  if (answer === 'none') return { refused: 'owner-without-pin' }
  if (answer !== 'wrong' && 'giveBack' in answer)
    return {
      // That a code of hers was used or tried, and when: she reads it once she has a page.
      settle: async (isRecorded) => {
        if (!isRecorded) await answer.giveBack()
        await tell(isRecorded ? 'done' : 'refused')
      },
    }
  await tell('refused')
  if (answer === 'wrong' || answer.code === 'sign-in-failed') return { refused: 'owner-pin-wrong' }
  return { refused: answer.code }
}

/**
 * Whether private money goes out for its owner's own word, or something is done that she stands behind herself. It is asked
 * at the table, on the device of whoever writes it down, and a wrong one costs a guess. Nothing of what she has is looked
 * at, so that nothing of it is told. That somebody tried stands in her own log alone: beside an entry of the same minute it
 * would name her. Who had a hand in her word needs another officer's beside it, who had none (`second`, a login).
 */
export const ownersWord = async (
  needs: Needs & { readonly isPractice: boolean },
  by: SessionRow,
  asked: Asked,
): Promise<OwnersWord> => {
  const { secret, fundId, memberId, isPrivate = false } = asked
  // People of the practice fund came by a door and have none to give.
  if (needs.isPractice && secret === '') return nothingTaken
  if (secret === '') return { refused: 'owner-pin-needed' }
  // Before it is looked at whether she has a sheet: else any seven digits would tell who has.
  if (await isForLess(needs, fundId, { typed: secret, sum: asked.sum }))
    return { refused: 'owner-code-for-less' }
  if (await isOfHandsAlone(needs, by, asked)) return { refused: 'owner-code-own-hand' }
  return wordOf(needs, by, {
    fundId,
    memberId,
    isPrivate,
    answer: await tried(needs, by, asked),
  })
}

/** Words that were given for entries, by the entry's id. */
export type GivenWords = Map<string, Extract<OwnersWord, { settle: unknown }>>

/**
 * Settles own words by what stands in the book: a code is spent by an entry, and by nothing else. Where nobody can say what
 * became of it, what was taken stays taken.
 */
export const settleGiven = async (
  store: Pick<Journal, 'find'>,
  fundId: string,
  given: GivenWords,
): Promise<void> => {
  if (given.size === 0) return
  try {
    const found = new Set((await store.find(fundId, [...given.keys()])).map(({ id }) => id))
    for (const [id, word] of given) await word.settle(found.has(id))
  } catch {
    // The entry was sent, and is answered as it was.
  }
}
