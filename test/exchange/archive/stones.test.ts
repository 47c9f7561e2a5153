import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '#domain/kernel/canonical.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { awayCommandOf } from '#src/app/meeting/away-counts.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { linesIn } from '#test/support/archives.ts'
import { figuresOfVillage } from '#test/support/away-counts.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { idOf } from '#test/support/village.ts'

const village = async () => {
  const { kept, needs } = await smallNetwork()
  const sealing = sealingBy({ secret: 'a support secret for tests' })
  const all = { store: kept, hash: sha256, random: needs.random, sealing }
  const asked = { fundId, id: idOf(901), on: '2025-02-20', figures: figuresOfVillage }
  await (await awayCommandOf(all, asked)).keep()
  // As a build kept it that did not seal them.
  const older = { figures: figuresOfVillage, salt: 'salt' }
  await kept.keep(fundId, [
    { subject: `away:${idOf(902)}`, text: canonicalJson(older as unknown as Json) },
  ])
  return async (leaving: { readonly withoutPeople?: boolean }) => {
    const needed = { store: kept, hash: sha256, digest: sha256Digest }
    const bytes: Uint8Array[] = []
    for await (const piece of (await exportArchive(needed, fundId, leaving))!.bytes)
      bytes.push(piece)
    return linesIn(Buffer.concat(bytes)).join('\n')
  }
}

test('whoever reads an archive of a fund does not read what stones said', async () => {
  const archived = await (await village())({})
  expect(archived).toContain(`away:${idOf(901)}`)
  expect(archived).toContain(`stones:${idOf(901)}`)
  for (const word of ['pay-kept', 'papers-kept', 'not-free', idOf(902)])
    expect(archived, word).not.toContain(word)
})

test('an archive without people has none of a village’s small counts', async () => {
  const archived = await (await village())({ withoutPeople: true })
  expect(archived).not.toMatch(/away:|stones:/)
})
