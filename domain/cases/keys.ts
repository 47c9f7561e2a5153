import type { LeafId } from '#domain/cases/leaves.ts'

/** The two halves of a worker's own key, base64url. */
export type KeyPair = { readonly publicKey: string; readonly privateKey: string }

type Bytes = Uint8Array<ArrayBuffer>

/**
 * All that cases are sealed with. `about` is bound into every seal: what was moved to another case, worker or leaf opens
 * nowhere. Whatever cannot be opened is as if there were nothing.
 */
export interface CaseKeys {
  newPair(): Promise<KeyPair>
  /** To somebody's own key (HPKE, base64url): whoever seals it cannot open it again. */
  sealTo(publicKey: string, about: string, plain: Uint8Array): Promise<string>
  openWith(privateKey: string, about: string, sealed: string): Promise<Bytes | undefined>
  /** 256 random bits, for one case. */
  newKey(): Bytes
  /** AES-256-GCM by a key, 28 bytes longer than what is sealed. */
  seal(key: Uint8Array, about: string, plain: Uint8Array): Promise<Bytes>
  open(key: Uint8Array, about: string, sealed: Uint8Array): Promise<Bytes | undefined>
  /** By the secret of the service, which is in no database; opened by those before it too. */
  sealHere(about: string, plain: Uint8Array): Promise<Bytes>
  openHere(about: string, sealed: Uint8Array): Promise<Bytes | undefined>
  /** Whether a secret of before has sealed it; undefined where none opens it. */
  isOld(about: string, sealed: Uint8Array): Promise<boolean | undefined>
  newId(): LeafId
  /** The place of what is found by a name, which nobody can foresee without the secret. */
  idOf(name: string): Promise<LeafId>
  /** The same under the secret of now and those before it, the latest first. */
  idsOf(name: string): Promise<readonly LeafId[]>
  /**
   * A key of what somebody has in mind, made slowly. A secret of the service is in it: that of now, or one before it, which
   * is `age` changes old; undefined where there is none so old.
   */
  stretched(passphrase: string, salt: string, age: number): Promise<Bytes | undefined>
}
