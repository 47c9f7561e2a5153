import { expect, test } from 'vitest'
import fc from 'fast-check'
import { sealTo } from '#infra/browser/sealing.ts'
import { phoneSealBy } from '#infra/system/phone-seal.ts'
import { signerOnNode } from '#infra/system/signer.ts'

const fundId = '00000000-0000-7000-8000-0000000000f0'
const seal = phoneSealBy(signerOnNode({ secret: 'an invented secret of a test' }))

test('what a phone seals opens at its service, in any script and length', async () => {
  const publicKey = await seal.publicKey(fundId)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
      const sealed = await sealTo(publicKey, { about: 'a', text })
      expect(await seal.open({ fundId, about: 'a', sealed })).toBe(text.toWellFormed())
    }),
    { numRuns: 20 },
  )
})

test('it opens for nothing else, at no other service or fund, and not where a sign was altered', async () => {
  const sealed = await sealTo(await seal.publicKey(fundId), { about: 'one', text: '123456' })
  const other = phoneSealBy(signerOnNode({ secret: 'another invented secret' }))
  const turned = `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.at(-1)}`
  expect(await seal.open({ fundId, about: 'one', sealed })).toBe('123456')
  expect(await seal.open({ fundId, about: 'two', sealed })).toBeUndefined()
  expect(await seal.open({ fundId: 'another', about: 'one', sealed })).toBeUndefined()
  expect(await other.open({ fundId, about: 'one', sealed })).toBeUndefined()
  expect(await seal.open({ fundId, about: 'one', sealed: turned })).toBeUndefined()
  expect(await seal.open({ fundId, about: 'one', sealed: '' })).toBeUndefined()
})

test('the key of a fund stays when the secret of the service is changed', async () => {
  const later = phoneSealBy(
    signerOnNode({ secret: 'the next secret', older: ['an invented secret of a test'] }),
  )
  expect(await later.publicKey(fundId)).toBe(await seal.publicKey(fundId))
})

test('two seals of one text are unlike, so that nobody finds a PIN by sealing all of them', async () => {
  const publicKey = await seal.publicKey(fundId)
  const one = { about: 'a', text: '111111' }
  expect(await sealTo(publicKey, one)).not.toBe(await sealTo(publicKey, one))
})
