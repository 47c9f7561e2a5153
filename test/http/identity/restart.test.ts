import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { secretsOnNode } from '#infra/system/secrets-on-node.ts'
import { sha256 } from '#infra/system/system.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { signedInOf } from '#src/app/identity/sessions.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { entrance, goodSecret, hour, minute, otherPin, told } from '#test/support/entrance.ts'

const newFile = temporaryFiles()

const open = (path: string) => sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })

test('a door that is locked stays locked through a restart, and waits on from there', async () => {
  const path = newFile()
  const first = await open(path)
  const its = await entrance(first)
  await its.person('Sok Dara')
  const { token, pin } = await its.printed()
  const guesses = Array.from({ length: 40 }, () => its.guess('Sok Dara'))
  const pins = Array.from({ length: 40 }, () => its.show(token, otherPin(pin)))
  await Promise.all([...guesses, ...pins])
  expect(its.secrets.looks()).toBe(10)
  await first.close()

  const second = await open(path)
  const needs = { ...its.needs, store: second }
  its.pass(15 * minute - 1)
  expect(told(await its.come('Sok Dara', goodSecret, needs))).toBe('wait')
  its.pass(1)
  for (let i = 0; i < 5; i += 1)
    expect(told(await its.guess('Sok Dara', needs))).toBe('sign-in-failed')
  await second.close()

  const third = await open(path)
  const again = { ...its.needs, store: third }
  its.pass(hour - 1)
  expect(told(await its.come('Sok Dara', goodSecret, again))).toBe('wait')
  its.pass(1)
  expect(told(await its.come('Sok Dara', goodSecret, again))).toBe('in')
  await third.close()
})

test('of a thousand wrong guesses at once at a file exactly five are looked at', async () => {
  const store = await open(newFile())
  const its = await entrance(store)
  await its.person('Sok Dara')
  const came = await Promise.all(Array.from({ length: 1_000 }, () => its.guess('Sok Dara')))
  expect(its.secrets.looks()).toBe(5)
  expect(came.filter((one) => told(one) === 'wait')).toHaveLength(995)
  await store.close()
})

test('no token, key, PIN or password stands in the database file, its log or its index', async () => {
  const path = newFile()
  const store = await open(path)
  const its = await entrance(store)
  const secrets = secretsOnNode({ pepper: 'a pepper for tests' })
  const real = { ...its, needs: { ...its.needs, secrets } }
  const user = await its.person('Sok Dara')
  const sealed = await secrets.seal(goodSecret, user.userId)
  await store.keepUser({ ...user, secret: sealed })
  const came = await its.come('Sok Dara', goodSecret, real.needs)
  if (!('token' in came)) throw new Error(came.code)
  const { token, pin } = await its.printed()
  const { networkId } = its
  const key = await makeKey(its.needs, { networkId, purpose: 'enrol-device', madeBy: 'test' })
  expect((await signedInOf(its.needs, came.token))?.session?.userId).toBe(user.userId)
  await store.close()

  const folder = dirname(path)
  const bytes = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')
  // What is looked for would be found: a hash that must be there is.
  expect(bytes).toContain(sha256(came.token))
  expect(bytes).toContain('the phone of the committee')
  for (const secret of [came.token, its.deviceToken, token, key])
    expect(bytes).not.toContain(secret.split('.')[1]!)
  expect(bytes).not.toContain(goodSecret)
  // Six digits can stand in any number: none stands alone.
  expect(bytes).not.toMatch(new RegExp(`(?<![0-9a-zA-Z_-])${pin}(?![0-9a-zA-Z_-])`))
  expect(bytes).toContain('argon2id$')
})
