import { goingTogether } from '#domain/cases/batch.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import {
  type Filing,
  type OutboxLine,
  isDraft,
  isFiling,
  outboxChanges,
  outboxOf,
} from '#src/app/cases/outbox.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'

/** Drafts of an older version do not say of which case they are: together they count as one. */
const ofOlder = ''

/** Gives a name of chance to all that is due, and forgets by which item of a case each of them waited. */
const begun = (needs: CaseNeeds, day: LocalDate): Promise<readonly Filing[]> =>
  untilKept(needs, async () => {
    const outbox = await outboxOf(needs)
    const due: ReadonlySet<OutboxLine> = new Set(
      goingTogether(outbox.lines.filter(isDraft), day, ({ of = ofOlder }) => of),
    )
    const lines = outbox.lines.map((line): OutboxLine =>
      isDraft(line) && due.has(line)
        ? { is: 'filing', as: needs.keys.newId(), holds: line.holds }
        : line,
    )
    return {
      answer: lines.filter(isFiling),
      changes: due.size === 0 ? [] : await outboxChanges(needs, outbox, lines),
    }
  })

/**
 * Files all that is due on a day, in the order of names that were drawn by chance. Those are written down first, so that what
 * was cut off is filed once; when it is filed its line goes, and nothing leads from one to the other any more.
 */
export const fileDrafts = async (
  needs: CaseNeeds,
  day: LocalDate,
  file: (one: Filing) => Promise<void>,
): Promise<number> => {
  const due = (await begun(needs, day)).toSorted((a, b) => (a.as < b.as ? -1 : 1))
  for (const one of due) await file(one)
  if (due.length === 0) return 0
  const filed = new Set(due.map(({ as }) => as))
  await untilKept(needs, async () => {
    const outbox = await outboxOf(needs)
    const left = outbox.lines.filter((line) => !isFiling(line) || !filed.has(line.as))
    return { answer: undefined, changes: await outboxChanges(needs, outbox, left) }
  })
  return due.length
}
