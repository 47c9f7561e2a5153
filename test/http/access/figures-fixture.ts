import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { FigureCommand } from '#domain/operations/network.ts'
import { sha256 } from '#infra/system/system.ts'
import { figuresText, keepFigures } from '#src/app/figures/book.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'

const period = '2025-H1'

/** A release that waits for another one; the same in every run. */
export const figuresIds = (canary: string) => ({
  releaseId: uuidOfHash(sha256(`${canary} release`)),
  period,
})

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** What would be told: of nobody. */
const text = figuresText({
  v: 1,
  period,
  on: '2025-11-10',
  villages: { all: 4, counted: 3 },
  releases: [],
})

/** Each act about what is told outside, and where a fund lies. */
export const ofFigures = (
  { ids, on }: { readonly ids: () => string; readonly on: string },
  { canary, fundId }: { readonly canary: string; readonly fundId: string },
) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: on })
  const { releaseId } = figuresIds(canary)
  return {
    PlaceFund: { ...envelope(), type: 'PlaceFund', fundId, district: '1702' },
    ProposeRelease: {
      ...envelope(),
      type: 'ProposeRelease',
      releaseId: ids(),
      period,
      digest: sha256(text),
    },
    ConfirmRelease: { ...envelope(), type: 'ConfirmRelease', releaseId },
  } satisfies OfEach<FigureCommand>
}

/** Proposed by one who is nobody's login, with the figures beside the journal. */
export const fillFigures = async (
  { ids, recordNetwork, store }: Pick<AppNeeds, 'ids' | 'recordNetwork' | 'store'>,
  { networkId, canary, on = '2025-11-10' }: { networkId: string; canary: string; on?: string },
) => {
  const { releaseId } = figuresIds(canary)
  await keepFigures(store, { networkId, releaseId, text })
  const digest = sha256(text)
  const proposed: NetworkCommand = {
    id: ids(),
    v: 1,
    effectiveOn: on,
    type: 'ProposeRelease',
    releaseId,
    period,
    digest,
  }
  assertAccepted(await recordNetwork(networkId, [proposed], { actor: canary, device: canary }))
  return { releaseId }
}
