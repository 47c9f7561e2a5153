import { staffRolesOn } from '#domain/access/staff.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import type { ReportNeeds } from '#src/app/watch/reports.ts'
import type { SentFile } from '#src/app/watch/sealed-parts.ts'
import { evidenceBytesMax, evidenceFilesMax, evidenceKindOf } from '#src/app/watch/files-sent.ts'
import type { HttpContext } from '#src/http/env.ts'

/** What the sealed reports of a network need; undefined where the service keeps no cases. */
export const reportNeeds = (context: HttpContext, networkId: string): ReportNeeds | undefined => {
  const { cases, clock, random, store, today, signer, hash } = context.get('needs')
  const tools = { clock, random, store, signer, hash }
  return cases && { ...cases, ...tools, networkId, today: today() }
}

/** Those of the staff who take reports today: to their keys it is sealed how somebody is reached. */
export const watchTeamOf = async (
  context: HttpContext,
  networkId: string,
): Promise<readonly string[]> => {
  const { store, today } = context.get('needs')
  const staff = (await networkBookOf(store, networkId))?.staff ?? []
  return staff
    .filter((one) =>
      staffRolesOn(one, today()).some(
        (role) => role === 'migration-worker' || role === 'case-supervisor',
      ),
    )
    .map(({ userId }) => userId)
}

/** SHA-256 of what was sent. */
export const digestOf = (context: HttpContext, bytes: Uint8Array): string => {
  const digest = context.get('needs').digest()
  digest.take(bytes)
  return digest.hex()
}

/** Files as they came, each with its digest; undefined where one is too large, or of no kind that is kept. */
export const sentFiles = async (
  context: HttpContext,
  files: readonly File[],
): Promise<readonly SentFile[] | undefined> => {
  if (files.length > evidenceFilesMax) return undefined
  const found: SentFile[] = []
  for (const file of files) {
    if (file.size > evidenceBytesMax) return undefined
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kind = evidenceKindOf(bytes)
    if (!kind) return undefined
    found.push({ bytes, kind, digest: digestOf(context, bytes) })
  }
  return found
}
