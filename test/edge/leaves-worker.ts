import type { ObjectState } from 'cloudflare:workers'
import type { LeafChange } from '#domain/cases/leaves.ts'
import type { Bindings } from '#src/edge/bindings.ts'
import { CasesObject as Cases, casesIn } from '#src/edge/cases-object.ts'
import { fromWire, toWire } from '#test/edge/leaves-wire.ts'

export { LedgerObject } from '#src/edge/ledger-object.ts'
export { OverviewObject } from '#src/edge/overview-object.ts'

/** The object of the service, with what only a test asks: to be thrown out of memory, and what lies where. */
export class CasesObject extends Cases {
  readonly #state: ObjectState

  constructor(ctx: ObjectState, env: unknown) {
    super(ctx, env)
    this.#state = ctx
  }

  async restart(): Promise<void> {
    ;(this.#state as unknown as { abort: (why: string) => void }).abort('restarted by a test')
  }

  async slots(): Promise<unknown> {
    return this.#state.storage.sql
      .exec(`select slot, id from leaf where id >= '0' order by slot`)
      .toArray()
  }
}

/** Asks the object of one world, named by the path, as the service asks the one there is. */
export default {
  fetch: async (asked: Request, bindings: Bindings): Promise<Response> => {
    const { CASES } = bindings
    const world = new URL(asked.url).pathname
    const named = { idFromName: () => CASES.idFromName(world), get: CASES.get.bind(CASES) }
    const leaves = casesIn({ CASES: named as typeof CASES })
    const object = CASES.get(CASES.idFromName(world)) as CasesObject
    const { name, args } = fromWire(await asked.text()) as {
      readonly name: 'read' | 'change' | 'ids' | 'restart' | 'slots'
      readonly args: readonly unknown[]
    }
    try {
      if (name === 'slots') return new Response(toWire({ value: await object.slots() }))
      if (name === 'restart') {
        await object.restart().catch(() => undefined)
        return new Response(toWire({ value: null }))
      }
      const method = leaves[name] as (...given: readonly unknown[]) => Promise<unknown>
      return new Response(toWire({ value: await method(...(args as LeafChange[][])) }))
    } catch (error) {
      return new Response(toWire({ fault: String(error) }))
    }
  },
}
