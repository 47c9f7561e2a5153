import type { Bindings } from '#src/edge/bindings.ts'
import { type After, objectsIn } from '#src/edge/objects.ts'
import { serviceOf } from '#src/edge/service.ts'

export { CasesObject } from '#src/edge/cases-object.ts'
export { LedgerObject } from '#src/edge/ledger-object.ts'
export { OverviewObject } from '#src/edge/overview-object.ts'

let service: ReturnType<typeof serviceOf> | undefined
const serviceIn = (bindings: Bindings): ReturnType<typeof serviceOf> =>
  (service ??= serviceOf(bindings, () => objectsIn(bindings)))

export default {
  fetch: (
    asked: Request,
    bindings: Bindings,
    context: { readonly waitUntil: After },
  ): Response | Promise<Response> =>
    serviceIn(bindings).serve(asked, (work) => context.waitUntil(work)),
  /** Asked each minute and each hour by the clock that the configuration names. */
  scheduled: (
    { cron }: { readonly cron: string },
    bindings: Bindings,
    context: { readonly waitUntil: After },
  ): Promise<void> => serviceIn(bindings).round(cron, (work) => context.waitUntil(work)),
}
