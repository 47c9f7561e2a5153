import type { HyperdriveBindings } from '#src/edge/bindings.ts'
import { hyperdriveIn } from '#src/edge/hyperdrive.ts'
import type { After } from '#src/edge/objects.ts'
import { serviceOf } from '#src/edge/service.ts'

export { CasesObject } from '#src/edge/cases-object.ts'

let service: ReturnType<typeof serviceOf> | undefined

export default {
  fetch: (
    asked: Request,
    bindings: HyperdriveBindings,
    context: { readonly waitUntil: After },
  ): Response | Promise<Response> => {
    service ??= serviceOf(bindings, () => hyperdriveIn(bindings))
    return service(asked, (work) => context.waitUntil(work))
  },
}
