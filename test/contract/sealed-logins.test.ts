import { expect, test } from 'vitest'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { sealAllAnew } from '#src/app/identity/at-rest.ts'
import { login, loginKey } from '#test/contract/canary-people.ts'
import { network } from '#test/contract/people-life.ts'
import {
  bytesOf,
  faults,
  now,
  open,
  rowsInAll,
  secret,
  village,
  villageOfBefore,
  withFile,
} from '#test/contract/sealed-village.ts'

test('who types what stands in the table has typed no login', async () => {
  const path = await village(marksBy({ secret }))
  const key = withFile(path, (database) =>
    database.prepare<[], string>('select login_key from user_account').pluck().get(),
  )!
  const store = await open(path, marksBy({ secret }))
  expect(await store.userByLogin(network, key)).toBeUndefined()
  expect((await store.userByLogin(network, loginKey))?.login).toBe(login)
  await store.close()
})

test('the lock of a login is found by a keyed hash, so that no guess at a phone number is tried on the table', async () => {
  const path = await village(marksBy({ secret }))
  const store = await open(path, marksBy({ secret }))
  const subject = `login:${sha256(`${network} ${loginKey}`)}:device-1`
  const count = () =>
    store.changeBudget(network, subject, (before) => ({
      budget: { failures: (before?.failures ?? 0) + 1, since: now, lockedUntil: undefined },
      answer: before?.failures ?? 0,
    }))
  expect([await count(), await count()]).toEqual([0, 1])
  await store.close()
  expect(bytesOf(path).includes(sha256(`${network} ${loginKey}`))).toBe(false)
})

test('a login in clear that another program put there is not sealed as ours, and stays named', async () => {
  const { path, store } = await villageOfBefore()
  withFile(path, (database) => database.exec(`update user_account set mark = 'theirs'`))
  const named = await faults(store)
  expect(named.length).toBeGreaterThan(0)
  expect(await sealAllAnew(store)).toBe(rowsInAll - 1)
  expect(await faults(store)).toEqual(named)
  await store.close()
})
