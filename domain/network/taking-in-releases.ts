import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Network } from '#domain/network/state.ts'
import type { FigureBody } from '#domain/operations/network.ts'

type Entered = { readonly by: string; readonly on: LocalDate; readonly seq: number }

/** Takes in what an entry says of a release, in place. A second word of the same hand is none, whoever let it through. */
export const takeInRelease = (
  { releases }: Network,
  body: FigureBody,
  { by, on, seq }: Entered,
): void => {
  if (body.type === 'ReleaseProposed') {
    const { releaseId, period, digest } = body
    releases.set(releaseId, { releaseId, period, digest, proposedBy: by, proposedOn: on })
    return
  }
  const one = releases.get(body.releaseId)!
  if (one.proposedBy !== by) releases.set(body.releaseId, { ...one, confirmed: { by, on, seq } })
}

/** Whether what an entry names came before it. */
export const isKnownToReleases = ({ releases }: Network, body: FigureBody): boolean =>
  body.type === 'ReleaseProposed' || releases.has(body.releaseId)
