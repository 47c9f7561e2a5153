import { caseKeysBy } from '#infra/system/case-keys.ts'
import { systemClock } from '#infra/system/system.ts'
import { underTheRoof, reasonsOfService } from '#src/app/cases/roof.ts'
import { destroyedKept } from '#src/app/cases/kept-beside.ts'
import type { Bindings } from '#src/edge/bindings.ts'
import { casesIn, keptIn } from '#src/edge/cases-object.ts'
import { objectsIn } from '#src/edge/objects.ts'
import { overviewIn } from '#src/edge/overview-bound.ts'
import worker from '#src/worker.ts'

export { CasesObject, LedgerObject, OverviewObject } from '#src/worker.ts'

type Asked = {
  readonly fundId: string
  readonly networkId: string
  readonly code: string
  readonly sealed: string
  readonly reason: string
}

/** The service’s own Worker; beside it what a test writes as an older version did, and what lies where. */
const answersIn = (bindings: Bindings) => {
  const { store } = objectsIn(bindings)
  const keys = caseKeysBy({ secret: String(bindings['CASES_SECRET']) })
  const cases = { leaves: casesIn(bindings), keys, kept: keptIn(bindings) }
  const beside = { ...cases, clock: systemClock }
  return {
    leave: async ({ fundId, networkId, code, sealed, reason }: Asked) => {
      const news = {
        after: 0,
        through: 1,
        hash: 'a'.repeat(64),
        recordedAt: '2026-01-01T00:00:00Z',
      }
      for (const [kind, id] of [
        ['fund', fundId],
        ['network', networkId],
      ] as const)
        await overviewIn(bindings).hear({ kind, id, ...news, totals: [] })
      for (const scope of [fundId, networkId])
        await store.keepSupportFile({ fundId: scope, code, sealed })
      await store.keep(fundId, [
        { subject: 'relief:one', text: reason },
        { subject: 'fund:', text: 'Prey Veng' },
      ])
    },
    left: async ({ fundId, networkId }: Asked) => ({
      files: [...(await store.supportFiles(fundId)), ...(await store.supportFiles(networkId))]
        .length,
      notes: [...(await store.of(fundId))].filter(([, text]) => text !== ''),
    }),
    found: async ({ fundId, networkId, code }: Asked) => {
      const roof = underTheRoof(store, cases)
      const reasons = reasonsOfService({ store, cases })
      return {
        files: [await roof.supportFile(fundId, code), await roof.supportFile(networkId, code)].map(
          (file) => file?.sealed,
        ),
        reason: (await reasons.of(fundId)).get('relief:one'),
      }
    },
    keepGone: ({ networkId, code }: Asked) => destroyedKept({ ...beside, networkId }, code),
    kept: async () => (await cases.kept.read())?.length ?? 0,
    networks: () => store.networks.fundIds(),
  }
}

export default {
  ...worker,
  fetch: async (asked: Request, ...more: [Bindings, never]): Promise<Response> => {
    const name = /^\/test\/(\w+)$/.exec(new URL(asked.url).pathname)?.[1]
    if (name === undefined) return worker.fetch(asked, ...more)
    const answers = answersIn(more[0])
    const told = await answers[name as keyof typeof answers]((await asked.json()) as Asked)
    return Response.json(told ?? null)
  },
}
