import type { Sealing } from '#domain/grants/files.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import type { Configuration } from '#src/configuration.ts'

/** What seals files and names, where its secret is set. */
export const sealingIn = ({
  SUPPORT_SECRET: secret,
  SUPPORT_SECRET_OLD: older,
}: Configuration): Sealing | undefined =>
  secret === undefined ? undefined : sealingBy({ secret, older })
