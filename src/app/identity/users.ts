import type { User } from '#domain/ports.ts'
import { type IdentityNeeds, isLogin, loginKeyOf } from '#src/app/identity/identity.ts'
import { endSessionsOf } from '#src/app/identity/sessions.ts'

/** Whether somebody may be called so; a line break or a tab would make two lines of one, wherever names are listed. */
export const mayBeLogin = (login: string): boolean =>
  isLogin(login) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(login.trim())

/** Adds somebody who may sign in. What they may do then is said by the journals, not here. */
export const addUser = async (
  needs: IdentityNeeds,
  { networkId, login }: { readonly networkId: string; readonly login: string },
): Promise<User | { readonly code: 'login-taken' | 'login-not-a-name' }> => {
  if (!mayBeLogin(login)) return { code: 'login-not-a-name' }
  const user: User = {
    networkId,
    userId: needs.ids(),
    login: login.trim(),
    loginKey: loginKeyOf(login),
    secret: undefined,
    createdAt: needs.clock(),
    disabledAt: undefined,
  }
  return (await needs.store.keepUser(user)) === 'kept' ? user : { code: 'login-taken' }
}

/** Shuts somebody out at once, or lets them in again. */
export const setDisabled = async (
  needs: IdentityNeeds,
  user: User,
  isDisabled: boolean,
): Promise<void> => {
  const { networkId, userId } = user
  const current = (await needs.store.user(networkId, userId)) ?? user
  await needs.store.keepUser({ ...current, disabledAt: isDisabled ? needs.clock() : undefined })
  if (isDisabled) await endSessionsOf(needs, networkId, (session) => session.userId === userId)
}

/** Why a secret that somebody chose will not do. */
export type WeakSecret = {
  readonly code: 'secret-too-short' | 'secret-too-simple' | 'secret-too-long'
}

const weaknesses: readonly string[] = [
  'secret-too-short',
  'secret-too-simple',
  'secret-too-long',
] satisfies WeakSecret['code'][]

export const isWeak = (told: { readonly code: string }): told is WeakSecret =>
  weaknesses.includes(told.code)

/** What people here reach for first: the house's own words, and the beginnings of common passwords. */
const guessedFirst = [
  'password',
  'passphrase',
  'secret',
  'welcome',
  'letmein',
  'qwertyuiop',
  'qwerty',
  'asdfgh',
  'iloveyou',
  'admin',
  'village',
  'fund',
  'savings',
  'cambodia',
  'khmer',
  'riel',
  'chair',
  'treasurer',
  'record-keeper',
  'មូលនិធិ',
  'ភូមិ',
  'កម្ពុជា',
  'ខ្មែរ',
  'រៀល',
].map(loginKeyOf)

const signsMin = 5

/** Whether little is left of a secret once digits, spaces and the words that are guessed first are taken away. */
const isMadeOfFirstGuesses = (secret: string): boolean => {
  const left = guessedFirst.reduce((text, word) => text.replaceAll(word, ''), loginKeyOf(secret))
  return [...left.replaceAll(/\d/g, '')].length < signsMin
}

const lengthMin = 12
const lengthMax = 200

/** Six digits drawn by the machine are a PIN; what a person chooses must be long and not one key. */
export const secretFault = (secret: string, login: string): WeakSecret | undefined => {
  const length = [...secret.normalize('NFC')].length
  if (length < lengthMin) return { code: 'secret-too-short' }
  if (length > lengthMax) return { code: 'secret-too-long' }
  const isOneKey = new Set(secret).size < signsMin
  const isLoginAgain = loginKeyOf(secret).includes(loginKeyOf(login))
  return isOneKey || isLoginAgain || isMadeOfFirstGuesses(secret)
    ? { code: 'secret-too-simple' }
    : undefined
}

/** Sets what somebody signs in with, and ends what was signed in with the old one. */
export const setSecret = async (
  needs: IdentityNeeds,
  user: User,
  secret: string,
): Promise<void> => {
  const sealed = await needs.secrets.seal(secret, user.userId)
  await keepSealed(needs, user, sealed)
}

/** Writes a sealed secret, and leaves what else became of the user while it was being stretched. */
export const keepSealed = async (
  needs: IdentityNeeds,
  user: User,
  secret: string | undefined,
): Promise<void> => {
  const { networkId, userId } = user
  const current = (await needs.store.user(networkId, userId)) ?? user
  await needs.store.keepUser({ ...current, secret })
  await endSessionsOf(needs, networkId, (session) => session.userId === userId)
}

/**
 * Six digits drawn by the machine: people choose birthdays. All of them are as likely as one another. To
 * leave out those that look chosen would only tell a guesser where not to look.
 */
export const drawPin = ({ random }: Pick<IdentityNeeds, 'random'>): string =>
  String(random.below(1_000_000)).padStart(6, '0')
