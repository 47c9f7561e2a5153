import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isOfTheFuture, lastDrill } from '#src/cli/backups/looking.ts'
import { type Folder, backupFolders, backupsIn } from '#src/cli/backups/place.ts'
import { casesPlace } from '#src/cli/cases/place.ts'
import { placeOf } from '#src/cli/context.ts'
import type { Configuration } from '#src/configuration.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * The newest that is not of a day to come; one that a clock ran ahead of keeps nobody from the next. A folder that cannot be
 * read has none: whoever makes the next one there is told why.
 */
const newestIn = (folder: Folder, now: number): number | undefined => {
  try {
    return backupsIn(folder).find(({ at }) => !isOfTheFuture(at, now))?.at
  } catch {
    return undefined
  }
}

type Due = { readonly now: number; readonly hours: number; readonly drillDays: number }

/** A command about backups, as its words are typed. */
type Words = readonly ['make', '--only', Folder['kind']] | readonly ['drill']

const makes = ({ kind }: Pick<Folder, 'kind'>): Words => ['make', '--only', kind]

/** Which commands are due: a backup where the last is old, and a drill of the newest. One that fails keeps no other from its turn. */
export const dueNow = (
  folders: readonly Folder[],
  { now, hours, drillDays }: Due,
): readonly Words[] => {
  const isOld = (folder: Folder): boolean => {
    const at = newestIn(folder, now)
    // Somewhat early, so that a round a minute late does not move each day's backup on.
    return at === undefined || now - at > hours * hourMs - 5 * 60_000
  }
  const isUntried = (folder: Folder): boolean => {
    if (folder.kind !== 'fund' || newestIn(folder, now) === undefined) return false
    const at = Date.parse(lastDrill(folder.path)?.at ?? '')
    return Number.isNaN(at) || isOfTheFuture(at, now) || now - at > drillDays * dayMs
  }
  return [
    ...folders.filter(isOld).map(makes),
    ...(folders.some(isUntried) ? [['drill'] as const] : []),
  ]
}

/** Runs one of the commands about backups, and tells how it ended. */
type RunsApart = (url: string, words: Words) => Promise<number | null>

/**
 * Runs a command in a process of its own, which gives way to all others: copying and stretching a key would stop the service.
 * What it has to say of a fault goes where the service says its own.
 */
const runApart: RunsApart = (url, words) =>
  new Promise((resolve) => {
    const program = fileURLToPath(new URL('../../begin.js', import.meta.url))
    const place = placeOf(url)
    const db = place.kind === 'file' ? ['--db', `sqlite:${place.path}`] : []
    // The URL of a server holds a password, which everybody on the machine could read among the words of a command.
    const env = { ...process.env, ...(place.kind === 'server' && { DATABASE_URL: place.url }) }
    const child = spawn(process.execPath, [program, ...db, 'backups', ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
    child.once('error', () => resolve(null))
    child.once('close', resolve)
    child.unref()
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  })

/** What closes a period is worth a backup of its own, whatever the hour. */
const closes = ['ClosePeriod']

type Running = {
  readonly url: string
  readonly runs: RunsApart
  readonly now: () => number
  readonly needs: AppNeeds
}

/** Rounds that make what is due, one at a time; and what makes one due whatever the hour. */
const roundsIn = (
  folders: readonly Folder[],
  configuration: Configuration,
  { url, runs, now, needs }: Running,
) => {
  const { BACKUP_HOURS: hours, BACKUP_DRILL_DAYS: drillDays } = configuration
  let isRunning = false
  let isClosed = false
  const tell = (route: string, began: number): void => {
    const ms = Math.round(performance.now() - began)
    needs.log({ requestId: needs.ids(), method: 'ROUND', route, status: 500, ms, fault: 'Failed' })
  }
  const run = async (words: Words): Promise<void> => {
    const began = performance.now()
    const ended = await runs(url, words).catch(() => null)
    if (ended !== 0) tell(`backups ${words[0]}`, began)
  }
  /** Nothing is due of cases while there are none. */
  const hasAny = ({ kind }: Folder): boolean => {
    if (kind === 'fund') return true
    const place = casesPlace(configuration, url)
    return place.kind === 'server' || place.isThere
  }
  const closing = makes({ kind: 'fund' })
  const asked = (): readonly Words[] => {
    const due = dueNow(folders.filter(hasAny), { now: now(), hours, drillDays })
    const isAsked = isClosed && folders.some(({ kind }) => kind === 'fund')
    isClosed = false
    const isDue = due.some((words) => words[0] === 'make' && words[2] === 'fund')
    return isAsked && !isDue ? [closing, ...due] : due
  }
  /** Whatever goes wrong is a line of the log: nothing of backups may end the service. */
  const round = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    const began = performance.now()
    try {
      for (const words of asked()) await run(words)
    } catch {
      tell('backups', began)
    } finally {
      isRunning = false
    }
  }
  return {
    round,
    hasClosed: (): void => {
      isClosed = true
    },
  }
}

type Kept = {
  readonly needs: AppNeeds
  /** Begins the rounds; the returned function ends them. */
  readonly begin: () => () => void
}

const roundMs = 10 * 60_000
/** Who closes several books one after the other has one backup of them. */
const afterClosingMs = 60_000

/** How old the newest is and whether one could be restored, for whoever reads the metrics. */
const tellOf = (folders: readonly Folder[], { metrics }: AppNeeds, now: () => number): void => {
  const books = folders.find(({ kind }) => kind === 'fund')
  if (!books || !metrics) return
  metrics.measured.watch('backup_made_at', () => (newestIn(books, now()) ?? 0) / 1000)
  metrics.measured.watch('backup_drill_holds', () => (lastDrill(books.path)?.ok === true ? 1 : 0))
}

/**
 * Backups by schedule and at each closing of a period, and a drill now and then. What fails is told in the log and tried
 * again at the next round; nothing that is recorded waits for it.
 */
export const keepingBackups = (
  configuration: Configuration,
  {
    url,
    needs,
    runs = runApart,
    afterMs = afterClosingMs,
    now = Date.now,
  }: Pick<Running, 'url' | 'needs'> &
    Partial<Pick<Running, 'runs' | 'now'>> & { readonly afterMs?: number },
): Kept => {
  const folders = backupFolders(configuration, url)
  if (folders.length === 0) return { needs, begin: () => () => undefined }
  tellOf(folders, needs, now)
  const { round, hasClosed } = roundsIn(folders, configuration, { url, runs, now, needs })
  let timer: NodeJS.Timeout | undefined
  const record: AppNeeds['record'] = async (id, commands, options) => {
    const answers = await needs.record(id, commands, options)
    const isClosing = answers.some(
      ({ outcome }, i) => outcome === 'recorded' && closes.includes(commands[i]?.type ?? ''),
    )
    if (isClosing && options.dryRun !== true) {
      hasClosed()
      timer ??= setTimeout(() => {
        timer = undefined
        void round()
      }, afterMs).unref()
    }
    return answers
  }
  return {
    needs: { ...needs, record },
    begin: () => {
      const rounds = setInterval(() => void round(), roundMs).unref()
      void round()
      return () => {
        clearInterval(rounds)
        clearTimeout(timer)
      }
    },
  }
}
