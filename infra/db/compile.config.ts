import { SqliteDriver, defineConfig } from '@mikro-orm/sql'
import { entities } from '#infra/db/schema.ts'

/** What `mikro-orm compile` reads: the very entities of the service and nothing else, in the same order. */
export default defineConfig({ driver: SqliteDriver, dbName: ':memory:', entities })
