import { giveBackSharedGuess, takeSharedGuess } from '#domain/access/lockout.ts'
import type { Journal, SessionRow } from '#domain/ports.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import {
  type TakenCode,
  codesFor,
  hadAHandInCodes,
  isForLess,
  takeCode,
} from '#src/app/identity/paper-codes.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { loginsOfMember } from '#src/app/identity/own-doors.ts'
import { checkSecret, isOwnSecret, isPinOfMember } from '#src/app/identity/sign-in.ts'

export type NotOwner =
  | 'owner-pin-needed'
  | 'owner-pin-wrong'
  | 'owner-without-pin'
  | 'owner-code-own-hand'
  | 'owner-code-for-less'
  | Exclude<NotLetIn['code'], 'sign-in-failed'>

type Owner = { readonly fundId: string; readonly memberId: string }

/**
 * Whether a secret is her own: the PIN of her card, and where she has none the secret of the login that she had first. A
 * login that somebody makes beside the card or the older one opens nothing of what is hers alone.
 */
const isOwnSecretOf = async (
  needs: IdentityNeeds,
  { networkId, deviceId }: SessionRow,
  { fundId, memberId, secret }: Owner & { readonly secret: string },
): Promise<'right' | 'wrong' | 'none' | NotLetIn> => {
  const { store } = needs
  const hasCard = (await store.cards(fundId)).some(
    (one) => one.memberId === memberId && one.revokedAt === undefined,
  )
  if (hasCard) return isPinOfMember(needs, { networkId, fundId, memberId, pin: secret })
  const ids = await loginsOfMember(store, { networkId, fundId, memberId })
  const users = await Promise.all(ids.map((id) => store.user(networkId, id)))
  const [user] = users
    .filter((one) => one !== undefined)
    .filter(({ disabledAt }) => disabledAt === undefined)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  if (user?.secret === undefined) return 'none'
  const checked = await checkSecret(needs, { networkId, deviceId, login: user.login, secret })
  return 'code' in checked ? checked : 'right'
}

/** Whether whoever is signed in gives her own secret before what is hers alone is shown, at the cost of a guess. */
export const isOwnersSecret = async (
  needs: IdentityNeeds,
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
  needs: IdentityNeeds,
  by: Pick<SessionRow, 'networkId' | 'userId'>,
  { secret, day, ...of }: Typed,
): Promise<boolean> => {
  const codes = await codesFor(needs, { ...of, networkId: by.networkId }, secret)
  return codes.length > 0
    ? hadAHandInCodes(needs, codes, { ...by, day })
    : hadAHandInCard(needs, by, { ...of, day })
}

type Tried = 'right' | TakenCode | 'wrong' | 'none' | NotLetIn

const isWrongWord = (answer: Tried): boolean =>
  answer === 'wrong' ||
  (typeof answer === 'object' && 'code' in answer && answer.code === 'sign-in-failed')

/** What fits: a code on her sheet, or her own secret. */
const tried = async (
  needs: IdentityNeeds,
  by: SessionRow,
  { secret: typed, ...of }: Typed,
): Promise<Tried> => {
  const owner = { networkId: by.networkId, fundId: of.fundId, memberId: of.memberId }
  const codes = await codesFor(needs, owner, typed)
  if (codes.length === 0) return isOwnSecretOf(needs, by, { ...of, secret: typed })
  return takeCode(needs, owner, { codes, typed })
}

/** So many wrong words a day one writer may take down: more would shut the doors of all households of the fund. */
const wrongAtTableMax = 30

/** What a writer may try at the table, beside the lock of whoever's word it is. */
const guessAtTable = ({ store, clock }: IdentityNeeds, by: SessionRow, fundId: string) => {
  const at = clock()
  const subject = `table:${by.userId ?? by.deviceId}`
  return {
    isLeft: async (): Promise<boolean> => {
      const taken = await store.changeBudget(fundId, subject, (before) =>
        takeSharedGuess(before, at, wrongAtTableMax),
      )
      return taken.may === 'guess'
    },
    giveBack: (): Promise<unknown> =>
      store.changeBudget(fundId, subject, (before) => giveBackSharedGuess(before, at)),
  }
}

const noteOwn = (
  needs: IdentityNeeds,
  { deviceId: device }: SessionRow,
  { fundId: scope, memberId, outcome }: Owner & { readonly outcome: 'done' | 'refused' },
): Promise<void> => {
  const subject = ownSubject(memberId)
  return note(needs, { scope, actor: 'nobody', device, action: 'sign-in', subject, outcome })
}

/** Her word for an entry; what of it was taken stays so only where that is recorded. */
export type OwnersWord =
  | { readonly refused: NotOwner }
  | { readonly settle: (isRecorded: boolean) => Promise<void> }

const nothingTaken: OwnersWord = { settle: () => Promise.resolve() }

type Asked = Typed & { readonly sum?: number; readonly second?: string | undefined }

/** Whether nobody stands behind it who had no hand in her word. */
const isOfHandsAlone = async (
  needs: IdentityNeeds,
  by: SessionRow,
  { second, ...asked }: Asked,
): Promise<boolean> => {
  if (!(await hadAHandInWord(needs, by, asked))) return false
  const other = { networkId: by.networkId, userId: second }
  return second === undefined || hadAHandInWord(needs, other, asked)
}

/** What an answer to what was typed comes to; wrong ones are written down for her alone. */
const wordOf = async (
  needs: IdentityNeeds,
  by: SessionRow,
  { answer, ...owner }: Owner & { readonly answer: Tried },
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
  needs: IdentityNeeds & { readonly isPractice: boolean },
  by: SessionRow,
  asked: Asked,
): Promise<OwnersWord> => {
  const { secret, fundId, memberId } = asked
  // People of the practice fund came by a door and have none to give.
  if (needs.isPractice && secret === '') return nothingTaken
  if (secret === '') return { refused: 'owner-pin-needed' }
  // Before it is looked at whether she has a sheet: else any seven digits would tell who has.
  if (await isForLess(needs, fundId, { typed: secret, sum: asked.sum }))
    return { refused: 'owner-code-for-less' }
  if (await isOfHandsAlone(needs, by, asked)) return { refused: 'owner-code-own-hand' }
  const guess = guessAtTable(needs, by, fundId)
  if (!(await guess.isLeft())) return { refused: 'wait' }
  const answer = await tried(needs, by, asked)
  if (!isWrongWord(answer)) await guess.giveBack()
  return wordOf(needs, by, { fundId, memberId, answer })
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
