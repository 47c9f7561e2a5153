import type { CaseFile } from '#domain/cases/file.ts'
import { decideCase, itemsOf } from '#domain/cases/operation.ts'
import type { AboveCeiling } from '#domain/cases/operations/costs.ts'
import { feeDraftOf, takeBackFee, tellOfFee } from '#domain/cases/operations/fee-drafts.ts'
import { type ActNeeds, type Told, changed } from '#src/app/cases/cases.ts'
import { type Draft, isDraft, outboxChanges, outboxOf } from '#src/app/cases/outbox.ts'
import { takeBackWaiting } from '#src/app/cases/taking-back.ts'
import type { AtDesk, CaseNeeds } from '#src/app/cases/team.ts'

/*
 * A fee above the ceiling goes from a case to those who watch agencies, where its person said yes. It waits in the same pages
 * as all else that the team asks for. The case knows by an item of its own which one waits, until it is filed.
 */

type Offered = {
  readonly code: string
  readonly partyId: string
  /** The fee by the file as it is when it is written; undefined where it is above nothing any more. */
  readonly aboveOf: (file: CaseFile) => AboveCeiling | undefined
}

/** Says yes in the case and lets the draft wait, in one change of the store. */
export const offerFee = (
  needs: ActNeeds,
  desk: AtDesk,
  { code, partyId, aboveOf }: Offered,
): Promise<Told> =>
  changed<string>(needs, desk, {
    code,
    make: async ({ file }) => {
      const above = aboveOf(file)
      const holds = above && feeDraftOf(file, partyId, above)
      if (!holds) return { refused: 'fee-not-above' }
      const newItem = needs.keys.newId()
      const now = { file, today: needs.today, by: desk.userId, newItem }
      const decision = decideCase(tellOfFee, now, { heading: holds.item, isAgreed: true })
      if (decision.outcome !== 'recorded') return { refused: decision.code }
      const outbox = await outboxOf(needs)
      const { item: of = newItem } = itemsOf(file, tellOfFee)[0] ?? {}
      const line: Draft = { is: 'draft', wish: newItem, of, askedOn: needs.today, holds }
      const also = await outboxChanges(needs, outbox, [...outbox.lines, line])
      return { file: decision.body, also }
    },
  })

/** Which of those that cases said yes to still wait, by the item of the case. */
export const draftsWaiting = async (needs: CaseNeeds): Promise<ReadonlySet<string>> =>
  new Set((await outboxOf(needs)).lines.filter(isDraft).map(({ wish }) => wish))

/** Takes one back that still waits: it is filed nowhere. */
export const takeFeeBack = (
  needs: ActNeeds,
  desk: AtDesk,
  at: { readonly code: string; readonly item: string },
): Promise<Told> => takeBackWaiting(needs, desk, { ...at, is: 'draft', by: takeBackFee })
