import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { type keptParts, textsOf, writeText } from '#src/app/cases/kept-texts.ts'
import { type ErasedLine, eraseReport, erasedOf, finishErasing } from '#src/app/watch/erasing.ts'
import { dropOvertaken, keepReply, replyText } from '#src/app/watch/reply-texts.ts'
import { changeReportAt, reportsIn, takeReport } from '#src/app/watch/reports.ts'
import { groundsOf, keepGrounds, part } from '#src/app/watch/sealed-parts.ts'
import { caseTeam } from '#test/app/cases/case-team.ts'
import { digestOfBytes } from '#test/support/digest.ts'
import { toldInShort } from '#test/app/watch/told.ts'

/* The power fails while a report is erased: whatever was done by then, the next round leaves nothing of it. */

const sokha = 'a0000000-0000-8000-8000-000000000001'
const today = '2026-01-05'

const photo = (n: number) => {
  const bytes = new Uint8Array(9000).fill(n)
  return { bytes, digest: digestOfBytes(bytes), kind: 'jpeg' } as const
}

/** A report with two photos, a way to reach whoever spoke, and what stands behind its check. */
const village = async () => {
  const team = caseTeam()
  const desk = await team.worker(sokha)
  const needs = {
    ...team.needs,
    clock: () => `${today}T02:00:00.000Z`,
    store: memoryStore(),
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    hash: sha256,
    random: randomOnNode,
    today,
  }
  const leavesBefore = (await needs.leaves.ids(undefined, 10_000)).length
  const taken = await takeReport(needs, {
    ...toldInShort,
    way: 'own',
    files: [photo(1), photo(2)],
    reach: 'after dark',
    team: [sokha],
  })
  if (typeof taken === 'string') throw new Error('there is no room')
  const { code } = (await reportsIn(needs))[0]!
  await keepGrounds(needs, {
    code,
    grounds: { household: 'card 14', sources: [] },
    team: [sokha],
  })
  const read = { on: today, by: sokha, did: 'read' } as const
  const report = await changeReportAt(needs, code, (now) => ({
    ...now,
    custody: [...now.custody, read],
  }))
  return { needs, report: report!, leavesBefore, desk }
}

type Village = Awaited<ReturnType<typeof village>>

/** How many texts of a part there are. */
const countIn = async ({ needs }: Village, part: (typeof keptParts)[number]): Promise<number> =>
  (await textsOf(needs, { part, scope: needs.networkId })).size

const counts = async (one: Village) => ({
  reports: await countIn(one, 'reports'),
  reporters: await countIn(one, 'reporters'),
  evidence: await countIn(one, 'evidence'),
  erasing: await countIn(one, 'erasing'),
  told: await countIn(one, 'erased'),
})

const whole = { reports: 1, reporters: 2, evidence: 2, erasing: 0, told: 0 }
const gone = { reports: 0, reporters: 0, evidence: 0, erasing: 0, told: 1 }

/** Erases it over a line that is cut at the nth change of the store. */
const cutAt = async ({ needs, report }: Village, nth: number): Promise<boolean> => {
  let changes = 0
  const leaves = {
    ...needs.leaves,
    change: (all: Parameters<typeof needs.leaves.change>[0]) => {
      changes += 1
      if (changes === nth) throw new Error('the line is cut')
      return needs.leaves.change(all)
    },
  }
  try {
    await eraseReport({ ...needs, leaves }, report, [])
    return false
  } catch (error) {
    expect(error).toMatchObject({ message: 'the line is cut' })
    return true
  }
}

test('an erasing that is cut off at any step is finished by the next round, and nothing of it is left', async () => {
  let nth = 1
  for (; ; nth += 1) {
    const one = await village()
    expect(await counts(one)).toEqual(whole)
    if (!(await cutAt(one, nth))) {
      expect(await counts(one)).toEqual(gone)
      break
    }
    await finishErasing(one.needs)
    // Cut before anything was done it stands as it was; from the first stroke on it is gone, all of it.
    expect(await counts(one), `cut at ${nth}`).toEqual(nth === 1 ? whole : gone)
    expect(await finishErasing(one.needs)).toBe(0)
  }
  // Report and list; how whoever spoke is reached, what stands behind the check, two photos; and that it was begun.
  expect(nth - 1).toBe(6)
})

test('a round that is cut off itself is finished by the one after it', async () => {
  for (let nth = 1; nth <= 5; nth += 1) {
    const one = await village()
    await cutAt(one, 2)
    let changes = 0
    const leaves = {
      ...one.needs.leaves,
      change: (all: Parameters<typeof one.needs.leaves.change>[0]) => {
        changes += 1
        if (changes === nth) throw new Error('the line is cut')
        return one.needs.leaves.change(all)
      },
    }
    await expect(finishErasing({ ...one.needs, leaves })).rejects.toThrow('cut')
    await finishErasing(one.needs)
    expect(await counts(one)).toEqual(gone)
  }
})

test('whoever lets others in to what stands behind a check puts it over nothing that was written or erased meanwhile', async () => {
  const one = await village()
  const { needs, desk, report } = one
  const { code } = report
  const read = (await groundsOf(needs, desk, { code }))!
  const again = { code, grounds: read.grounds, team: [sokha], over: read.lies }
  const anew = { household: 'card 15', sources: [] }
  await keepGrounds(needs, { code, grounds: anew, team: [sokha] })
  expect(await keepGrounds(needs, again)).toBe(false)
  expect((await groundsOf(needs, desk, { code }))!.grounds).toEqual(anew)
  const last = (await groundsOf(needs, desk, { code }))!
  expect(await eraseReport(needs, report, [])).toBe('kept')
  expect(await keepGrounds(needs, { ...again, over: last.lies })).toBe(false)
  expect(await counts(one)).toEqual(gone)
})

test('who takes back alone pushes nothing out of the log that two of the team have erased', async () => {
  const { needs, report } = await village()
  const line: ErasedLine = {
    on: '2025-12-01',
    channel: 'page',
    by: [sokha, 'a0000000-0000-8000-8000-000000000002'],
    wasChecked: false,
  }
  const text = JSON.stringify(Array.from({ length: 400 }, () => line))
  await writeText(needs, part(needs, 'erased'), { name: 'log', text })
  await eraseReport(needs, report, [])
  const log = await erasedOf(needs)
  expect(log.map(({ by }) => by.length)).toEqual([...Array<number>(400).fill(2), 0])
})

test('of two that were cut off a round finishes both', async () => {
  const { needs } = caseTeam()
  const erasing = part(needs, 'erasing')
  for (const name of ['one', 'another']) await writeText(needs, erasing, { name, text: '[]' })
  expect(await finishErasing(needs)).toBe(2)
  expect(await finishErasing(needs)).toBe(0)
})

test('words that stand for one letter and are overtaken in another are kept', async () => {
  const needs = { ...caseTeam().needs, hash: sha256 }
  const [first, second, third] = [
    await keepReply(needs, 'we pay it back'),
    await keepReply(needs, 'we pay half of it back'),
    await keepReply(needs, 'we were never asked'),
  ]
  const stands = (digest: string, seq: number) => ({
    digest,
    proposedSeq: seq,
    confirmed: { seq: seq + 1 },
  })
  const letters = new Map([
    ['one', { replies: [stands(first, 1), stands(third, 3), stands(second, 5)] }],
    ['other', { replies: [stands(first, 7)] }],
  ])
  await dropOvertaken(needs, { letters } as never)
  const kept = await Promise.all([first, second, third].map((one) => replyText(needs, one)))
  expect(kept).toEqual(['we pay it back', 'we pay half of it back', undefined])
})
