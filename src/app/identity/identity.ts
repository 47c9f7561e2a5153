import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Secrets } from '#domain/access/secrets.ts'
import type {
  ActivityLog,
  Budgets,
  Cards,
  Clock,
  FundViews,
  Hasher,
  Ids,
  NetworkViews,
  People,
  Random,
  Signer,
} from '#domain/ports.ts'

/** What it takes to know who asks. */
export type IdentityNeeds = {
  readonly store: People & Cards & Budgets & ActivityLog & FundViews & NetworkViews
  readonly secrets: Secrets
  readonly random: Random
  readonly hash: Hasher
  readonly clock: Clock
  readonly ids: Ids
}

/** What it takes to name somebody in a row as only this service can. */
export type NamingNeeds = { readonly signer: Pick<Signer, 'mark'>; readonly hash: Hasher }

/**
 * What stands in a row instead of whose it is, made with a secret outside the database: whoever has the file alone does not
 * find out of whom it is, or that two kinds of rows are about one person.
 */
export const keyedName = (
  { signer, hash }: NamingNeeds,
  fundId: string,
  said: readonly string[],
): string => hash(signer.mark(fundId, lengthPrefixed(['village-fund/keyed-name/1', ...said])))

const minute = 60_000

/** How long a session lasts without a sign of life, and at most. A household's is short: phones are shared. */
export const lifetimes = {
  user: { idleMs: 30 * minute, wholeMs: 12 * 60 * minute },
  card: { idleMs: 10 * minute, wholeMs: 60 * minute },
  /** Dangerous acts ask for the secret again after this. */
  stepUpMs: 5 * minute,
} as const

/** A token names the network or fund that can check it, and carries 256 bits that only its holder has. */
export const newToken = (scope: string, { random }: Pick<IdentityNeeds, 'random'>): string =>
  `${scope}.${random.token()}`

/** The network or fund that a token names; undefined for anything that is no token. */
export const scopeOfToken = (token: string): string | undefined =>
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(token)?.[1]

const latinDigits = (text: string): string =>
  text.replaceAll(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))

/** A number of several digits as it was typed: of either script, in groups or not. */
export const typedDigits = (typed: string): string => latinDigits(typed).replaceAll(/[\s-]/g, '')

/** A secret as it was typed; six digits are a PIN, whichever script the keyboard is set to. */
export const typedSecret = (typed: string): string =>
  /^[0-9\u17e0-\u17e9]{6}$/.test(typed) ? latinDigits(typed) : typed

/**
 * The key under which two spellings of one login meet: case, spaces, digits of either script, Khmer
 * signs that look alike and signs that do not show at all. A login is stored as it was typed.
 */
export const loginKeyOf = (login: string): string =>
  latinDigits(login.normalize('NFKC').toLowerCase())
    .replaceAll(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll('\u17d2\u178a', '\u17d2\u178f')

/** What may be a login: a name or a phone number, short enough for a screen. */
export const isLogin = (login: string): boolean =>
  /^[\p{L}\p{M}\p{N}+][\p{L}\p{M}\p{N}\s.+@_\u200b-]{1,59}$/u.test(login) &&
  loginKeyOf(login).length >= 2
