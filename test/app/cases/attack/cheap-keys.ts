import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
} from 'node:crypto'
import type { CaseKeys } from '#domain/cases/keys.ts'
import { isSame } from '#infra/cases/sound.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Chance = {
  readonly below: (bound: number) => number
  readonly bytes: (count: number) => Bytes
}

/** Chance that is the same for the same number, so that a world that was attacked can be attacked again. */
export const chanceOf = (seed: number | string): Chance => {
  // Numbers that follow each other must not give draws that do.
  let state = createHash('sha256').update(`${seed}`).digest().readInt32LE()
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return {
    below: (bound) => Math.floor((next() / 2 ** 32) * bound),
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 255),
  }
}

const nonceBytes = 12
const tagBytes = 16
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const keys256 = new Map<string, Buffer>()
/** Few texts give keys and places, each of them many times. */
const keyOf = (text: string): Buffer => {
  const key = keys256.get(text) ?? createHash('sha256').update(text).digest()
  keys256.set(text, key)
  return key
}
const copied = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))

const lengthOf = (plain: Uint8Array): number => {
  let length = plain.length
  while (length > 0 && plain[length - 1] === 0x20) length -= 1
  return length
}

/** What was sealed by which key about what: whoever has that key and asks about that has it open. */
type Sealed = { readonly key: Uint8Array; readonly about: string; readonly plain: Bytes }

/**
 * The seals of cases as they are, but for the slow parts: nothing is stretched, what is for a worker is sealed by a key
 * that both halves give, and what was sealed here is remembered and not opened. `lengths` tells of each leaf how long its text is, which nobody may see.
 */
export const cheapKeys = (
  chance: Chance,
  newId: () => string = () => hex(chance.bytes(16)),
): { readonly keys: CaseKeys; readonly lengths: ReadonlyMap<string, number> } => {
  const texts = new WeakMap<Uint8Array, number>()
  const plains = new WeakMap<Uint8Array, Sealed>()
  const lengths = new Map<string, number>()
  const made = new WeakMap<Uint8Array, KeyObject>()
  const ready = (key: Uint8Array): KeyObject => {
    const found = made.get(key) ?? createSecretKey(key)
    made.set(key, found)
    return found
  }
  const here = keyOf('the secret of this service')
  const seal = (key: Uint8Array, about: string, plain: Uint8Array): Bytes => {
    const nonce = chance.bytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', ready(key), nonce).setAAD(Buffer.from(about))
    const sealed = copied(nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag())
    texts.set(sealed, texts.get(plain) ?? lengthOf(plain))
    plains.set(sealed, { key, about, plain: plain as Bytes })
    return sealed
  }
  const open = (key: Uint8Array, about: string, sealed: Uint8Array): Bytes | undefined => {
    const known = plains.get(sealed)
    if (known) return isSame(known.key, key) && known.about === about ? known.plain : undefined
    try {
      const opener = createDecipheriv('aes-256-gcm', ready(key), sealed.subarray(0, nonceBytes))
      opener.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagBytes))
      return copied(opener.update(sealed.subarray(nonceBytes, -tagBytes)), opener.final())
    } catch {
      return undefined
    }
  }
  const idOf = (name: string): string => hex(keyOf(`the secret of places ${name}`)).slice(0, 32)
  const keys: CaseKeys = {
    newPair: async () => {
      const both = hex(chance.bytes(32))
      return { publicKey: both, privateKey: both }
    },
    sealTo: async (publicKey, about, plain) =>
      Buffer.from(seal(keyOf(publicKey), about, plain)).toString('base64url'),
    openWith: async (privateKey, about, sealed) =>
      open(keyOf(privateKey), about, Buffer.from(sealed, 'base64url')),
    newKey: () => chance.bytes(32),
    seal: async (key, about, plain) => seal(key, about, plain),
    open: async (key, about, sealed) => open(key, about, sealed),
    sealHere: async (about, plain) => {
      const sealed = seal(here, about, plain)
      lengths.set(about, texts.get(sealed)!)
      return sealed
    },
    openHere: async (about, sealed) => open(here, about, sealed),
    isOld: async () => false,
    newId,
    idOf: async (name) => idOf(name),
    idsOf: async (name) => [idOf(name)],
    stretched: async (passphrase, salt) => copied(keyOf(`${passphrase} ${salt}`)),
  }
  return { keys, lengths }
}
