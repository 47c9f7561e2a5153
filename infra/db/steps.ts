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

export type MigrationStatus = {
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
