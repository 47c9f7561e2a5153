import { expect, test } from 'vitest'
import type { SecretScheme } from '#infra/system/secrets.ts'
import { secretsOnNode } from '#infra/system/secrets-on-node.ts'
import { turns } from '#infra/system/turns.ts'

const pepper = 'a pepper for tests only, not a secret'
const bind = 'network-a:user-1'
/** A village's word and a visitor's: the second and the third are written in two ways in Unicode. */
const typed = 'ភូមិ café 123'
const khmer = 'ពាក្យ\u17dd\u17d2ក'

/** The same secret, stretched by another library, with the bytes 0 to 15 as its salt. */
const known: Readonly<Record<SecretScheme, string>> = {
  argon2id:
    'argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$VhL4E0W1SkeRqU9LBDX7yeJGj3t7-d6daJYX16NtbF0',
  scrypt: 'scrypt$ln=15,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$QJkhgxcRn5oewk-STg9B2Za_VJUoPLYqb_8deNeFfBo',
}
const schemes = Object.keys(known) as readonly SecretScheme[]

test.each(schemes)('a secret that was sealed long ago by %s still fits', async (scheme) => {
  for (const now of schemes)
    expect(await secretsOnNode({ pepper, scheme: now }).fits(known[scheme], typed, bind)).toBe(true)
  const secrets = secretsOnNode({ pepper })
  expect(await secrets.fits(known[scheme], `${typed} `, bind)).toBe(false)
  expect(await secrets.fits(known[scheme], '', bind)).toBe(false)
})

test.each(schemes)(
  'a secret sealed by %s fits itself alone, for its owner alone',
  async (scheme) => {
    const secrets = secretsOnNode({ pepper, scheme })
    const sealed = await secrets.seal('592 038', bind)
    expect(sealed.startsWith(`${scheme}$`)).toBe(true)
    // No more of a pepper than what tells it from others: the whole would let guesses of it be tried.
    expect(sealed).toMatch(/\$p=[0-9a-f]{8}$/)
    // Three digits stand in what is random now and then; the whole secret does not.
    expect(sealed.replaceAll(' ', '')).not.toContain('592038')
    expect(await secrets.fits(sealed, '592 038', bind)).toBe(true)
    expect(await secrets.fits(sealed, '592 039', bind)).toBe(false)
    expect(await secrets.fits(sealed, '592 038', 'network-a:user-2')).toBe(false)
    const otherPepper = secretsOnNode({ pepper: `${pepper}.`, scheme })
    expect(await otherPepper.fits(sealed, '592 038', bind)).toBe(false)
  },
)

test('one secret sealed twice is two texts, so that nobody sees who chose the same', async () => {
  const secrets = secretsOnNode({ pepper })
  const [first, second] = [await secrets.seal('592038', bind), await secrets.seal('592038', bind)]
  expect(first).not.toBe(second)
  expect(await secrets.fits(second, '592038', bind)).toBe(true)
})

test('owner and secret cannot be shifted into each other', async () => {
  const secrets = secretsOnNode({ pepper })
  const sealed = await secrets.seal('1592038', 'user-')
  expect(await secrets.fits(sealed, '592038', 'user-1')).toBe(false)
})

test.each([typed, khmer])('%s fits however the keyboard composes it', async (secret) => {
  const [composed, apart] = [secret.normalize('NFC'), secret.normalize('NFD')]
  const ways = new Set([composed, apart, secret])
  expect(ways.size).toBeGreaterThan(1)
  const secrets = secretsOnNode({ pepper })
  const sealed = await secrets.seal(apart, bind)
  for (const way of ways) expect(await secrets.fits(sealed, way, bind)).toBe(true)
})

test('a text that is damaged, unknown or greedy fits nobody and breaks nothing', async () => {
  const secrets = secretsOnNode({ pepper })
  const cuts = schemes.flatMap((scheme) =>
    Array.from({ length: known[scheme].length }, (_, i) => known[scheme].slice(0, i)),
  )
  const texts = [
    ...cuts,
    ...schemes.flatMap((scheme) => [`${known[scheme]}A`, `${known[scheme]}$`, `$${known[scheme]}`]),
    known.argon2id.replace('argon2id', 'argon2i'),
    known.argon2id.replace('argon2id', 'plain'),
    known.argon2id.replace('v=19', 'v=16'),
    known.argon2id.replace('m=19456', 'm=4294967296'),
    known.argon2id.replace('m=19456', 'm=7'),
    known.argon2id.replace('m=19456', 'm=019456'),
    known.argon2id.replace('t=2', 't=0'),
    known.argon2id.replace('t=2', 't=-2'),
    known.argon2id.replace('p=1', 'p=1,p=1'),
    known.argon2id.replace('m=19456,t=2', 't=2,m=19456'),
    known.argon2id.replace('VhL4', 'Vh!4'),
    known.argon2id.replace('AAEC', 'AAE='),
    known.argon2id.replace('AAECAwQFBgcICQoLDA0ODw', 'AAEC'),
    known.scrypt.replace('ln=15', 'ln=40'),
    known.scrypt.replace('ln=15', 'ln=0'),
    known.scrypt.replace('r=8', 'r=1e3'),
    'constructor$m=1,t=1,p=1$$',
    '\u0000',
  ]
  for (const text of texts) expect(await secrets.fits(text, typed, bind), text).toBe(false)
  expect(await secrets.fits(known.argon2id, typed, bind)).toBe(true)
})

test('a service without a pepper does not start', () => {
  expect(() => secretsOnNode({ pepper: '' })).toThrow('pepper')
})

test('no more than so many work at a time, in the order in which they came', async () => {
  const inTurn = turns(2)
  const began: number[] = []
  let running = 0
  let most = 0
  const outcomes = await Promise.allSettled(
    Array.from({ length: 9 }, (_, i) =>
      inTurn(async () => {
        began.push(i)
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setTimeout(resolve, 2))
        running -= 1
        if (i === 3) throw new Error('this one fails')
        return i
      }),
    ),
  )
  expect(most).toBe(2)
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

test('the service answers others while secrets are stretched', async () => {
  const secrets = secretsOnNode({ pepper })
  let isOver = false
  let answered = 0
  const asking = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      answered += 1
    }
  })()
  await Promise.all(Array.from({ length: 4 }, () => secrets.seal('592038', bind)))
  isOver = true
  await asking
  expect(answered).toBeGreaterThan(50)
})
