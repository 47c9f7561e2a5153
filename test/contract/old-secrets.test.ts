import { expect, test } from 'vitest'
import { secretsOnNode } from '#infra/system/secrets-on-node.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { readConfiguration } from '#src/configuration.ts'

/* What was made under a secret of before still holds where that one is told of, and nothing new is made under it. */

const [first, second, third] = ['first', 'second', 'third'].map(
  (name) => `the ${name} secret of a test, long enough to be taken`,
) as [string, string, string]

test('a PIN sealed under an older pepper fits, is known as old, and fits nobody once that pepper is gone', async () => {
  const before = secretsOnNode({ pepper: first, scheme: 'scrypt' })
  const now = secretsOnNode({ pepper: second, older: [first], scheme: 'scrypt' })
  const sealed = await before.seal('592038', 'user-1')
  expect([before.isOld!(sealed), now.isOld!(sealed)]).toEqual([false, true])
  // A card whose PIN is not drawn yet hangs on no pepper.
  expect(now.isOld!('awaiting:2026-01-04T02:00:00.000Z')).toBe(false)
  expect(await now.fits(sealed, '592038', 'user-1')).toBe(true)
  expect(await now.fits(sealed, '592039', 'user-1')).toBe(false)
  const anew = await now.seal('592038', 'user-1')
  expect(now.isOld!(anew)).toBe(false)
  expect(await before.fits(anew, '592038', 'user-1')).toBe(false)
  const later = secretsOnNode({ pepper: second, scheme: 'scrypt' })
  expect(await later.fits(anew, '592038', 'user-1')).toBe(true)
  expect(await later.fits(sealed, '592038', 'user-1')).toBe(false)
})

test('what names no pepper, as all did once, fits under any that is told of', async () => {
  const sealed = await secretsOnNode({ pepper: first, scheme: 'scrypt' }).seal('592038', 'user-1')
  const unnamed = sealed.slice(0, sealed.lastIndexOf('$'))
  const now = secretsOnNode({ pepper: third, older: [second, first], scheme: 'scrypt' })
  expect(await now.fits(unnamed, '592038', 'user-1')).toBe(true)
  expect(now.isOld!(unnamed)).toBe(true)
  const named = sealed.replace(/p=\w+$/, 'p=00000000')
  expect(await now.fits(named, '592038', 'user-1')).toBe(false)
})

test('a receipt names its key, and an older key still makes what it made', () => {
  const before = signerOnNode({ secret: first })
  const now = signerOnNode({ secret: second, older: [first] })
  expect(now.olderKeys('fund-a')).toEqual([before.publicKey('fund-a')])
  expect(now.sign('fund-a', 'text')).not.toBe(before.sign('fund-a', 'text'))
  const { keyId } = before.publicKey('fund-a')
  expect(now.signAs(keyId, 'fund-a', 'text')).toBe(before.sign('fund-a', 'text'))
  expect(now.signAs(keyId, 'fund-b', 'text')).toBeUndefined()
  // Whose private savings a sum is hangs on the first key of all.
  expect(now.mark('fund-a', 'text')).toBe(before.mark('fund-a', 'text'))
  const last = signerOnNode({ secret: third, older: [second, first] })
  expect(last.mark('fund-a', 'text')).toBe(before.mark('fund-a', 'text'))
})

test('a file sealed under an older secret opens, is sealed anew, and then needs the older one no more', async () => {
  const before = sealingBy({ secret: first })
  const now = sealingBy({ secret: second, older: [first] })
  const sealed = await before.seal('fund-a', 'S-1', '{"kind":"papers"}')
  expect(await now.open('fund-a', 'S-1', sealed)).toBe('{"kind":"papers"}')
  const anew = (await now.renewed('fund-a', 'S-1', sealed))!
  expect(await now.renewed('fund-a', 'S-1', anew)).toBe(anew)
  expect(await sealingBy({ secret: second }).open('fund-a', 'S-1', anew)).toBe('{"kind":"papers"}')
  expect(await before.open('fund-a', 'S-1', anew)).toBeUndefined()
  expect(await sealingBy({ secret: third }).renewed('fund-a', 'S-1', sealed)).toBeUndefined()
  const [own, older] = await now.marks('network-a', 'passport 1')
  expect([own, older]).toEqual([
    await now.mark('network-a', 'passport 1'),
    await before.mark('network-a', 'passport 1'),
  ])
})

test('older secrets are read one after another, and none may be short or the one of now', () => {
  const live = { MODE: 'live', PEPPER: third.replaceAll(' ', '-'), SIGNING_SECRET: 's'.repeat(40) }
  const older = [second, first].map((one) => one.replaceAll(' ', '-').replaceAll(',', ''))
  const read = readConfiguration({ ...live, PEPPER_OLD: older.join(' ,\n') })
  expect('configuration' in read && read.configuration.PEPPER_OLD).toEqual(older)
  const faults = (more: object) => {
    const wrong = readConfiguration({ ...live, ...more })
    return 'faults' in wrong ? wrong.faults.join() : ''
  }
  expect(faults({ PEPPER_OLD: 'short' })).toContain('PEPPER_OLD must be older secrets')
  expect(faults({ PEPPER_OLD: 'short' })).not.toContain('short ')
  expect(faults({ SIGNING_SECRET_OLD: live.SIGNING_SECRET })).toContain('must not hold')
})
