import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCase, keptMonths } from '#domain/cases/operations/life.ts'
import { type LocalDate, daysAfter, monthlyDay } from '#domain/kernel/dates.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { randomIds, randomOnNode, sha256, systemClock } from '#infra/system/system.ts'
import { type ActNeeds, act, openCase } from '#src/app/cases/cases.ts'
import { coversOf } from '#src/app/cases/covers.ts'
import { destroyedOf } from '#src/app/cases/destroying.ts'
import { type AtDesk, enrol } from '#src/app/cases/team.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { keepCaring } from '#src/cli/cases/sweeping.ts'
import type { LogLine } from '#src/http/needs.ts'
import { firstTalk, passphrase } from '#test/app/cases/case-team.ts'
import { fund } from '#test/support/command-line.ts'

/* Cases that were kept long enough go by themselves: by a command, or each hour of a service. Nobody opens a page for it. */

const folder = mkdtempSync(join(tmpdir(), 'cases-swept-'))
const at = (name: string): string => join(folder, name)
const secretOf = (name: string): string => `the-${name}-secret-of-a-village-long-enough-to-be-taken`
const environment = {
  MODE: 'live',
  PEPPER: secretOf('pepper'),
  SIGNING_SECRET: secretOf('signing'),
  SUPPORT_SECRET: secretOf('support'),
  CASES_SECRET: secretOf('cases'),
  DATABASE_URL: `sqlite:${at('fund.db')}`,
}
const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  fund(args, { folder, environment: { ...environment, ...more } })

const networkId = randomIds()
const today = systemClock().slice(0, 10)
const storeOf = () =>
  sqliteStore({ path: at('fund.db'), create: true, hash: sha256, deadlineMs: 60_000 })

type Within = { readonly on: (day: LocalDate) => ActNeeds }
/** The store of cases as the service has it, for as long as something is done there. */
const within = async <T>(work: (within: Within) => Promise<T>): Promise<T> => {
  const leaves = sqliteLeaves({ path: at('cases.db'), create: true, deadlineMs: 60_000 })
  const keys = caseKeysBy({ secret: environment.CASES_SECRET })
  const on = (day: LocalDate): ActNeeds => ({
    leaves,
    keys,
    clock: () => `${day}T03:00:00.000Z`,
    networkId,
    today: day,
    random: randomOnNode,
  })
  try {
    return await work({ on })
  } finally {
    await leaves.close()
  }
}

/** A case that ended so long ago that it is kept no longer than yesterday, and one that is kept until tomorrow. */
const endedSoThat = (kind: 'advice' | 'survivor', over: LocalDate): LocalDate =>
  monthlyDay(over, -keptMonths[kind], Number(over.slice(8)))

let desk: AtDesk
let codes: { readonly over: string; readonly kept: string; readonly open: string }

const ended = async ({ on }: Within, kind: 'advice' | 'survivor', day: LocalDate) => {
  const { code } = await openCase(on(day), desk, { ...firstTalk, kind })
  const why = { why: 'goals-reached' }
  const told = await act(on(day), desk, { code, operation: closeCase, said: why })
  expect(told.outcome).toBe('recorded')
  return code
}

beforeAll(async () => {
  const store = await storeOf()
  const world = { clock: systemClock, hash: sha256, networks: store.networks }
  const founded = { id: randomIds(), v: 1, type: 'FoundNetwork', effectiveOn: today } as const
  await networkRecorder(world)(networkId, [founded], { actor: 'test', device: 'test' })
  await store.close()
  await within(async (all) => {
    const first = daysAfter(endedSoThat('survivor', today), -1)
    const userId = 'a0000000-0000-8000-8000-000000000001'
    desk = (await enrol(all.on(first), { userId, passphrase })) as AtDesk
    codes = {
      over: await ended(all, 'survivor', first),
      kept: await ended(all, 'advice', daysAfter(endedSoThat('advice', today), 3)),
      // Written before anything is over: the first write of a day destroys what is.
      open: (await openCase(all.on(daysAfter(endedSoThat('advice', today), 4)), desk, firstTalk))
        .code,
    }
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

const there = () =>
  within(async ({ on }) => (await coversOf(on(today))).map(({ cover: { code } }) => code))

test('the command says what is missing where cases are not set up, and makes no place for them', async () => {
  const told = await run(['cases', 'sweep'], {
    CASES_SECRET: '',
    DATABASE_URL: `sqlite:${at('fund.db')}`,
  })
  expect(told).toMatchObject({ status: 3, out: '' })
  expect(told.err).toContain('CASES_SECRET is not set')
  const elsewhere = { CASES_DATABASE_URL: `sqlite:${at('nothing/cases.db')}` }
  expect((await run(['cases', 'sweep'], elsewhere)).status).toBe(0)
  expect(existsSync(at('nothing/cases.db'))).toBe(false)
})

test('the command destroys what was kept long enough and nothing else, and the desk tells the code', async () => {
  expect(new Set(await there())).toEqual(new Set(Object.values(codes)))
  expect(await run(['cases', 'sweep'])).toMatchObject({ status: 0, err: '' })
  expect(new Set(await there())).toEqual(new Set([codes.kept, codes.open]))
  const gone = await within(({ on }) => destroyedOf(on(today)))
  expect(gone).toEqual([{ code: codes.over, on: today, why: 'kept-long-enough' }])
  const again = await run(['cases', 'sweep', '--json'])
  expect(JSON.parse(again.out)).toEqual({ swept: true })
  expect(new Set(await there())).toEqual(new Set([codes.kept, codes.open]))
})

test('a service does the same at its start and in each round, and its log tells of a round that fails by its kind alone', async () => {
  const store = await storeOf()
  const lines: LogLine[] = []
  await within(async ({ on }) => {
    let day = daysAfter(today, 1)
    let isBroken = false
    const { leaves, keys } = on(day)
    const failing: typeof leaves = {
      ...leaves,
      read: async (ids) => {
        if (isBroken) throw new TypeError(`a fault that names ${codes.kept}`)
        return leaves.read(ids)
      },
    }
    const needs = {
      store,
      cases: { leaves: failing, keys },
      clock: () => `${day}T03:00:00.000Z`,
      ids: randomIds,
      log: (line: LogLine) => void lines.push(line),
    }
    // A busy machine is no fault: what never comes is ended by the runner.
    const until = async (is: () => Promise<boolean>): Promise<void> => {
      while (!(await is())) await setTimeout(25)
    }
    const left = async () => (await coversOf(on(day))).map(({ cover: { code } }) => code)
    const stop = keepCaring(needs, 50)
    try {
      // At its start nothing is over yet; some days later, with nobody there, it is.
      await until(async () => (await destroyedOf(on(day))).length === 1)
      expect(new Set(await left())).toEqual(new Set([codes.kept, codes.open]))
      day = daysAfter(today, 5)
      await until(async () => (await left()).length === 1)
      expect(await left()).toEqual([codes.open])
      isBroken = true
      await until(async () => lines.length > 0)
    } finally {
      stop()
    }
    expect(lines[0]).toMatchObject({
      method: 'ROUND',
      route: 'cases',
      status: 500,
      fault: 'TypeError',
    })
    expect(JSON.stringify(lines)).not.toContain(codes.kept)
  })
  await store.close()
})
