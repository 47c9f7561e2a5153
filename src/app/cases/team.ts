import { type Guess, afterSuccess, takeGuess } from '#domain/access/lockout.ts'
import type { LeafChange } from '#domain/cases/leaves.ts'
import { keyLogChanges } from '#src/app/cases/key-log.ts'
import {
  type LeafNeeds,
  type LeafPage,
  changesOf,
  readPage,
  readPages,
  untilKept,
} from '#src/app/cases/leaf-pages.ts'
import { fromText, toText } from '#src/app/cases/sealed-text.ts'

/** What keeps a worker's own key: only the passphrase opens it, and only together with the secret of the service. */
type KeptKey = {
  readonly publicKey: string
  readonly salt: string
  /** The private key, base64url. */
  readonly sealed: string
  /** A place that the secret of its sealing makes: by another one it was sealed under another secret. */
  readonly under?: string
  readonly failures: number
  readonly since: string
  readonly lockedUntil?: string | undefined
}

/** Keeps a few sealed bytes elsewhere than the leaves, so that an older copy of them is known when it is put back. */
export interface KeptBeside {
  read(): Promise<Uint8Array | undefined>
  write(sealed: Uint8Array): Promise<void>
}

export type CaseNeeds = LeafNeeds & {
  readonly clock: () => string
  readonly networkId: string
  /** Left out, nobody notices an older copy. */
  readonly kept?: KeptBeside | undefined
}

/** A key that nobody has tried to open yet. */
export type NewKey = Pick<KeptKey, 'publicKey' | 'salt' | 'sealed'>

/** Somebody whose key is open, for one request. */
export type AtDesk = { readonly userId: string; readonly privateKey: string }

const keyName = (networkId: string, userId: string): string => `key/${networkId}/${userId}`
const teamName = (networkId: string): string => `team/${networkId}`
const about = (networkId: string, userId: string): string => `private key\n${networkId}\n${userId}`

/** Short ones are guessed once somebody has the secret of the service too; four words are not. */
export const passphraseMin = 14
export const passphraseMax = 200

const passphrases = 'passphrases'

const sealedKey = async (
  { keys, networkId }: CaseNeeds,
  {
    userId,
    passphrase,
    privateKey,
  }: { readonly userId: string; readonly passphrase: string; readonly privateKey: string },
) => {
  const salt = keys.newId()
  const by = (await keys.stretched(passphrase, salt, 0))!
  const plain = new TextEncoder().encode(privateKey)
  const sealed = toText(await keys.seal(by, about(networkId, userId), plain))
  return { salt, sealed, under: await keys.idOf(passphrases) }
}

const opened = async (
  { keys, networkId }: CaseNeeds,
  { userId, passphrase, kept }: { userId: string; passphrase: string; kept: KeptKey },
): Promise<{ readonly privateKey: string; readonly age: number } | undefined> => {
  for (let age = 0; ; age += 1) {
    const by = await keys.stretched(passphrase, kept.salt, age)
    if (!by) return undefined
    const plain = await keys.open(by, about(networkId, userId), fromText(kept.sealed))
    if (plain) return { privateKey: new TextDecoder().decode(plain), age }
  }
}

const ownPage = (needs: CaseNeeds, userId: string): Promise<LeafPage<KeptKey>> =>
  readPage<KeptKey>(needs, keyName(needs.networkId, userId))

/** The public key of somebody of the team; undefined where they have chosen no passphrase yet. */
export const publicKeyOf = async (needs: CaseNeeds, userId: string): Promise<string | undefined> =>
  (await ownPage(needs, userId)).value?.publicKey

/** Everybody who has a key, by login. */
export const teamOf = async (needs: CaseNeeds): Promise<readonly string[]> =>
  (await readPage<readonly string[]>(needs, teamName(needs.networkId))).value ?? []

/** Draws a key for somebody, sealed under a passphrase of theirs. */
export const drawnKey = async (
  needs: CaseNeeds,
  { userId, passphrase }: { readonly userId: string; readonly passphrase: string },
): Promise<{ readonly key: NewKey; readonly desk: AtDesk }> => {
  const { publicKey, privateKey } = await needs.keys.newPair()
  const key = { publicKey, ...(await sealedKey(needs, { userId, passphrase, privateKey })) }
  return { key, desk: { userId, privateKey } }
}

/** Puts a key on a page as it was read, and its owner among the team. */
const putKey = async (
  needs: CaseNeeds,
  own: LeafPage<KeptKey>,
  { userId, key }: { readonly userId: string; readonly key: NewKey },
): Promise<readonly LeafChange[]> => {
  const team = await readPage<readonly string[]>(needs, teamName(needs.networkId))
  const all = new Set([...(team.value ?? []), userId])
  return [
    ...(await changesOf(needs, own, { ...key, failures: 0, since: needs.clock() })),
    ...(await changesOf(needs, team, [...all].toSorted())),
  ]
}

/** Puts a key in the place of whatever somebody had, and them among the team. */
export const keyChanges = async (
  needs: CaseNeeds,
  userId: string,
  key: NewKey,
): Promise<readonly LeafChange[]> => putKey(needs, await ownPage(needs, userId), { userId, key })

/**
 * Gives somebody a key of their own, once, with another one behind it: whoever has one opens it, or gets another by two
 * holders (`renewing.ts`).
 */
export const enrol = (
  needs: CaseNeeds,
  {
    behind,
    ...whose
  }: { readonly userId: string; readonly passphrase: string; readonly behind?: string },
): Promise<AtDesk | 'has-a-key'> =>
  untilKept<AtDesk | 'has-a-key'>(needs, async () => {
    const { userId } = whose
    // The page that is looked at is the one that is written on: a key of somebody quicker is not written over.
    const own = await ownPage(needs, userId)
    if (own.value) return { answer: 'has-a-key', changes: [] }
    const { key, desk } = await drawnKey(needs, whose)
    const line = { userId, on: needs.clock().slice(0, 10), what: 'made' } as const
    // Where nobody stands behind it nothing is told: invented teams begin so.
    const told = behind === undefined ? [] : await keyLogChanges(needs, { ...line, by: [behind] })
    const changes = [...(await putKey(needs, own, { userId, key })), ...told]
    return { answer: desk, changes }
  })

type Guesses = Pick<KeptKey, 'failures' | 'since' | 'lockedUntil'>

const secondName = (networkId: string, asker: string): string => `second/${networkId}/${asker}`

/**
 * Whether somebody's passphrase is theirs, typed at the desk of another one. Wrong ones are counted against whoever asked, and
 * shut nobody out who was not there.
 */
export const isSecond = async (
  needs: CaseNeeds,
  { asker, userId, passphrase }: { asker: string; userId: string; passphrase: string },
): Promise<boolean> => {
  const name = secondName(needs.networkId, asker)
  const guess = await untilKept<Guess>(needs, async () => {
    const page = await readPage<Guesses>(needs, name)
    const before = page.value && { lockedUntil: undefined, ...page.value }
    const { budget, answer } = takeGuess(before, needs.clock())
    return { answer, changes: await changesOf<Guesses>(needs, page, budget) }
  })
  if (guess.may !== 'guess') return false
  const { value } = await readPage<KeptKey>(needs, keyName(needs.networkId, userId))
  const found = value && (await opened(needs, { userId, passphrase, kept: value }))
  if (!found) return false
  await untilKept(needs, async () => {
    const page = await readPage<Guesses>(needs, name)
    return { answer: undefined, changes: await changesOf(needs, page, undefined) }
  })
  return true
}

/** Counts a guess before it is looked at, so that a thousand at once are a thousand. */
const guessed = (needs: CaseNeeds, userId: string): Promise<Guess | undefined> =>
  untilKept<Guess | undefined>(needs, async () => {
    const page = await readPage<KeptKey>(needs, keyName(needs.networkId, userId))
    if (!page.value) return { answer: undefined, changes: [] }
    const { failures, since, lockedUntil } = page.value
    const { budget, answer } = takeGuess({ failures, since, lockedUntil }, needs.clock())
    return { answer, changes: await changesOf(needs, page, { ...page.value, ...budget }) }
  })

/** Opens somebody's key by the passphrase. Guesses are counted; after twenty it takes two holders. */
export const unlocked = async (
  needs: CaseNeeds,
  { userId, passphrase }: { readonly userId: string; readonly passphrase: string },
): Promise<AtDesk | 'wrong' | Exclude<Guess, { may: 'guess' }>> => {
  const guess = await guessed(needs, userId)
  if (!guess) return 'wrong'
  if (guess.may !== 'guess') return guess
  const name = keyName(needs.networkId, userId)
  const { value } = await readPage<KeptKey>(needs, name)
  const found = value && (await opened(needs, { userId, passphrase, kept: value }))
  if (!found) return 'wrong'
  const { privateKey, age } = found
  const anew =
    age === 0
      ? { under: await needs.keys.idOf(passphrases) }
      : await sealedKey(needs, { userId, passphrase, privateKey })
  await untilKept(needs, async () => {
    const page = await readPage<KeptKey>(needs, name)
    const after = page.value && { ...page.value, ...anew, ...afterSuccess(needs.clock()).budget }
    return { answer: undefined, changes: await changesOf(needs, page, after) }
  })
  return { userId, privateKey }
}

/** Seals an open key under another passphrase. */
export const withPassphrase = (
  needs: CaseNeeds,
  { userId, privateKey }: AtDesk,
  passphrase: string,
): Promise<void> =>
  untilKept(needs, async () => {
    const page = await readPage<KeptKey>(needs, keyName(needs.networkId, userId))
    const anew = await sealedKey(needs, { userId, passphrase, privateKey })
    const after = page.value && { ...page.value, ...anew }
    return { answer: undefined, changes: await changesOf(needs, page, after) }
  })

/** The public keys of several. */
export const publicKeysOf = async (
  needs: CaseNeeds,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const pages = await readPages<KeptKey>(
    needs,
    userIds.map((userId) => keyName(needs.networkId, userId)),
  )
  return new Map(
    pages.flatMap(({ value }, i) => (value ? [[userIds[i]!, value.publicKey] as const] : [])),
  )
}

/** All names under which something of the team lies. */
export const teamNames = async (needs: CaseNeeds): Promise<readonly string[]> => {
  const { networkId } = needs
  const own = (await teamOf(needs)).flatMap((userId) => [
    keyName(networkId, userId),
    secondName(networkId, userId),
  ])
  return [teamName(networkId), ...own]
}

/** How many keys wait for their owner's passphrase to be sealed under the secret of now. */
export const keysUnderOlder = async (needs: CaseNeeds): Promise<number> => {
  const names = (await teamOf(needs)).map((userId) => keyName(needs.networkId, userId))
  const now = await needs.keys.idOf(passphrases)
  const pages = await readPages<KeptKey>(needs, names)
  return pages.filter(({ value }) => value && value.under !== now).length
}
