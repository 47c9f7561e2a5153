import { expect } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type Recorder, recorder } from '#src/app/record.ts'
import { fixedClock } from '#test/support/books-in.ts'

/*
 * A fund that was founded with an older book and has one member, an officer of the founding; and the sheet of
 * its members. All of it is invented.
 */

export const fundId = '0198f3a0-0000-7000-8000-0000000000f1'
export const officer = '0198f3a0-0000-7000-8000-0000000000a1'
export const by = { actor: 'record-keeper', device: 'phone' }
const opening = { cash: 2_000_000, provision: 0, social: 300_000, reserve: 200_000, windows: [] }

/** Founds it in an empty store. */
export const foundedIn = async (store: ReturnType<typeof memoryStore>): Promise<Recorder> => {
  const record = recorder({ journal: store, clock: fixedClock, hash: sha256 })
  const about = { v: 1 as const, effectiveOn: '2026-01-01' }
  const answers = await record(
    fundId,
    [
      {
        ...about,
        id: fundId,
        type: 'FoundFund',
        villageCode: '99999901',
        charter: defaultCharter,
        opening,
      },
      {
        ...about,
        id: officer,
        type: 'AdmitMember',
        memberId: officer,
        card: 'M01',
        sex: 'f',
        zone: 'Z1',
        isFormer: false,
      },
    ],
    by,
  )
  expect(answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
  return record
}

export const csv = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${lines.join('\n')}\n`)

export const heading = 'card,name,sex,zone,savings,loan,loan_left,principal,months,disbursed'
export const lines = [
  'M01,Srey Mom,f,Z1,500000,,,,,',
  'M02,Sok Dara,m,Z1,900000,L7,300000,500000,10,2025-08-20',
  'M02,Sok Dara,m,Z1,,L8,100000,100000,3,2025-12-20',
  'M03,Keo Chan,f,Z2,,,,,,',
]
export const plain = csv(heading, ...lines)
