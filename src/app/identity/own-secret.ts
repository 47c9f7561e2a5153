import type { SessionRow, User } from '#domain/ports.ts'
import { type IdentityNeeds, type NamingNeeds, typedSecret } from '#src/app/identity/identity.ts'
import { keepOwnDigits } from '#src/app/identity/cards.ts'
import { voidCodes, voidCodesOfLogin } from '#src/app/identity/paper-codes.ts'
import { endSessionsOf } from '#src/app/identity/sessions.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { checkSecret, pinAtDoor } from '#src/app/identity/sign-in.ts'
import { type WeakSecret, drawPin, secretFault } from '#src/app/identity/users.ts'

/** What the new secret is to be: one that was chosen, or six digits that the machine draws. */
type NewSecret = { readonly chosen: string } | 'drawn'

type Changed = { readonly pin: string | undefined }

const ownUser = async (
  { store }: IdentityNeeds,
  { networkId, userId }: SessionRow,
): Promise<User | undefined> => (userId === undefined ? undefined : store.user(networkId, userId))

/** Draws other digits for the card that somebody came by, at the cost of a guess at its door; whoever else came by it is out. */
const drawOwnDigits = async (
  needs: IdentityNeeds & NamingNeeds,
  { networkId, deviceId, sessionId, card: own }: SessionRow,
  secret: string,
): Promise<Changed | NotLetIn> => {
  const found = (await needs.store.cards(own!.fundId)).find(({ cardId }) => cardId === deviceId)
  const fits =
    found?.revokedAt === undefined
      ? found && (await pinAtDoor(needs, networkId, found, secret))
      : 'wrong'
  if (found === undefined || fits === undefined || fits === 'wrong')
    return { code: 'sign-in-failed' }
  if (fits !== 'right') return fits
  const card = (await needs.store.cards(found.fundId)).find(({ cardId }) => cardId === deviceId)
  const pin = card && (await keepOwnDigits(needs, card))
  if (pin === undefined) return { code: 'sign-in-failed' }
  // What officers printed for her is her word no more: she has one of her own.
  await voidCodes(needs, { networkId, ...own! })
  await endSessionsOf(
    needs,
    networkId,
    (other) => other.deviceId === deviceId && other.sessionId !== sessionId,
  )
  return { pin }
}

/**
 * Changes somebody's own secret, who gives the one of before: at the cost of a guess, so that an open session alone
 * changes nothing. Wherever else that person is signed in it ends. A weak one is told before any guess is taken.
 */
export const changeOwnSecret = async (
  needs: IdentityNeeds & NamingNeeds,
  session: SessionRow,
  { secret, to }: { readonly secret: string; readonly to: NewSecret },
): Promise<Changed | WeakSecret | NotLetIn> => {
  if (session.card && to === 'drawn') return drawOwnDigits(needs, session, secret)
  const user = await ownUser(needs, session)
  if (!user) return { code: 'sign-in-failed' }
  const weak = to === 'drawn' ? undefined : secretFault(to.chosen, user.login)
  if (weak) return weak
  const { networkId, userId, deviceId, sessionId } = session
  const checked = await checkSecret(needs, { networkId, deviceId, login: user.login, secret })
  if ('code' in checked) return checked
  const pin = to === 'drawn' ? drawPin(needs) : undefined
  const anew = pin ?? typedSecret(to === 'drawn' ? '' : to.chosen)
  const sealed = await needs.secrets.seal(anew, user.userId)
  const current = await needs.store.user(networkId, user.userId)
  // Shut out, or given another secret, while this one was being stretched.
  if (!current || current.disabledAt !== undefined || current.secret === undefined)
    return { code: 'sign-in-failed' }
  await needs.store.keepUser({ ...current, secret: sealed })
  await voidCodesOfLogin(needs, current)
  const isElsewhere = (other: SessionRow): boolean =>
    other.userId === userId && other.sessionId !== sessionId
  await endSessionsOf(needs, networkId, isElsewhere)
  return { pin }
}
