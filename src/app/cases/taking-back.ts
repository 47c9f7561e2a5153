import { type AnyCaseOperation, decideCase } from '#domain/cases/operation.ts'
import { type ActNeeds, type Told, changed } from '#src/app/cases/cases.ts'
import { outboxChanges, outboxOf } from '#src/app/cases/outbox.ts'
import type { AtDesk } from '#src/app/cases/team.ts'

type Waiting = {
  readonly code: string
  readonly item: string
  /** What kind of line waits, and by which operation the case says that it was taken back. */
  readonly is: 'draft' | 'answers'
  readonly by: AnyCaseOperation
}

/** Takes back what a case said yes to and what still waits, in one change of the store. */
export const takeBackWaiting = (
  needs: ActNeeds,
  desk: AtDesk,
  { code, item, is, by }: Waiting,
): Promise<Told> =>
  changed<string>(needs, desk, {
    code,
    make: async ({ file }) => {
      const outbox = await outboxOf(needs)
      const own = file.lists[by.name]?.find((one) => one.item === item)
      const line = outbox.lines.find((one) => one.is === is && one.wish === item)
      if (!own || !line) return { refused: 'not-waiting' }
      const now = { file, today: needs.today, by: desk.userId, newItem: '' }
      const decision = decideCase(by, now, { item, seen: own.version })
      if (decision.outcome !== 'recorded') return { refused: decision.code }
      const left = outbox.lines.filter((one) => one !== line)
      return { file: decision.body, also: await outboxChanges(needs, outbox, left) }
    },
  })
