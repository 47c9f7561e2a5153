import { expect, test } from 'vitest'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { costOf } from '#test/support/own-time.ts'

const salt = 'a salt of one worker'
const keyBy = async (secret: string, passphrase: string, from = salt): Promise<string> => {
  const key = await caseKeysBy({ secret }).stretched(passphrase, from, 0)
  return Buffer.from(key!).toString('hex')
}

test('a passphrase gives one key however its marks were typed, and another one by each secret, salt and word', async () => {
  const [secret, passphrase] = ['a secret of this house', 'four words nobody sáys']
  const key = await keyBy(secret, passphrase)
  expect(key).toHaveLength(64)
  expect(await keyBy(secret, passphrase.normalize('NFD'))).toBe(key)
  const others = [
    await keyBy('a secret of another one', passphrase),
    await keyBy(secret, passphrase, 'a salt of another worker'),
    await keyBy(secret, `${passphrase} `),
  ]
  expect(new Set([key, ...others]).size).toBe(4)
})

test('what an older secret stretched is asked by its age, and by no age beyond', async () => {
  const keys = caseKeysBy({ secret: 'of now', older: ['of before'] })
  const before = await caseKeysBy({ secret: 'of before' }).stretched('four words', salt, 0)
  expect(await keys.stretched('four words', salt, 1)).toEqual(before)
  expect(await keys.stretched('four words', salt, 2)).toBeUndefined()
})

test('what an older secret sealed is known as old, what this one sealed is not, and what neither did is neither', async () => {
  const keys = caseKeysBy({ secret: 'of now', older: ['of before'] })
  const sealedBy = (secret: string) => caseKeysBy({ secret }).sealHere('about', new Uint8Array(9))
  const isOld = async (secret: string) => keys.isOld('about', await sealedBy(secret))
  expect(await isOld('of now')).toBe(false)
  expect(await isOld('of before')).toBe(true)
  expect(await isOld('of somebody')).toBeUndefined()
})

test('a guess of a passphrase costs a processor twenty milliseconds and more', async () => {
  const { ms } = await costOf(() => keyBy('a secret', 'four words'))
  expect(ms).toBeGreaterThan(20)
})
