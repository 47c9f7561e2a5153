import fc from 'fast-check'
import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import type { ActivityRow, Card } from '#domain/ports.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { type MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { bookOf } from '#src/app/queries.ts'
import { randomLife } from '#test/contract/random-life.ts'
import { activityRow, cardRow } from '#test/contract/people-life.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { officer, recorderOn } from '#test/contract/village-life.ts'
import { allOf, archiveOf, takeIn } from '#test/support/archives.ts'
import { laidOut } from '#test/support/laid-out.ts'

const runs = process.env['TEST_BUDGET'] === 'ci' ? 120 : 6
const newFile = temporaryFiles()

/** Words as people type them, of any script and with any sign but a zero character. */
const words = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replaceAll('\0', '').toWellFormed())

const beside = fc.record({
  notes: fc.dictionary(words, words, { maxKeys: 6 }),
  cards: fc.array(fc.record({ secret: words, isStopped: fc.boolean() }), { maxLength: 4 }),
  log: fc.array(fc.record({ actor: words, isDone: fc.boolean() }), { maxLength: 12 }),
})

const cardsOf = (
  fundId: string,
  drawn: readonly { secret: string; isStopped: boolean }[],
): Card[] =>
  drawn.map(({ secret, isStopped }, i) =>
    cardRow({
      fundId,
      cardId: `card-${i}`,
      tokenHash: sha256(`${fundId} ${i}`),
      secret,
      revokedAt: isStopped ? '2026-03-01T02:00:00.000Z' : undefined,
    }),
  )

const logOf = (
  scope: string,
  drawn: readonly { actor: string; isDone: boolean }[],
): ActivityRow[] =>
  drawn.map(({ actor, isDone }, i) =>
    activityRow(i + 1, { scope, actor, outcome: isDone ? 'done' : 'refused' }),
  )

const days = ['2026-02-28', '2026-06-30', '2026-12-31']

const reportsOf = async (store: MemoryStore, fundId: string) => {
  const book = (await bookOf(store, fundId))!
  return days.map((day) => healthOf(book, day))
}

test('whatever a village has lived through, its archive makes the same fund in every store', async () => {
  let entries = 0
  const property = fc.asyncProperty(randomLife, beside, async (life, { notes, cards, log }) => {
    const lived = memoryStore()
    const record = recorderOn(lived)
    for (const { fundId, commands } of life) await record(fundId, commands, officer)
    for (const fundId of await lived.fundIds()) {
      const texts = Object.entries(notes).map(([subject, text]) => ({ subject, text }))
      await lived.keep(fundId, texts)
      for (const card of cardsOf(fundId, cards)) await lived.keepCard(card)
      await lived.noteActivity(logOf(fundId, log))
      const archive = await archiveOf(lived, fundId)
      const held = await allOf(lived, fundId)
      const reports = await reportsOf(lived, fundId)
      const sqlite = await sqliteStore({
        path: await laidOut(newFile()),
        create: true,
        hash: sha256,
        deadlineMs: 60_000,
      })
      for (const store of [memoryStore(), sqlite]) {
        expect(await takeIn(store, archive)).toMatchObject({ entriesAdded: held.rows.length })
        expect(await allOf(store, fundId)).toStrictEqual(held)
        expect(await reportsOf(store, fundId)).toEqual(reports)
        expect((await archiveOf(store, fundId)).equals(archive)).toBe(true)
        expect((await auditAll(store, sha256)).problems).toEqual([])
      }
      await sqlite.close()
      entries += held.rows.length
    }
  })
  await fc.assert(property, { numRuns: runs, seed: 20_260_121 })
  console.log(`archives: ${runs} lives, ${entries} entries there and back`)
  expect(entries).toBeGreaterThan(runs * 10)
})
