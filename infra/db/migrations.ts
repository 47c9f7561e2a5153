import { Migration } from '@mikro-orm/migrations'
import type { Dialect } from '#infra/db/dialects.ts'
import { steps } from '#infra/db/steps.ts'

/** The list as MikroORM wants it, in the words of one database. */
export const migrationsIn = (dialect: Dialect) =>
  steps.map(({ name, statements }) => ({
    name,
    class: class extends Migration {
      override up(): void {
        for (const statement of statements(dialect)) this.addSql(statement)
      }
    },
  }))
