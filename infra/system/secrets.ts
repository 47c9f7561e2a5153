import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Secrets } from '#domain/ports.ts'

export type Costs = readonly [number, number, number]

export type Stretch = (message: Buffer, salt: Buffer, costs: Costs) => Promise<Buffer>

type Scheme = {
  readonly tag: string
  readonly names: readonly [string, string, string]
  /** What is written now. Other costs are read too, so that they can be raised one day. */
  readonly costs: Costs
  readonly least: Costs
  /** A number that damage made greater must not take all memory of the machine. */
  readonly most: Costs
  readonly stretch: Stretch
}

const saltBytes = 16
export const hashBytes = 32
/** The schemes on one host. Only argon2id differs: not every host brings it along. */
const schemesWith = (argon2id: Stretch) =>
  ({
    argon2id: {
      tag: 'argon2id$v=19',
      names: ['m', 't', 'p'],
      costs: [19_456, 2, 1],
      least: [8, 1, 1],
      most: [262_144, 10, 1],
      stretch: argon2id,
    },
    scrypt: {
      tag: 'scrypt',
      names: ['ln', 'r', 'p'],
      costs: [15, 8, 1],
      least: [1, 1, 1],
      most: [17, 16, 1],
      stretch: (message, salt, [ln, r, p]) =>
        new Promise((resolve, reject) => {
          const N = 2 ** ln
          // What is allowed by default is just too little for these costs.
          scrypt(message, salt, hashBytes, { N, r, p, maxmem: 256 * N * r }, (error, hash) =>
            error ? reject(error) : resolve(hash),
          )
        }),
    },
  }) as const satisfies Readonly<Record<string, Scheme>>

type Schemes = ReturnType<typeof schemesWith>
export type SecretScheme = keyof Schemes

type Sealed = {
  readonly scheme: Scheme
  readonly costs: Costs
  readonly salt: Buffer
  readonly hash: Buffer
}

const written = ({ scheme, costs, salt, hash }: Sealed): string =>
  [
    scheme.tag,
    scheme.names.map((name, i) => `${name}=${costs[i]}`).join(','),
    salt.toString('base64url'),
    hash.toString('base64url'),
  ].join('$')

/** What was written; nothing where it is damaged, or of a scheme that nobody here knows. */
const read = (schemes: Schemes, text: string): Sealed | undefined => {
  const scheme = Object.values<Scheme>(schemes).find(({ tag }) => text.startsWith(`${tag}$`))
  if (scheme === undefined) return undefined
  const [numbers = '', salt = '', hash = ''] = text.slice(scheme.tag.length + 1).split('$')
  const [first = 0, second = 0, third = 0] = [...numbers.matchAll(/\d+/g)].map(Number)
  const costs: Costs = [first, second, third]
  const sealed = {
    scheme,
    costs,
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
  const isSound =
    written(sealed) === text &&
    sealed.salt.length === saltBytes &&
    sealed.hash.length === hashBytes &&
    costs.every((cost, i) => cost >= scheme.least[i]! && cost <= scheme.most[i]!)
  return isSound ? sealed : undefined
}

/**
 * Stretched secrets. The pepper goes in first, so that a stolen table alone lets nobody try: six
 * digits are soon gone through, whatever one trial costs.
 */
export const secretsWith = ({
  pepper,
  scheme,
  argon2id,
  inTurn,
}: {
  readonly pepper: string
  readonly scheme: SecretScheme
  readonly argon2id: Stretch
  /** Lets no more be stretched at a time than the machine has memory for. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
}): Secrets => {
  if (pepper === '') throw new Error('the pepper is empty')
  const schemes = schemesWith(argon2id)
  const peppered = (secret: string, bind: string): Buffer =>
    createHmac('sha256', pepper)
      .update(lengthPrefixed([bind, secret.normalize('NFC')]), 'utf8')
      .digest()

  return {
    seal: (secret, bind) =>
      inTurn(async () => {
        const { costs, stretch }: Scheme = schemes[scheme]
        const salt = randomBytes(saltBytes)
        const hash = await stretch(peppered(secret, bind), salt, costs)
        return written({ scheme: schemes[scheme], costs, salt, hash })
      }),
    fits: async (text, secret, bind) => {
      const sealed = read(schemes, text)
      if (sealed === undefined) return false
      const { scheme: its, costs, salt, hash } = sealed
      const found = await inTurn(() => its.stretch(peppered(secret, bind), salt, costs))
      return timingSafeEqual(found, hash)
    },
  }
}
