import type { LedgerObject } from '#src/edge/ledger-object.ts'
import type { OverviewObject } from '#src/edge/overview-object.ts'

/** Where the objects of a class are had by name, wherever they are. */
export type Objects<Class> = {
  readonly idFromName: (name: string) => unknown
  readonly get: (id: unknown) => Class
}

/** What every Worker of ours is bound to; settings and secrets are read by `readConfiguration`. */
export type Bound = {
  readonly ASSETS: { readonly fetch: (url: string) => Promise<Response> }
  readonly [setting: string]: unknown
}

/** What `wrangler.toml` binds: the objects of funds and networks. */
export type Bindings = Bound & {
  readonly LEDGERS: Objects<LedgerObject>
  readonly OVERVIEW: Objects<OverviewObject>
}

/** What `wrangler.hyperdrive.toml` binds: a PostgreSQL behind Hyperdrive. */
export type HyperdriveBindings = Bound & {
  readonly HYPERDRIVE: { readonly connectionString: string }
}
