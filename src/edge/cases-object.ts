import { DurableObject, type ObjectState } from 'cloudflare:workers'
import type { LeafChange, LeafId, Leaves } from '#domain/cases/leaves.ts'
import { durableLeaves, keptRow } from '#infra/cases/durable-leaves.ts'
import type { KeptBeside } from '#src/app/cases/team.ts'
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

  /** Of the second object: what is kept beside the cases. */
  async kept(): Promise<Reply> {
    return packed(() => keptRow(this.ctx.storage).read())
  }

  async keep(sealed: Uint8Array): Promise<Reply> {
    return packed(() => keptRow(this.ctx.storage).write(sealed))
  }
}

/** What a Worker is bound to that keeps cases. */
export type CasesBound = { readonly CASES: Objects<CasesObject> }

const asked = async <T>(asking: () => Promise<Reply>): Promise<T> => (await unpacked(asking)) as T

/** The leaves of the object that keeps them, had anew each time: what one request holds, another cannot use. */
export const casesIn = ({ CASES }: CasesBound): Leaves => {
  const object = (): CasesObject => CASES.get(CASES.idFromName('cases'))
  return {
    read: (ids) => asked(() => object().read(ids)),
    change: (changes) => asked(() => object().change(changes)),
    ids: (after, limit) => asked(() => object().ids(after, limit)),
  }
}

/**
 * What is kept beside the cases, in an object of its own: where the host sets that of the cases back to an earlier hour, this
 * one still knows the later.
 */
export const keptIn = ({ CASES }: CasesBound): KeptBeside => {
  const object = (): CasesObject => CASES.get(CASES.idFromName('kept beside the cases'))
  return {
    read: () => asked(() => object().kept()),
    write: (sealed) => asked(() => object().keep(sealed)),
  }
}
