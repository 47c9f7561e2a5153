import type { HyperdriveBindings } from '#src/edge/bindings.ts'
import { hyperdriveIn } from '#src/edge/hyperdrive.ts'
import type { After } from '#src/edge/objects.ts'
import { serviceOf } from '#src/edge/service.ts'

export { CasesObject } from '#src/edge/cases-object.ts'

let service: ReturnType<typeof serviceOf> | undefined
const serviceIn = (bindings: HyperdriveBindings): ReturnType<typeof serviceOf> =>
  (service ??= serviceOf(bindings, () => hyperdriveIn(bindings)))

export default {
  fetch: (
    asked: Request,
    bindings: HyperdriveBindings,
    context: { readonly waitUntil: After },
  ): Response | Promise<Response> =>
    serviceIn(bindings).serve(asked, (work) => context.waitUntil(work)),
  /** Asked each minute and each hour by the clock that the configuration names. */
  scheduled: (
    { cron }: { readonly cron: string },
    bindings: HyperdriveBindings,
    context: { readonly waitUntil: After },
  ): Promise<void> => serviceIn(bindings).round(cron, (work) => context.waitUntil(work)),
}
