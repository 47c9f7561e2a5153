import { setTimeout } from 'node:timers/promises'
import { sealedByAnotherSaid } from '#domain/access/row-seal.ts'
import type { Command } from 'commander'
import { brokenLogSaid, hasBrokenLog } from '#infra/db/broken-log.ts'
import { openRowsIn } from '#infra/db/open-rows.ts'
import { readiness } from '#infra/db/probe.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksIn } from '#infra/system/marks.ts'
import { sha256, systemClock } from '#infra/system/system.ts'
import { isOfAnotherKey, sealAllAnew } from '#src/app/identity/at-rest.ts'
import { firstLink } from '#src/app/identity/first-administrator.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { makePracticePeople } from '#src/app/practice/practice-people.ts'
import { replayedAll } from '#src/app/cases/moving.ts'
import { carryOver, underTheRoof } from '#src/app/cases/roof.ts'
import { keepingBackups } from '#src/cli/backups/keeping.ts'
import { servedCases } from '#src/cli/cases/serving.ts'
import { keepCaring } from '#src/cli/cases/sweeping.ts'
import {
  exitCodes,
  marksIfKnown,
  openStore,
  placeOf,
  postgresOnDemand,
  print,
  stop,
} from '#src/cli/context.ts'
import { handOut, servedBox } from '#src/cli/service/village-box.ts'
import { makePractice } from '#src/cli/service/demo.ts'
import { keepingHeads } from '#src/cli/keeping-heads.ts'
import { keepSending } from '#src/cli/message-rounds.ts'
import { databaseFrom, configured, servedUrl } from '#src/cli/settings.ts'
import type { Configuration } from '#src/configuration.ts'
import type { AppNeeds, CasesService } from '#src/http/needs.ts'
import { isLoaded } from '#src/cli/loading.ts'
import { inFoundersTurn } from '#src/cli/service/founders-turn.ts'
import { packForNextTime } from '#src/cli/service/packed.ts'
import { isOfStore, untilThere } from '#src/cli/service/waiting.ts'
import type { Serving, ServiceOptions } from '#src/node.ts'

/** The store of a place for a service that stays, and how it is told whether the place can be read. */
const openPlace = async (url: string, configuration: Configuration) => {
  const place = placeOf(url)
  const marks = marksIn(configuration)
  if (place.kind === 'server') {
    const { postgresReadiness, postgresStore } = await postgresOnDemand()
    const { DATABASE_POOL: poolMax } = configuration
    const store = await postgresStore({ url, create: true, poolMax, marks })
    return { store, isReady: postgresReadiness(url), lookAtTails: async () => [] }
  }
  const store = await sqliteStore({ path: place.path, create: true, hash: sha256, marks })
  if (hasBrokenLog(place.path)) print(`NOT AS IT WAS WRITTEN: ${brokenLogSaid(place.path)}.`)
  const isReady = readiness({ path: place.path, isInPlace: store.isInPlace })
  return { store, isReady: async () => isReady(), lookAtTails: store.lookAtTails }
}

const saySealed = (rows: number): void => {
  if (rows > 0)
    print(
      `${rows} row(s) with names, kin, notes or logins lay in clear, or under an older PEPPER; they are sealed now.`,
    )
}

/** Seals what a version before left in a file, and stops where another PEPPER has sealed it. */
const sealedHere = async (url: string, store: Store): Promise<void> => {
  if (await isOfAnotherKey(store))
    throw stop(`the database is there, but ${sealedByAnotherSaid}`, exitCodes.broken)
  const place = placeOf(url)
  if (place.kind === 'server') return
  const { open, older } = openRowsIn(place.path, marksIfKnown())
  if (open + older > 0) saySealed(await sealAllAnew(store))
}

/**
 * Makes the database, or brings it up to date, and tells whether it holds no fund yet. A start may take as long as the
 * machine needs; a request may not, so that the service then opens it anew, with little patience.
 */
const isEmptyPlace = async (url: string, isPractice: boolean): Promise<boolean> => {
  const store = await openStore(url, { create: true })
  try {
    if (!isPractice) await sealedHere(url, store)
    return (await store.fundIds(1)).length === 0
  } finally {
    await store.close()
  }
}

const sayAway = (seconds: number): void => {
  process.stderr.write(
    `The database cannot be reached yet; it is asked again in ${seconds} s. Stop with Ctrl+C.\n`,
  )
}

/** Where policies are gone the service would see no book, and begin a new one beside those that are there. */
const assertClosed = async (url: string): Promise<void> => {
  if (placeOf(url).kind !== 'server') return
  const { closuresSaid, missingClosuresPostgres } = await postgresOnDemand()
  const [missing] = await missingClosuresPostgres(url)
  if (missing !== undefined) throw stop(closuresSaid(missing), exitCodes.broken)
}

const openServed = async (configuration: Configuration, db: string | undefined) => {
  const isPractice = configuration.MODE === 'practice'
  // A book of one's own is not practice: its PINs must not hang on secrets that everybody knows.
  if (isPractice && db !== undefined)
    throw stop(
      'a database of your own is served with MODE=live (see .env.example)',
      exitCodes.broken,
    )
  const url = servedUrl(configuration, db)
  const isEmpty = await untilThere(() => isEmptyPlace(url, isPractice), { say: sayAway })
  await assertClosed(url)
  if (isEmpty && isPractice) await makePractice(url, configuration.TIME_ZONE)
  const { cases, closeCases } = await servedCases(configuration, url)
  const { store, isReady, lookAtTails } = await openPlace(url, configuration)
  const close = async (): Promise<void> => {
    await closeCases()
    await store.close()
  }
  const served = { isPractice, isReady, cases, databaseUrl: url, lookAtTails }
  return {
    store: { ...(cases ? underTheRoof(store, cases) : store), close },
    before: store,
    ...served,
  }
}

const stopOnSignal = (serving: Serving): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void serving.stop())
  }
}

const by = { actor: 'command-line', device: 'command-line' }

/** What the newcomer opens: one link, used once, with nothing to type. */
const practiceLink = async (needs: AppNeeds, url: string): Promise<string> => {
  const [fundId] = await needs.store.fundIds(1)
  const networkId = await makePracticePeople(needs, { fundId: fundId!, today: needs.today() })
  const key = await makeKey(needs, { networkId, purpose: 'practice', madeBy: 'start' })
  return `PRACTICE fund, invented people and money. Open this link (it works once):\n${url}/start?key=${key}
What an intruder with the file could do, and how it is found: npm run --silent fund -- tamper`
}

const sayBroken = (broken: readonly string[]): void => {
  for (const id of broken)
    print(
      `NOT AS IT WAS WRITTEN: the last entries of ${id} do not hold; it is not served. Run audit.`,
    )
}

/** What an older version has left beside the journals comes to the cases; what was destroyed and came back goes again. */
const underOneRoof = async (before: Store, cases: CasesService): Promise<void> => {
  const { again, days } = await replayedAll({ ...cases, clock: systemClock })
  if (days > 0) print(`The cases are an older copy: ${days} day(s) of writing are missing.`)
  if (again > 0) print(`Destroyed again, as they had been before: ${again} case(s).`)
  await carryOver(before, cases)
}

/** A service answers before it says where; one that cannot say how to get in shall not go on answering. */
const sayLink = async (
  link: () => Promise<string>,
  { stopAll, ending }: { readonly stopAll: () => Promise<void>; readonly ending: AbortSignal },
): Promise<void> => {
  try {
    print(
      await untilThere(link, {
        // Whoever stops it this early has closed the store himself.
        again: (error) => !ending.aborted && isOfStore(error),
        say: sayAway,
        pause: (ms) => setTimeout(ms, undefined, { signal: ending }),
      }),
    )
  } catch (error) {
    if (ending.aborted) return
    await stopAll()
    throw error
  }
}

const serveWith = async (
  configuration: Configuration,
  store: Store,
  {
    databaseUrl,
    lookAtTails,
    before,
    ...served
  }: Omit<ServiceOptions, 'store' | 'configuration'> & {
    readonly databaseUrl: string
    /** The books' own, in which an older version may have left what belongs under the roof of the cases. */
    readonly before: Store
    readonly lookAtTails: () => Promise<readonly string[]>
  },
) => {
  // Loaded here, because no other command needs the pages and the API, and each would wait for them.
  const { needsOnNode, serveOnNode } = await import('#src/node.ts')
  const kept = await keepingHeads(configuration, {
    store,
    url: databaseUrl,
    needs: needsOnNode({ ...served, store, configuration }),
  })
  const backups = keepingBackups(configuration, { url: databaseUrl, needs: kept.needs })
  const { needs } = backups
  const { HOST: host, PORT: port, PUBLIC_URL } = configuration
  const box = servedBox(configuration)
  const serving = await serveOnNode(needs, { store, host, port, tls: box?.tls })
  const handing = box && (await handOut(box))
  const stopSending = keepSending(configuration, needs)
  const stopCaring = keepCaring(needs)
  const stopBackingUp = backups.begin()
  const ending = new AbortController()
  const stopAll = async (): Promise<void> => {
    ending.abort()
    stopSending()
    stopCaring()
    stopBackingUp()
    handing?.stop()
    await kept.end()
    await serving.stop()
  }
  stopOnSignal({ ...serving, stop: stopAll })
  const url = PUBLIC_URL ?? serving.url
  const link = () =>
    inFoundersTurn(databaseUrl, () =>
      served.isPractice ? practiceLink(needs, url) : firstLink(needs, { url, by }),
    )
  await sayLink(link, { stopAll, ending: ending.signal })
  if (ending.signal.aborted) return
  if (handing) print(handing.said)
  print('Stop with Ctrl+C.')
  isLoaded()
  packForNextTime()
  // Behind the first answers: each fund is looked at before it is served in any case.
  void lookAtTails().then(sayBroken, () => undefined)
  // On a server, which has many funds; a file was sealed before it was served. What fails now is sealed at the next start.
  void sealAllAnew(before).then(saySealed, () => undefined)
  // What is not carried over yet is read where it lies; what fails now is carried at the next start.
  if (served.cases) void underOneRoof(before, served.cases).catch(() => undefined)
}

const addServe = (program: Command): void => {
  program
    .command('serve')
    .description('the service with its pages and its API; settings in .env.example')
    .action(async (_: unknown, command: Command) => {
      const configuration = configured()
      const { store, ...served } = await openServed(configuration, databaseFrom(command))
      try {
        await serveWith(configuration, store, served)
      } catch (error) {
        await store.close()
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        if (code === 'EADDRINUSE')
          throw stop(
            `port ${configuration.PORT} is in use: choose another with PORT`,
            exitCodes.broken,
          )
        throw error
      }
    })
}

export const addTo = (program: Command): void => {
  addServe(program)
}
