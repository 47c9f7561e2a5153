import type { CasesBound } from '#src/edge/cases-object.ts'
import type { LedgerObject } from '#src/edge/ledger-object.ts'
import type { Objects, OverviewBound } from '#src/edge/overview-bound.ts'

/** What every Worker of ours is bound to; settings and secrets are read by `readConfiguration`. */
export type Bound = {
  readonly ASSETS: { readonly fetch: (url: string) => Promise<Response> }
  readonly [setting: string]: unknown
}

/** What `wrangler.toml` binds: the objects of funds and networks, and that of cases. */
export type Bindings = Bound &
  OverviewBound &
  CasesBound & {
    readonly LEDGERS: Objects<LedgerObject>
  }

/** What `wrangler.hyperdrive.toml` binds: a PostgreSQL behind Hyperdrive, and the object of cases beside it. */
export type HyperdriveBindings = Bound &
  CasesBound & {
    readonly HYPERDRIVE: { readonly connectionString: string }
  }
