import {
  booksOfFunds,
  networksAndPeople,
  whatGrantsAreFor,
  whichPhonesAreLinked,
  whoMembersAre,
} from '#infra/db/ddl.ts'
import { whatIsSaidOnce } from '#infra/db/ddl-bytes.ts'
import { whatChangedWhen, whatNetworksList } from '#infra/db/ddl-views.ts'
import { whoWroteRows, whoWroteTexts } from '#infra/db/ddl-marks.ts'
import { whatTheLogSays } from '#infra/db/ddl-log.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Dialect } from '#infra/db/dialects.ts'

type Step = { readonly name: string; readonly statements: (dialect: Dialect) => readonly string[] }

/** Every change to the schema, in order, for ever: one list for all hosts. */
export const steps: readonly Step[] = [
  { name: '0001-the-journal-and-its-views', statements: booksOfFunds },
  { name: '0002-networks-and-people', statements: networksAndPeople },
  { name: '0003-who-members-are', statements: whoMembersAre },
  { name: '0004-what-grants-are-for', statements: whatGrantsAreFor },
  { name: '0005-which-phones-are-linked', statements: whichPhonesAreLinked },
  { name: '0006-what-the-log-says', statements: whatTheLogSays },
  { name: '0007-who-wrote-rows', statements: whoWroteRows },
  { name: '0008-who-wrote-texts', statements: whoWroteTexts },
  { name: '0009-what-changed-when', statements: whatChangedWhen },
  { name: '0010-what-networks-list', statements: whatNetworksList },
  { name: '0011-what-is-said-once', statements: whatIsSaidOnce },
]

/** What this version knows, so that a database of a newer one is told and not guessed at. */
export const migrationNames: readonly string[] = steps.map(({ name }) => name)

/** What was done by a newer version, whose rows this one can neither read nor write. */
const laterIn = (done: readonly string[], known: readonly string[]): readonly string[] =>
  done.filter((name) => !known.includes(name))

/** Whether a newer version of this program has been at a database. */
export const isOfNewerVersion = (
  done: readonly string[],
  known: readonly string[] = migrationNames,
): boolean => laterIn(done, known).length > 0

/** Refuses a database that a newer version has brought up: it would be read as what it is not. */
export const assertNotNewer = (
  done: readonly string[],
  known: readonly string[] = migrationNames,
): void => {
  const later = laterIn(done, known)
  if (later.length > 0)
    throw new StorageUnavailable(`the database is of a newer version (${later.join(', ')})`)
}

export type MigrationStatus = {
  /** Those of a newer version too. */
  readonly done: readonly string[]
  readonly waiting: readonly string[]
}

type Guard = { readonly name: string; readonly table: string; readonly sql: string }

/** The triggers that keep journals and the log as they were written, each as the last step that made it did; of the steps that are done. */
export const guardsIn = (
  dialect: Dialect,
  done: readonly string[] = migrationNames,
): readonly Guard[] => {
  const guards = steps
    .filter(({ name }) => done.includes(name))
    .flatMap(({ statements }) => statements(dialect))
    .flatMap((sql): Guard[] => {
      const [, name, table] = /^create trigger (\w+) before [a-z ]+ on (\w+)/.exec(sql) ?? []
      return name === undefined || table === undefined ? [] : [{ name, table, sql }]
    })
  return [...new Map(guards.map((guard) => [guard.name, guard])).values()]
}
