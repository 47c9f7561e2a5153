import { DurableObject, type ObjectState } from 'cloudflare:workers'
import type { LeafChange, LeafId, Leaves } from '#domain/cases/leaves.ts'
import { durableLeaves } from '#infra/cases/durable-leaves.ts'
import { type Reply, packed, unpacked } from '#src/edge/reply.ts'
import type { Objects } from '#src/edge/overview-bound.ts'

/** The one object that keeps the cases: leaves in a storage of their own, where no fund is. */
export class CasesObject extends DurableObject {
  readonly #leaves: Leaves

  constructor(ctx: ObjectState, env: unknown) {
    super(ctx, env)
    this.#leaves = durableLeaves(ctx.storage)
  }

  async read(ids: readonly LeafId[]): Promise<Reply> {
    return packed(() => this.#leaves.read(ids))
  }

  async change(changes: readonly LeafChange[]): Promise<Reply> {
    return packed(() => this.#leaves.change(changes))
  }

  async ids(after: LeafId | undefined, limit: number): Promise<Reply> {
    return packed(() => this.#leaves.ids(after, limit))
  }
}

/** What a Worker is bound to that keeps cases. */
export type CasesBound = { readonly CASES: Objects<CasesObject> }

/** The leaves of the object that keeps them, had anew each time: what one request holds, another cannot use. */
export const casesIn = ({ CASES }: CasesBound): Leaves => {
  const object = (): CasesObject => CASES.get(CASES.idFromName('cases'))
  const asked = async <T>(asking: () => Promise<Reply>): Promise<T> => (await unpacked(asking)) as T
  return {
    read: (ids) => asked(() => object().read(ids)),
    change: (changes) => asked(() => object().change(changes)),
    ids: (after, limit) => asked(() => object().ids(after, limit)),
  }
}
