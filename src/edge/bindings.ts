import type { LedgerObject } from '#src/edge/ledger-object.ts'
import type { OverviewObject } from '#src/edge/overview-object.ts'

/** Where the objects of a class are had by name, wherever they are. */
export type Objects<Class> = {
  readonly idFromName: (name: string) => unknown
  readonly get: (id: unknown) => Class
}

/** What `wrangler.toml` and the secrets bind; settings are read by `readConfiguration`. */
export type Bindings = {
  readonly LEDGERS: Objects<LedgerObject>
  readonly OVERVIEW: Objects<OverviewObject>
  readonly ASSETS: { readonly fetch: (url: string) => Promise<Response> }
  readonly [setting: string]: unknown
}
