import type { Bindings } from '#src/edge/bindings.ts'
import { type After, objectsIn } from '#src/edge/objects.ts'
import { serviceOf } from '#src/edge/service.ts'

export { CasesObject } from '#src/edge/cases-object.ts'
export { LedgerObject } from '#src/edge/ledger-object.ts'
export { OverviewObject } from '#src/edge/overview-object.ts'

let service: ReturnType<typeof serviceOf> | undefined

export default {
  fetch: (
    asked: Request,
    bindings: Bindings,
    context: { readonly waitUntil: After },
  ): Response | Promise<Response> => {
    service ??= serviceOf(bindings, () => objectsIn(bindings))
    return service(asked, (work) => context.waitUntil(work))
  },
}
