import { newApi } from '#src/http/api.ts'
import { cardRoutes } from '#src/http/identity/cards.ts'
import { deviceRoutes } from '#src/http/identity/devices.ts'
import { loginRoutes } from '#src/http/identity/logins.ts'
import { logRoutes } from '#src/http/identity/log.ts'
import { halfRoutes } from '#src/http/identity/halves.ts'
import { noticeRoutes } from '#src/http/identity/notices.ts'
import { ownSecretRoutes } from '#src/http/identity/own-secret.ts'
import { ownSessionRoutes } from '#src/http/identity/own-sessions.ts'
import { secretRoutes } from '#src/http/identity/secrets.ts'
import { signInRoutes } from '#src/http/identity/sign-in.ts'
import { userSessionRoutes } from '#src/http/identity/user-sessions.ts'
import { userRoutes } from '#src/http/identity/users.ts'

/** Who may sign in, from where, by what; and who did what. */
export const identityRoutes = () =>
  newApi()
    .route('/', signInRoutes())
    .route('/', ownSessionRoutes())
    .route('/', ownSecretRoutes())
    .route('/', noticeRoutes())
    .route('/', halfRoutes())
    .route('/', secretRoutes())
    .route('/', userRoutes())
    .route('/', deviceRoutes())
    .route('/', userSessionRoutes())
    .route('/', cardRoutes())
    .route('/', loginRoutes())
    .route('/', logRoutes())
