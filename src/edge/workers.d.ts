/** What is used of the Workers runtime; the rest of it is nobody's business here. */
declare module 'cloudflare:workers' {
  import type { DurableStorage } from '#infra/db/durable-object.ts'

  export type ObjectState = {
    readonly id: { readonly name?: string }
    readonly storage: DurableStorage & { readonly transactionSync: <T>(work: () => T) => T }
    readonly blockConcurrencyWhile: <T>(work: () => Promise<T>) => Promise<T>
  }

  export abstract class DurableObject<Bindings = unknown> {
    constructor(ctx: ObjectState, env: Bindings)
    protected readonly ctx: ObjectState
    protected readonly env: Bindings
  }
}
