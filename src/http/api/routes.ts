import { etag } from 'hono/etag'
import { alertRoutes } from '#src/http/alerts.ts'
import { newApi } from '#src/http/api.ts'
import { sayLeaving } from '#src/http/api/leaving.ts'
import { bankImportRoutes } from '#src/http/bank/api.ts'
import { awayRoutes } from '#src/http/commands/away.ts'
import { privateRoutes } from '#src/http/commands/private.ts'
import { commandRoutes } from '#src/http/commands/routes.ts'
import { foundingRoutes } from '#src/http/network/foundings.ts'
import { identityRoutes } from '#src/http/identity/routes.ts'
import { ownDisputeRoutes } from '#src/http/household/disputes-api.ts'
import { importRoutes } from '#src/http/imports.ts'
import { loansImportRoutes } from '#src/http/imports/loans.ts'
import { membersImportRoutes } from '#src/http/imports/members.ts'
import { journalRoutes } from '#src/http/journal.ts'
import { messageRoutes } from '#src/http/messages/api.ts'
import { incomingRoutes } from '#src/http/messages/incoming.ts'
import { potRoutes } from '#src/http/network/pot-api.ts'
import { phoneRoutes } from '#src/http/phone/taken-along.ts'
import { receiptCheckRoutes } from '#src/http/proof/receipt-check.ts'
import { fundSupportRoutes } from '#src/http/support/fund-api.ts'
import { teamSupportRoutes } from '#src/http/support/team-api.ts'
import { readRoutes } from '#src/http/reads/routes.ts'

/** The whole API: what is here is served, is in the reference, and is known to the typed client. */
export const apiRoutes = () => {
  const api = newApi()
  sayLeaving(api)
  // Who has read it already is answered 304, after the same checks.
  api.use('/v1/*', (context, next) => {
    const { digest } = context.get('needs')
    const generateDigest = (body: Uint8Array): ArrayBuffer => {
      const made = digest()
      made.take(body)
      return Uint8Array.from(made.hex().match(/../g)!, (byte) => Number.parseInt(byte, 16)).buffer
    }
    return etag({ generateDigest })(context, next)
  })
  return api
    .route('/', commandRoutes())
    .route('/', privateRoutes())
    .route('/', awayRoutes())
    .route('/', ownDisputeRoutes())
    .route('/', journalRoutes())
    .route('/', phoneRoutes())
    .route('/', receiptCheckRoutes())
    .route('/', identityRoutes())
    .route('/', fundSupportRoutes())
    .route('/', teamSupportRoutes())
    .route('/', potRoutes())
    .route('/', readRoutes())
    .route('/', alertRoutes())
    .route('/', messageRoutes())
    .route('/', incomingRoutes())
    .route('/', importRoutes())
    .route('/', membersImportRoutes())
    .route('/', loansImportRoutes())
    .route('/', bankImportRoutes())
    .route('/', foundingRoutes())
}

export type Api = ReturnType<typeof apiRoutes>
