import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import {
  outcomeOf,
  servedWithinMs,
  answeredWithinMs,
  untilServed,
} from '#test/contract/outcomes.ts'
import {
  admission,
  chainFaults,
  everythingOf,
  flagRow,
  founding,
  idOf,
  noChanges,
  officer,
  recorderOn,
  sealedRows,
  shares,
} from '#test/contract/village-life.ts'
import { laidOut } from '#test/support/laid-out.ts'

const fund = 'fund-a'
const newFile = temporaryFiles()

const twoStores = async () => {
  const path = await laidOut(newFile())
  const options = { path, create: true, hash: sha256, deadlineMs: 60_000 }
  return [await sqliteStore(options), await sqliteStore(options)] as const
}

test('of two stores on one file the loser is stale, and nothing of it is written', async () => {
  const [mine, theirs] = await twoStores()
  const own = sealedRows([{ fundId: fund, id: idOf(1) }])
  const other = sealedRows([{ fundId: fund, id: idOf(2) }])
  expect(await mine.append(fund, own, noChanges)).toBe('appended')
  const late = { ...noChanges, flags: [flagRow({})] }
  expect(await theirs.append(fund, other, late)).toBe('stale')
  expect(await everythingOf(theirs, fund)).toStrictEqual(await everythingOf(mine, fund))
  expect(await theirs.read(fund, 0, 10)).toStrictEqual(own)
  expect(await theirs.flags(fund)).toEqual([])
  await mine.close()
  await theirs.close()
})

test('of two stores that write in the same moment each is told the truth', async () => {
  const [mine, theirs] = await twoStores()
  for (let seq = 1; seq <= 30; seq += 1) {
    const after = (await mine.read(fund, 0, 100)).at(-1)
    const own = sealedRows([{ fundId: fund, id: `mine-${seq}` }], after)
    const other = sealedRows([{ fundId: fund, id: `theirs-${seq}` }], after)
    const answers = await Promise.all([
      mine.append(fund, own, noChanges),
      theirs.append(fund, other, noChanges),
    ])
    expect(answers.toSorted()).toEqual(['appended', 'stale'])
    const winner = answers[0] === 'appended' ? own : other
    expect((await theirs.read(fund, 0, 100)).at(-1)).toStrictEqual(winner[0])
  }
  await mine.close()
  await theirs.close()
})

test('of two stores that make one new book in one moment, one may have to ask again', async () => {
  const rows = sealedRows([{ fundId: fund }])
  for (let turn = 0; turn < 4; turn += 1) {
    const stores = await twoStores()
    const outcomes = await Promise.all(
      stores.map((store) => outcomeOf(store.append(fund, rows, noChanges))),
    )
    const failures = outcomes.filter(({ error }) => error !== undefined)
    for (const { error } of failures) expect(error).toBeInstanceOf(StorageUnavailable)
    expect(failures.length).toBeLessThan(2)
    for (const store of stores) {
      expect(await untilServed(store, 20)).toBeLessThan(servedWithinMs)
      expect(await store.read(fund, 0, 10)).toStrictEqual(rows)
      await store.close()
    }
  }
})

/** A store that writes while another connection has the turn, until that is given back. */
const behindAnother = async (deadlineMs?: number) => {
  const path = newFile()
  const options = { path, create: true, hash: sha256 }
  const store = await sqliteStore(deadlineMs === undefined ? options : { ...options, deadlineMs })
  await store.fundIds()
  const other = new Database(path)
  other.exec('begin immediate')
  const [row] = sealedRows([{ fundId: fund }])
  const write = outcomeOf(store.append(fund, [row!], noChanges))
  const giveBack = () => {
    other.exec('rollback')
    other.close()
  }
  return { store, write, row: row!, giveBack }
}

/** How often this process had a turn while a call was under way. */
const turnsDuring = async (call: Promise<unknown>): Promise<number> => {
  let [isOver, turns] = [false, 0]
  void call.then(() => (isOver = true))
  for (; !isOver; turns += 1) await setTimeout(10)
  return turns
}

test('who waits for another program that writes stops nobody else meanwhile', async () => {
  const { store, write, row, giveBack } = await behindAnother(60_000)
  const turns = turnsDuring(write)
  // The other program gives the turn back by this process: stood it still, the write would wait for ever.
  for (let n = 0; n < 20; n += 1) await setTimeout(10)
  giveBack()
  expect((await write).error).toBeUndefined()
  expect(await turns).toBeGreaterThan(15)
  expect(await store.read(fund, 0, 10)).toStrictEqual([row])
  await store.close()
})

test('who waits too long for another program is told in time and served after it', async () => {
  const { store, write, row, giveBack } = await behindAnother()
  const turns = turnsDuring(write)
  const written = await write
  giveBack()
  expect(written.error).toBeInstanceOf(StorageUnavailable)
  expect(written.ms).toBeLessThan(answeredWithinMs)
  // A write that stood still would leave a handful.
  expect(await turns).toBeGreaterThan(10)
  expect(await untilServed(store, 20)).toBeLessThan(servedWithinMs)
  expect(await store.append(fund, [row], noChanges)).toBe('appended')
  await store.close()
})

const commandsEach = 100

/** Sends commands in turn; one that the fund was too busy for is sent again, as a phone does. */
const sent = async (record: Recorder, commands: readonly Command[]) => {
  const answers: Answer[] = []
  let sentAgain = 0
  for (const [i, command] of commands.entries()) {
    // Without a pause between two commands one recorder would be done before the other had a turn.
    await setTimeout(i % 3)
    for (let answer: Answer | undefined; answer === undefined;) {
      answer = await record(fund, [command], officer).then(
        ([first]) => first,
        (error: Error) => {
          if (error.message !== 'fund is too busy') throw error
          sentAgain += 1
          return undefined
        },
      )
      if (answer) answers.push(answer)
    }
  }
  return { answers, sentAgain }
}

test('two recorders on one file record each command of both, once, in one sound book', async () => {
  const [mine, theirs] = await twoStores()
  const [a, b] = [recorderOn(mine), recorderOn(theirs)]
  await a(fund, [founding(1), admission(2, 1), admission(3, 2)], officer)
  const commandsOf = (member: number) =>
    Array.from({ length: commandsEach }, (_, i) => shares(1_000 * member + i, member))
  const began = performance.now()
  const [first, second] = await Promise.all([sent(a, commandsOf(1)), sent(b, commandsOf(2))])
  const answers = [...first.answers, ...second.answers]
  expect(answers.every(({ outcome }) => outcome === 'recorded')).toBe(true)
  const held = await everythingOf(mine, fund)
  const ids = [...commandsOf(1), ...commandsOf(2)].map(({ id }) => id)
  expect(
    held.rows
      .slice(3)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted())
  expect(chainFaults(held.rows)).toEqual([])
  const seqs = new Map(held.rows.map(({ id, seq }) => [id, seq]))
  for (const answer of answers) expect(answer).toMatchObject({ seq: seqs.get(answer.id) })
  const turns = held.rows.slice(3).map(({ id }) => ids.indexOf(id) < commandsEach)
  const changes = turns.filter((isMine, i) => i > 0 && isMine !== turns[i - 1]).length
  const sentAgain = first.sentAgain + second.sentAgain
  console.log(
    `two recorders: ${answers.length} recorded in ${Math.round(performance.now() - began)} ms,`,
    {
      changes,
      sentAgain,
    },
  )
  expect(changes).toBeGreaterThan(10)
  await sameAsAlone(held)
  await mine.close()
  await theirs.close()
})

/** The book that two wrote is the book that one would have written in that order. */
const sameAsAlone = async (held: Awaited<ReturnType<typeof everythingOf>>): Promise<void> => {
  const alone = memoryStore()
  const record = recorderOn(alone)
  const commands = [founding(1), admission(2, 1), admission(3, 2)]
  await record(fund, commands, officer)
  for (const { id } of held.rows.slice(3)) {
    const n = Number(id.slice(-12))
    await record(fund, [shares(n, Math.floor(n / 1_000))], officer)
  }
  expect(await everythingOf(alone, fund)).toStrictEqual(held)
}
