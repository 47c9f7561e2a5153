import type { LedgerObject } from '#src/edge/ledger-object.ts'
import type { Objects, OverviewBound } from '#src/edge/overview-bound.ts'

/** What every Worker of ours is bound to; settings and secrets are read by `readConfiguration`. */
export type Bound = {
  readonly ASSETS: { readonly fetch: (url: string) => Promise<Response> }
  readonly [setting: string]: unknown
}

/** What `wrangler.toml` binds: the objects of funds and networks. */
export type Bindings = Bound &
  OverviewBound & {
    readonly LEDGERS: Objects<LedgerObject>
  }

/** What `wrangler.hyperdrive.toml` binds: a PostgreSQL behind Hyperdrive. */
export type HyperdriveBindings = Bound & {
  readonly HYPERDRIVE: { readonly connectionString: string }
}
