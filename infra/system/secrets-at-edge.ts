import { argon2id as argon2idInScript } from '@noble/hashes/argon2.js'
import type { Secrets } from '#domain/access/secrets.ts'
import { type Stretch, hashBytes, secretsWith } from '#infra/system/secrets.ts'

/** What other hosts have sealed is checked by a program in script: the same bytes, several times slower. */
const argon2id: Stretch = async (message, salt, [m, t, p]) =>
  Buffer.from(argon2idInScript(message, salt, { m, t, p, dkLen: hashBytes }))

/**
 * Secrets as a Worker stretches them: new ones by scrypt, which its runtime brings along. Nobody waits
 * for a turn: both schemes hold the one thread until they are done, and a request that was cut off while
 * another one waited for it would never let that one go on.
 */
export const secretsAtEdge = ({
  pepper,
  older = [],
}: {
  readonly pepper: string
  readonly older?: readonly string[]
}): Secrets => secretsWith({ pepper, older, scheme: 'scrypt', argon2id, inTurn: (work) => work() })
