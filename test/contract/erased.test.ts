import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { particularParts } from '#domain/fund/people/particulars.ts'
import { copyOnline } from '#infra/db/copy.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { kinRow, nameRow, nomineeRow, photoRow } from '#test/contract/particulars-life.ts'
import { eraseReasons } from '#src/app/relief-reasons.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'

const newFile = temporaryFiles()
const fundId = 'fund-a'
const words = ['ដារ៉ា', 'Sok Dara', 'QUJDREVG', 'ចន្ទ']

/** A store in a file with people in it, more of them than one page of the file takes. */
const filled = async (path: string) => {
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  const ids = Array.from({ length: 60 }, (_, i) => `member-${i}`)
  await store.keepNames(
    fundId,
    ids.map((memberId) => nameRow({ memberId, latin: 'Sok Dara' })),
  )
  for (const memberId of ids) {
    await store.keepPhoto(photoRow({ memberId, data: 'QUJDREVG'.repeat(500) }))
    await store.keepNominees(fundId, memberId, [nomineeRow({ memberId })])
  }
  await store.keepKinships(fundId, [kinRow({})])
  return { store, ids }
}

const wordsIn = (path: string): string[] => {
  const bytes = readFileSync(path)
  return words.filter((word) => bytes.includes(Buffer.from(word)))
}

test('what was erased is in no byte of the file once it is closed, nor in a copy made after it', async () => {
  const path = newFile()
  const { store, ids } = await filled(path)
  await store.close()
  expect(wordsIn(path)).toEqual(words)
  const again = await sqliteStore({ path, create: false, hash: sha256, deadlineMs: 60_000 })
  for (const memberId of ids) await again.forget(fundId, memberId, particularParts)
  const copy = `${path}.copy`
  copyOnline(path, copy)
  expect(wordsIn(copy)).toEqual([])
  await again.close()
  expect(existsSync(`${path}-wal`)).toBe(false)
  expect(wordsIn(path)).toEqual([])
})

test('a name that was corrected and a photo that was changed leave nothing of the old one', async () => {
  const path = newFile()
  const { store, ids } = await filled(path)
  for (const memberId of ids) {
    await store.keepNames(fundId, [nameRow({ memberId, khmer: 'កែវ', latin: undefined })])
    await store.keepPhoto(photoRow({ memberId, data: 'AAAA' }))
    await store.keepNominees(fundId, memberId, [])
  }
  await store.close()
  expect(wordsIn(path)).toEqual([])
})

test('why relief was given to a household leaves no byte in the file, nor in a copy, once it is erased with a person', async () => {
  const path = newFile()
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  const salts = Array.from({ length: 60 }, (_, i) => `salt-of-a-reason-${i}`.padEnd(43, 'x'))
  const noteOf = (salt: string): string => JSON.stringify({ salt, text: 'wage-theft' })
  await store.keep(
    fundId,
    salts.map((salt, i) => ({ subject: `relief:entry-${i}`, text: noteOf(salt) })),
  )
  const events = salts.map((salt, i) => ({
    eventId: `E2025-${i}`,
    kind: 'personal' as const,
    declaredOn: '2025-06-01',
    touched: [],
    told: {
      kind: 'personal' as const,
      memberIds: [`member-${i}`, 'member-who-lives-there'],
      from: '2025-06-01',
      evidence: { is: 'reason' as const, hash: sha256(noteOf(salt)) },
      given: [],
      declined: [],
    },
  }))
  const left = (file: string): boolean[] =>
    ['wage-theft', 'salt-of-a-reason'].map((word) => readFileSync(file).includes(word))
  const before = `${path}.before`
  copyOnline(path, before)
  expect(left(before)).toEqual([true, true])
  const needs = { store, hash: sha256 }
  await eraseReasons(needs, { fundId, book: { events }, memberId: 'member-who-lives-there' })
  const after = `${path}.after`
  copyOnline(path, after)
  expect(left(after)).toEqual([false, false])
  await store.close()
  expect(left(path)).toEqual([false, false])
})
