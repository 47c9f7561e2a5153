import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { archivePart } from '#src/exchange/evidence/manifest.ts'
import { evidenceParts } from '#src/exchange/evidence/parts.ts'
import { evidenceWords } from '#src/words/evidence-words.ts'
import { keepPeople } from '#test/contract/particulars-life.ts'
import { activityRow, cardRow } from '#test/contract/people-life.ts'
import { linesIn } from '#test/support/archives.ts'
import { foundedIn, fundId } from '#test/support/founded-fund.ts'
import { gathered } from '#test/support/gathered.ts'

test('what is handed to an auditor holds the journal, and neither words, cards, names nor the log', async () => {
  const store = memoryStore()
  await foundedIn(store)
  await store.keep(fundId, [{ subject: 'fund:', text: 'the village by the ford' }])
  await store.keepCard(cardRow({ fundId }))
  await keepPeople(store, fundId)
  await store.noteActivity([activityRow(1, { scope: fundId })])
  const needs = { store, hash: sha256, digest: sha256Digest }
  const book = (await bookOf(store, fundId))!
  const pack = await evidenceParts(needs, { fundId, book, asOf: '2026-01-31' }, evidenceWords)
  const { bytes } = pack!.parts.find(({ name }) => name === archivePart)!
  const kinds = linesIn(Buffer.concat(await gathered(bytes))).map(
    (line) => (JSON.parse(line) as { kind: string }).kind,
  )
  expect(kinds).toEqual(['header', 'entry', 'entry', 'end'])
})
