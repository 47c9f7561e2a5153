import { type Closing, closingBy } from '#infra/indexeddb/closing.ts'
import { asked, inOne } from '#infra/indexeddb/database.ts'

/*
 * The key to the book on a phone is drawn by chance and lies on the phone closed twice: by a key that the browser never lets
 * out, and by one that is made of the PIN and of the service's share. Without the phone, the PIN and the share nothing opens.
 */

/** Each guess at a PIN costs whoever has copied everything so many rounds. */
const rounds = 600_000
const saltBytes = 16
const keyBytes = 32
/** After so many wrong PINs the share is dropped: only the service gives it again, to somebody who is signed in. */
const guessesMax = 8
const dayMs = 24 * 60 * 60 * 1000

type Bytes = Uint8Array<ArrayBuffer>

type Kept = {
  readonly fundId: string
  readonly salt: Bytes
  /** AES-GCM, which the browser never lets out. */
  readonly deviceKey: CryptoKey
  /** The book's key, closed by PIN and share, and then by the device. */
  readonly wrapped: Bytes
  /** Closed by the device; gone where it was kept for too long. */
  readonly share: Bytes | undefined
  /** By the clock of this phone: whoever sets it back before a try has longer, and needs the PIN all the same. */
  readonly until: number
  readonly guesses: number
}

const encoder = new TextEncoder()
const place = 'vault'
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

const bytesOfHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

const hexOf = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The key of a PIN and a share. PBKDF2, because a browser counts it by itself: a script that stretches is slower on a cheap phone than on a thief's machine. */
const keyOf = async (pin: string, share: string, salt: Bytes): Promise<CryptoKey> => {
  const typed = await crypto.subtle.importKey('raw', encoder.encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  const stretched = new Uint8Array(await crypto.subtle.deriveBits(how, typed, 8 * keyBytes))
  const both = new Uint8Array([...stretched, ...bytesOfHex(share)])
  const joined = await crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey'])
  const derive = { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode('book key') }
  const use = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(derive, joined, use, false, ['encrypt', 'decrypt'])
}

const bookKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** What became of a try to open. */
export type Opening = { readonly closing: Closing } | 'wrong-pin' | 'share-gone' | 'nothing'

const kept = (database: IDBDatabase): Promise<Kept | undefined> =>
  inOne(database, 'readonly', (list) => asked(list('kept').get(place)) as Promise<Kept | undefined>)

const keep = (database: IDBDatabase, what: Kept): Promise<unknown> =>
  inOne(database, 'readwrite', (list) => asked(list('kept').put(what, place)))

/** Changes what lies here by what lies here, in one transaction: windows side by side do so one after another. Says what it was before. */
const changed = (database: IDBDatabase, change: (what: Kept) => Kept): Promise<Kept | undefined> =>
  inOne(database, 'readwrite', async (list) => {
    const what = (await asked(list('kept').get(place))) as Kept | undefined
    if (what) list('kept').put(change(what), place)
    return what
  })

const withShare = async (
  { deviceKey }: Pick<Kept, 'deviceKey'>,
  { share, days, now }: { readonly share: string; readonly days: number; readonly now: number },
): Promise<Pick<Kept, 'share' | 'until' | 'guesses'>> => ({
  share: await closingBy(deviceKey).close('share', share),
  until: now + days * dayMs,
  guesses: 0,
})

/** The key that PIN and share and device open together; throws for any other PIN. */
const unwrapped = async (
  { deviceKey, wrapped, salt }: Kept,
  pin: string,
  share: string,
): Promise<Closing> => {
  const inner = bytesOfHex(await closingBy(deviceKey).open('book', wrapped))
  const raw = bytesOfHex(await closingBy(await keyOf(pin, share, salt)).open('book', inner))
  const closing = closingBy(await bookKey(raw))
  raw.fill(0)
  return closing
}

/** What is left of a book whose time or guesses are over: it knows its share no more, whatever a clock says later. */
const afterTry = (what: Kept, now: number): Kept =>
  now > what.until || what.guesses >= guessesMax
    ? { ...what, share: undefined }
    : { ...what, guesses: what.guesses + 1 }

/**
 * Opens the book by its PIN, as long as the share may be kept. A try is counted before it is made, so that windows side by side
 * have no more of them together than one has, and whoever closes a window too soon has not tried for nothing.
 */
const openedBy = async (database: IDBDatabase, pin: string, now: number): Promise<Opening> => {
  const before = await changed(database, (what) => afterTry(what, now))
  if (!before) return 'nothing'
  const { deviceKey, guesses, share } = afterTry(before, now)
  if (share === undefined) return 'share-gone'
  const opened = await closingBy(deviceKey).open('share', share)
  const closing = await unwrapped(before, pin, opened).catch(() => undefined)
  if (closing) {
    await changed(database, (what) => ({ ...what, guesses: 0 }))
    return { closing }
  }
  if (guesses < guessesMax) return 'wrong-pin'
  // A share that came anew meanwhile has guesses of its own.
  await changed(database, (what) =>
    what.guesses < guessesMax ? what : { ...what, share: undefined },
  )
  return 'share-gone'
}

/** The keys of one phone. */
export const vaultIn = (database: IDBDatabase) => ({
  /** Of which fund a book lies here; undefined where none does. */
  fundId: async (): Promise<string | undefined> => (await kept(database))?.fundId,

  /** Draws a key for a book, and closes it up. */
  make: async ({
    fundId,
    pin,
    ...given
  }: {
    readonly fundId: string
    readonly pin: string
    readonly share: string
    readonly days: number
    readonly now: number
  }): Promise<Closing> => {
    const salt = random(saltBytes)
    const use = { name: 'AES-GCM', length: 256 }
    const deviceKey = await crypto.subtle.generateKey(use, false, ['encrypt', 'decrypt'])
    const raw = random(keyBytes)
    const inner = await closingBy(await keyOf(pin, given.share, salt)).close('book', hexOf(raw))
    const wrapped = await closingBy(deviceKey).close('book', hexOf(inner))
    const closing = closingBy(await bookKey(raw))
    raw.fill(0)
    await keep(database, {
      fundId,
      salt,
      deviceKey,
      wrapped,
      ...(await withShare({ deviceKey }, given)),
    })
    return closing
  },

  open: (pin: string, now: number): Promise<Opening> => openedBy(database, pin, now),

  /** The service was asked, and this phone may keep its share for so long again. */
  renew: async (given: {
    readonly share: string
    readonly days: number
    readonly now: number
  }): Promise<void> => {
    const what = await kept(database)
    const anew = what && (await withShare(what, given))
    if (anew) await changed(database, (now) => ({ ...now, ...anew }))
  },
})

export type Vault = ReturnType<typeof vaultIn>
