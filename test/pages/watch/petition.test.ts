import { expect, test } from 'vitest'
import type { Petition } from '#domain/network/watch/petition.ts'
import { petitionFile } from '#src/pages/watch/petition-page.ts'

const report = (upheldOn: string, evidence: readonly string[]) => ({
  upheldOn,
  month: '2026-01',
  kind: 'duty' as const,
  duties: [],
  basis: 'two-sources' as const,
  evidence,
})

test('each proof of a petition stands under the number of the report that it is of', () => {
  const petition = {
    partyId: 'p1',
    step: 'petition',
    on: '2026-03-01',
    name: { latin: 'Golden River' },
    licence: { state: 'licensed' },
    steps: [],
    reports: [
      report('2026-02-01', []),
      report('2026-02-02', ['aaa', 'bbb']),
      report('2026-02-03', ['ccc']),
    ],
    duties: [],
    letters: [],
  } as unknown as Petition
  const file = petitionFile('en', petition, 'ddd')
  const rows = [...file.matchAll(/<td>(\d+)<\/td>\s*<td><code class="digest">(\w+)/g)]
  expect(rows.map(([, number, digest]) => `${number} ${digest}`)).toEqual([
    '2 aaa',
    '2 bbb',
    '3 ccc',
  ])
})
