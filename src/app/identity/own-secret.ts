import type { SessionRow, User } from '#domain/ports.ts'
import { type IdentityNeeds, typedSecret } from '#src/app/identity/identity.ts'
import { voidCodesOfLogin } from '#src/app/identity/paper-codes.ts'
import { endSessionsOf } from '#src/app/identity/sessions.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'
import { type WeakSecret, drawPin, secretFault } from '#src/app/identity/users.ts'

/** What the new secret is to be: one that was chosen, or six digits that the machine draws. */
type NewSecret = { readonly chosen: string } | 'drawn'

type Changed = { readonly pin: string | undefined }

const ownUser = async (
  { store }: IdentityNeeds,
  { networkId, userId }: SessionRow,
): Promise<User | undefined> => (userId === undefined ? undefined : store.user(networkId, userId))

/**
 * Changes somebody's own secret, who gives the one of before: at the cost of a guess, so that an open session alone
 * changes nothing. Wherever else that person is signed in it ends. A weak one is told before any guess is taken.
 */
export const changeOwnSecret = async (
  needs: IdentityNeeds,
  session: SessionRow,
  { secret, to }: { readonly secret: string; readonly to: NewSecret },
): Promise<Changed | WeakSecret | NotLetIn> => {
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
