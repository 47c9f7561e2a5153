import { type Planted, file, together } from '#test/support/planted-faults.ts'

export const inACircle: Planted = {
  files: [
    file('domain/a.ts', "import { b } from '#domain/b.ts'"),
    file('domain/b.ts', "import type { A } from '#domain/a.ts'"),
  ],
  complaints: ['domain/a.ts -> domain/b.ts -> domain/a.ts is a circle'],
}

export const outOfTable: Planted = {
  files: [
    file('domain/kernel/money.ts', "import { entry } from '#domain/ledger/entry.ts'"),
    file('domain/loans/loan.ts', "import { grant } from '#domain/grants/grants.ts'"),
    file('domain/loans/cost.ts', "import type { Grant } from '#domain/grants/grants.ts'"),
    file('domain/savings/saving.ts', 'import { Hono } from "hono"'),
    file('domain/relief/relief.ts', "export * from 'node:fs'"),
    file('domain/village.ts', "import { edge } from '#domain/conventions/bank.ts'"),
    file('domain/health/grade.ts', 'import {', '  evolve,', "} from '#domain/village.ts'"),
    file('src/exchange/folder.ts', "import { Full } from '#domain/ports.ts'"),
    file('domain/ports.ts', "import { type A, b } from '#domain/ledger/entry.ts'"),
    file('src/http/app.ts', "import { sqlite } from '#infra/db/sqlite.ts'"),
    file('src/app/record.ts', "import 'zod'"),
    file('src/words/locale.ts', 'const app = await import(`#src/app/record.ts`)'),
    file('src/words/km/asking.ts', "import { family } from '#src/words/catalogue.ts'"),
    file('infra/memory/store.ts', "import { rows } from '#infra/db/rows.ts'"),
    file('infra/db/sqlite.ts', "import { record } from '#src/app/record.ts'"),
    file('src/attic/box.ts', 'export const box = 1'),
    file(
      'domain/loans/request/ceiling.ts',
      "import { isCode } from '#domain/fund/charter/charter.ts'",
    ),
    file('domain/health/health.ts', "import { standingOf } from '#domain/loans/standing.ts'"),
    file('src/exchange/report.ts', "import { type Journal } from '#domain/ports.ts'"),
    file('infra/db/store.ts', "import { sql } from 'kysely'", "import fs from 'node:fs'"),
    file('src/node.ts', "import { sqlite } from '#infra/db/sqlite.ts'"),
  ],
  complaints: [
    'domain/kernel/money.ts may not import #domain/ledger/entry.ts',
    'domain/loans/loan.ts may not import #domain/grants/grants.ts',
    'domain/loans/cost.ts may not import #domain/grants/grants.ts',
    'domain/savings/saving.ts may not import hono',
    'domain/relief/relief.ts may not import node:fs',
    'domain/village.ts may not import #domain/conventions/bank.ts',
    'domain/health/grade.ts may not import #domain/village.ts',
    'src/exchange/folder.ts takes more than types from #domain/ports.ts',
    'domain/ports.ts takes more than types from #domain/ledger/entry.ts',
    'src/http/app.ts may not import #infra/db/sqlite.ts',
    'src/app/record.ts may not import zod',
    'src/words/locale.ts may not import #src/app/record.ts',
    'src/words/km/asking.ts takes more than types from #src/words/catalogue.ts',
    'infra/memory/store.ts may not import #infra/db/rows.ts',
    'infra/db/sqlite.ts may not import #src/app/record.ts',
    'src/attic/box.ts has no row in the import table',
  ],
}

export const climbing: Planted = {
  files: [
    file('test/http/app.test.ts', "import { app } from '../../src/http/app.ts'"),
    file('src/cli.ts', together('const db = await import(', "'../infra/db/store.ts')")),
  ],
  complaints: [
    'test/http/app.test.ts climbs to ../../src/http/app.ts',
    'src/cli.ts climbs to ../infra/db/store.ts',
  ],
}
