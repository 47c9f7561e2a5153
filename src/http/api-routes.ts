import { etag } from 'hono/etag'
import { newApi } from '#src/http/api.ts'
import { commandRoutes } from '#src/http/commands/routes.ts'
import { identityRoutes } from '#src/http/identity/routes.ts'
import { importRoutes } from '#src/http/imports.ts'
import { journalRoutes } from '#src/http/journal.ts'
import { readRoutes } from '#src/http/reads/routes.ts'

/** The whole API: what is here is served, is in the reference, and is known to the typed client. */
export const apiRoutes = () => {
  const api = newApi()
  // Who has read it already is answered 304, after the same checks.
  api.use('/v1/*', etag())
  return api
    .route('/', commandRoutes())
    .route('/', journalRoutes())
    .route('/', identityRoutes())
    .route('/', readRoutes())
    .route('/', importRoutes())
}

export type Api = ReturnType<typeof apiRoutes>
