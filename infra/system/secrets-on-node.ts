import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { Secrets } from '#domain/access/secrets.ts'
import { type SecretScheme, type Stretch, hashBytes, secretsWith } from '#infra/system/secrets.ts'
import { turns } from '#infra/system/turns.ts'

const stretchedAtOnce = 2

const argon2Async = promisify(argon2)

const argon2id: Stretch = (message, nonce, [memory, passes, parallelism]) =>
  argon2Async('argon2id', { message, nonce, memory, passes, parallelism, tagLength: hashBytes })

/** Secrets as Node stretches them: new ones by argon2id, which it brings along. */
export const secretsOnNode = ({
  pepper,
  older = [],
  scheme = 'argon2id',
}: {
  readonly pepper: string
  readonly older?: readonly string[]
  readonly scheme?: SecretScheme
}): Secrets => secretsWith({ pepper, older, scheme, argon2id, inTurn: turns(stretchedAtOnce) })
