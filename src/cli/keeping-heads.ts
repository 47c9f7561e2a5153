import type { MarkFault, Marks, TableCount } from '#domain/access/marks.ts'
import type { Store } from '#infra/db/store.ts'
import { marksIn } from '#infra/system/marks.ts'
import { markAllAnew, scopesOf } from '#src/app/identity/marking.ts'
import { heldAgainst } from '#src/app/proof/kept-counts.ts'
import { exitCodes, print, stop } from '#src/cli/context.ts'
import { headsPath, readHeads, saidOfKept, writeHeads } from '#src/cli/heads-file.ts'
import type { Configuration } from '#src/configuration.ts'
import type { AppNeeds } from '#src/http/needs.ts'

type Keeping = { readonly path: string; readonly marks: Marks; readonly store: Store }

/** How long after something was recorded it is kept, where no meeting was closed by it. */
const keptAfterMs = 2000

/** Kept at once: what closes a meeting, and what the network keeps of it. */
const closes = ['CloseMeeting', 'WitnessFund']

/** Holds what was kept against the database, and keeps where it stands now. */
const keepNow = async (
  { path, marks, store }: Keeping,
  scopes: readonly string[],
): Promise<readonly MarkFault[]> => {
  const kept = readHeads(path, marks)?.kept ?? []
  const { faults, counts } = await heldAgainst(store, kept, scopes)
  writeHeads(path, marks, counts)
  return faults
}

/** What a file that was kept says against a database; undefined where none is kept. */
export const faultsOfKept = async ({
  path,
  marks,
  store,
}: Keeping): Promise<readonly MarkFault[] | undefined> => {
  const read = readHeads(path, marks)
  if (!read) return undefined
  const scopes = [...new Set(read.kept.map(({ scope }) => scope))]
  const { faults } = await heldAgainst(store, read.kept, scopes)
  const foreign: readonly MarkFault[] =
    read.foreign > 0 ? [{ scope: '', kind: 'kept', key: `${read.foreign}`, fault: 'not-ours' }] : []
  return [...faults, ...foreign]
}

/** Keeps the database as it stands, whatever was kept before: somebody has looked at each difference. */
export const keepAnew = async ({ path, marks, store }: Keeping): Promise<void> => {
  const counts: TableCount[] = []
  for (const scope of await scopesOf(store)) counts.push(...(await store.tableCounts(scope)))
  writeHeads(path, marks, counts)
}

const unmarkedSaid =
  'the rows of this database bear no mark of this service yet, so that nobody could sign in: run "fund secrets mark" once (docs/secrets.md, "After an upgrade")'

/** Whether a fund or network is there whose journal nobody counts: a database of the version before. */
const isUncounted = async (store: Store): Promise<boolean> => {
  for (const scope of await scopesOf(store))
    if ((await store.tableCounts(scope)).length === 0) return true
  return false
}

/** The first start takes in what is there, once, because no file says yet what should be there; every later one looks. */
const begin = async (keeping: Keeping, needs: AppNeeds): Promise<void> => {
  const { path, marks, store } = keeping
  if (readHeads(path, marks) === undefined) {
    const { takenIn, sealed } = await markAllAnew({ ...needs, store }, 'first')
    if (takenIn > 0)
      print(
        `${takenIn} row(s) of before the marks were taken in, and the log says so. Whoever was signed in signs in again.`,
      )
    if (sealed > 0)
      print(`${sealed} row(s) with names, kin, notes or logins lay in clear; they are sealed now.`)
  }
  const faults = await keepNow(keeping, await scopesOf(store))
  for (const fault of faults) print(`NOT AS IT WAS KEPT: ${saidOfKept(fault)}.`)
  if (faults.length > 0)
    print('Run fund audit, and see docs/breach/stolen-database.md. It is served as it stands.')
}

/** The same needs, after whose records where the books stand is kept; and what is done at the end. */
export const keepingHeads = async (
  configuration: Configuration,
  { store, url, needs }: { readonly store: Store; readonly url: string; readonly needs: AppNeeds },
): Promise<{ readonly needs: AppNeeds; readonly end: () => Promise<void> }> => {
  const marks = marksIn(configuration)
  const path = marks && headsPath(configuration.HEADS_FILE, url)
  if (!marks || path === undefined) {
    // Nothing is begun in it before: what is marked in part is never taken in whole.
    if (marks && (await isUncounted(store))) throw stop(unmarkedSaid, exitCodes.broken)
    return { needs, end: async () => {} }
  }
  const keeping = { path, marks, store }
  await begin(keeping, needs)
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const flush = (): Promise<unknown> => {
    clearTimeout(timer)
    timer = undefined
    const scopes = [...waiting]
    waiting.clear()
    // Nothing that was recorded fails for it: what could not be kept now is kept with the next.
    turn = turn
      .then(() => (scopes.length === 0 ? undefined : keepNow(keeping, scopes)))
      .catch(() => {
        for (const scope of scopes) waiting.add(scope)
      })
    return turn
  }
  const after =
    <C extends { readonly type: string }, T>(
      record: (id: string, commands: readonly C[], options: never) => Promise<T>,
    ) =>
    async (id: string, commands: readonly C[], options: never): Promise<T> => {
      const answers = await record(id, commands, options)
      waiting.add(id)
      if (commands.some(({ type }) => closes.includes(type))) await flush()
      else timer ??= setTimeout(() => void flush(), keptAfterMs).unref()
      return answers
    }
  return {
    needs: {
      ...needs,
      record: after(needs.record) as AppNeeds['record'],
      recordNetwork: after(needs.recordNetwork) as AppNeeds['recordNetwork'],
    },
    end: async () => {
      for (const scope of await scopesOf(store)) waiting.add(scope)
      await flush()
    },
  }
}
