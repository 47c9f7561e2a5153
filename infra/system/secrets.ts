import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Secrets } from '#domain/access/secrets.ts'

type Costs = readonly [number, number, number]

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
  /** Which pepper is in it; undefined in what was sealed before that was written down. */
  readonly pepperId: string | undefined
}

const written = ({ scheme, costs, salt, hash, pepperId }: Sealed): string =>
  [
    scheme.tag,
    scheme.names.map((name, i) => `${name}=${costs[i]}`).join(','),
    salt.toString('base64url'),
    hash.toString('base64url'),
    ...(pepperId === undefined ? [] : [`p=${pepperId}`]),
  ].join('$')

/** Eight digits by which a pepper is told from others; nothing can be tried by them that is shorter than it. */
const idOfPepper = (pepper: string): string =>
  createHmac('sha256', pepper).update('village-fund/pepper-id/1').digest('hex').slice(0, 8)

/** What was written; nothing where it is damaged, or of a scheme that nobody here knows. */
const read = (schemes: Schemes, text: string): Sealed | undefined => {
  const scheme = Object.values<Scheme>(schemes).find(({ tag }) => text.startsWith(`${tag}$`))
  if (scheme === undefined) return undefined
  const [numbers = '', salt = '', hash = '', named] = text.slice(scheme.tag.length + 1).split('$')
  const [first = 0, second = 0, third = 0] = [...numbers.matchAll(/\d+/g)].map(Number)
  const costs: Costs = [first, second, third]
  const sealed = {
    scheme,
    costs,
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
    pepperId: named?.slice('p='.length),
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
  older = [],
  scheme,
  argon2id,
  inTurn,
}: {
  readonly pepper: string
  /** Those before it, the latest first: what was sealed under one of them still fits, and is sealed anew then. */
  readonly older?: readonly string[]
  readonly scheme: SecretScheme
  readonly argon2id: Stretch
  /** Lets no more be stretched at a time than the machine has memory for. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
}): Secrets => {
  const peppers = [pepper, ...older]
  if (peppers.includes('')) throw new Error('the pepper is empty')
  const current = idOfPepper(pepper)
  const schemes = schemesWith(argon2id)
  /** What names no pepper may be under any of them. */
  const mayBeUnder = (pepperId: string | undefined): readonly string[] =>
    pepperId === undefined ? peppers : peppers.filter((one) => idOfPepper(one) === pepperId)
  const peppered = (secret: string, bind: string, by = pepper): Buffer =>
    createHmac('sha256', by)
      .update(lengthPrefixed([bind, secret.normalize('NFC')]), 'utf8')
      .digest()

  return {
    seal: (secret, bind) =>
      inTurn(async () => {
        const { costs, stretch }: Scheme = schemes[scheme]
        const salt = randomBytes(saltBytes)
        const hash = await stretch(peppered(secret, bind), salt, costs)
        return written({ scheme: schemes[scheme], costs, salt, hash, pepperId: current })
      }),
    fits: async (text, secret, bind) => {
      const sealed = read(schemes, text)
      if (sealed === undefined) return false
      const { scheme: its, costs, salt, hash } = sealed
      for (const by of mayBeUnder(sealed.pepperId)) {
        const found = await inTurn(() => its.stretch(peppered(secret, bind, by), salt, costs))
        if (timingSafeEqual(found, hash)) return true
      }
      return false
    },
    isOld: (text) => {
      const sealed = read(schemes, text)
      return sealed !== undefined && sealed.pepperId !== current
    },
  }
}
