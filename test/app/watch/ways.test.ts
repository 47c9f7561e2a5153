import { expect, test } from 'vitest'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { takeRooms } from '#src/app/watch/day-rooms.ts'
import { fileBytesADay, reportOf, reportsADay, takeReport } from '#src/app/watch/reports.ts'
import { type ErasedLine, takeBack, takenBackLately } from '#src/app/watch/erasing.ts'
import { slipsFor, takeSlip } from '#src/app/watch/slips.ts'
import { digestOfBytes } from '#test/support/digest.ts'
import { toldInShort } from '#test/app/watch/told.ts'

/** What a network needs to take reports: no store but that of leaves, so that no number is written down. */
const needsOf = (networkId: string, today = '2026-01-05') => ({
  clock: () => `${today}T02:00:00.000Z`,
  networkId,
  signer: signerOnNode({ secret: 'a signing secret for tests' }),
  hash: sha256,
  random: randomOnNode,
  today,
  leaves: memoryLeaves(),
  keys: caseKeysBy({ secret: 'the secret of cases' }),
})

let drawn = 0
const photo = new Uint8Array(9000).fill(7)

const tell = (
  needs: ReturnType<typeof needsOf>,
  way: 'own' | 'first' | 'more',
  files: readonly Uint8Array[] = [],
) =>
  takeReport(needs, {
    ...toldInShort,
    way,
    files: files.map((bytes) => ({ bytes, digest: digestOfBytes(bytes), kind: 'jpeg' })),
    reach: '',
    team: [],
  })

const taken = { receipt: expect.stringMatching(/^\d{4}( \d{4}){3}$/) }

test('a slip is good once a day, and the next day again', () => {
  const needs = needsOf('a network of slips')
  const [slip] = slipsFor(needs, 1)
  expect(slip).toMatch(/^\d{4} \d{4} \d{4} \d{2}$/)
  expect(takeSlip(needs, slip!)).toBe(true)
  expect(takeSlip(needs, slip!)).toBe(false)
  expect(takeSlip({ ...needs, today: '2026-01-06' }, slip!)).toBe(true)
  expect(
    takeSlip(
      needs,
      slip!.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    ),
  ).toBe(false)
})

test('a slip is good until the end of the next year, and of no other network’s', () => {
  const needs = needsOf('a network of years', '2025-12-31')
  const [slip] = slipsFor(needs, 1)
  expect(takeSlip({ ...needs, networkId: 'another network' }, slip!)).toBe(false)
  for (const today of ['2026-01-01', '2026-12-31'])
    expect(takeSlip({ ...needs, today }, slip!), today).toBe(true)
  for (const today of ['2027-01-01', '2024-12-31'])
    expect(takeSlip({ ...needs, today }, slip!), today).toBe(false)
})

test('of two thousand slips hardly two people hold the same', () => {
  const slips = slipsFor(needsOf('a network of sheets'), 2000)
  // Of four digits some two hundred would be twice there; of six, two.
  expect(new Set(slips).size).toBeGreaterThan(1980)
})

test('whoever has a thousand lines fills up neither what comes with a slip nor what the team writes down', async () => {
  const needs = needsOf('a flooded network')
  takeRooms(needs, [{ name: 'reports first', most: reportsADay.first, by: reportsADay.first }])
  expect(await tell(needs, 'first')).toBe('full')
  expect(await tell(needs, 'own')).toMatchObject(taken)
  expect(await tell({ ...needs, today: '2026-01-06' }, 'first')).toMatchObject(taken)
})

test('files are taken up to a bound a day, and whoever fills it silences nobody: what is said goes in without them', async () => {
  const needs = needsOf('a network of photos')
  const almost = fileBytesADay.first - photo.length
  takeRooms(needs, [{ name: 'files first', most: fileBytesADay.first, by: almost }])
  expect(await tell(needs, 'first', [photo])).toMatchObject(taken)
  expect(await tell(needs, 'first', [photo])).toBe('files-full')
  expect(await tell(needs, 'first')).toMatchObject(taken)
  expect(await tell(needs, 'own', [photo])).toMatchObject(taken)
})

test('what was not taken for its files takes nothing of the room for reports', async () => {
  const needs = needsOf('a network of one more')
  const left = { name: 'reports first', most: reportsADay.first, by: reportsADay.first - 1 }
  takeRooms(needs, [
    left,
    { name: 'files first', most: fileBytesADay.first, by: fileBytesADay.first },
  ])
  expect(await tell(needs, 'first', [photo])).toBe('files-full')
  expect(await tell(needs, 'first')).toMatchObject(taken)
  expect(await tell(needs, 'first')).toBe('full')
})

test('of two slips each is good on the same day', () => {
  const needs = needsOf('a network of two slips')
  const [one, other] = slipsFor({ ...needs, random: { below: () => (drawn += 1) } }, 2)
  expect([takeSlip(needs, one!), takeSlip(needs, other!)]).toEqual([true, true])
  expect([takeSlip(needs, one!), takeSlip(needs, other!)]).toEqual([false, false])
})

test('what receipts alone took back of late is counted by reports, not by days', () => {
  const alone = { channel: 'page', by: [], wasChecked: false } as unknown as ErasedLine
  const lines = [
    { ...alone, on: '2026-01-02', count: 3 },
    { ...alone, on: '2026-01-05' },
    { ...alone, on: '2026-01-05', by: ['u1', 'u2'] },
    { ...alone, on: '2025-12-05', count: 9 },
    { ...alone, on: '2025-12-06', count: 2 },
  ]
  expect(takenBackLately(lines, '2026-01-04')).toBe(4 + 2)
})

test('whoever asks again for a report to be erased changes nothing of when it was asked for first', async () => {
  const needs = needsOf('a network that is asked twice')
  const typed = { ...toldInShort, typedBy: 'a login', way: 'own', files: [], reach: '' } as const
  const told = await takeReport(needs, { ...typed, team: [] })
  if (typeof told === 'string') throw new Error(told)
  const { receipt } = told
  expect(await takeBack(needs, receipt)).toBe('asked')
  const first = (await reportOf(needs, receipt))!
  expect(first.erasure).toEqual({ on: '2026-01-05' })
  expect(await takeBack({ ...needs, today: '2026-01-06' }, receipt)).toBe('asked')
  expect(await reportOf(needs, receipt)).toEqual(first)
})
