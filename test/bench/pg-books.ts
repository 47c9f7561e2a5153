import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import type { Marks } from '#domain/access/marks.ts'

/** The key by which a benchmark's services tell their own rows, as every service has one. */
export const benchMarks = marksBy({ secret: 'a pepper of a benchmark, as long as any' })

/** A store with the bounds that a service has, but for a machine that is busy with its own load. */
export const openStore = (url: string, marks: Marks): Promise<Store> =>
  postgresStore({ url, create: false, deadlineMs: 10_000, marks })
