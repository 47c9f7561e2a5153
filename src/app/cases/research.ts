import { decideCase } from '#domain/cases/operation.ts'
import { giveAnswers, takeAnswersBack } from '#domain/cases/operations/research.ts'
import { answersOf, researchBasis, safeExtract } from '#domain/cases/research-answers.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type ActNeeds, type Told, changed } from '#src/app/cases/cases.ts'
import { written } from '#src/app/cases/moving.ts'
import {
  type Answers,
  type Extracted,
  type OutboxLine,
  type Research,
  isAnswers,
  isExtracted,
  isResearch,
  outboxChanges,
  outboxOf,
  stillWanted,
} from '#src/app/cases/outbox.ts'
import { takeBackWaiting } from '#src/app/cases/taking-back.ts'
import type { AtDesk } from '#src/app/cases/team.ts'

/*
 * Research extracts. A request is released by two, answers of cases wait beside all else that the team asks for, and two make
 * of them one table in which nobody stands alone. The case knows by an item of its own which answers wait; once the table is
 * made nothing leads from it to a case.
 */

const linesOf = async (needs: ActNeeds): Promise<readonly OutboxLine[]> =>
  stillWanted((await outboxOf(needs)).lines, needs.today)

/** All requests that are kept, with how many rows each that was made still has to be fetched. */
export const researchOf = async (
  needs: ActNeeds,
): Promise<readonly { readonly research: Research; readonly rows: readonly Extracted[] }[]> => {
  const lines = await linesOf(needs)
  return lines.filter(isResearch).map((research) => ({
    research,
    rows: lines.filter(isExtracted).filter((row) => row.research === research.wish),
  }))
}

/** Requests to which answers may be given today. */
export const openResearch = async (needs: ActNeeds): Promise<readonly Research[]> =>
  (await researchOf(needs)).flatMap(({ research }) =>
    research.made === undefined && research.until >= needs.today ? [research] : [],
  )

/** So many at once are open: each more is a table less that has people enough. */
export const researchMax = 6

/** Writes down what a researcher asks for, and which two released it. */
export const releaseResearch = (
  needs: ActNeeds,
  asked: Pick<Research, 'purpose' | 'receiver' | 'until' | 'by'>,
): Promise<'released' | 'too-many'> =>
  written(needs, async () => {
    const outbox = await outboxOf(needs)
    const lines = stillWanted(outbox.lines, needs.today)
    const open = lines.filter((line) => isResearch(line) && line.made === undefined)
    if (open.length >= researchMax) return { answer: 'too-many' as const, changes: [] }
    const line: Research = {
      is: 'research',
      wish: needs.keys.newId(),
      askedOn: needs.today,
      ...asked,
    }
    const changes = await outboxChanges(needs, outbox, [...lines, line])
    return { answer: 'released' as const, changes }
  })

const earlier = (a: LocalDate, b: LocalDate | undefined): LocalDate =>
  b !== undefined && b < a ? b : a

/** Says yes in the case and lets its answers wait, in one change of the store. */
export const giveToResearch = (
  needs: ActNeeds,
  desk: AtDesk,
  { code, research }: { readonly code: string; readonly research: string },
): Promise<Told> =>
  changed<string>(needs, desk, {
    code,
    make: async ({ file }) => {
      const { today } = needs
      const outbox = await outboxOf(needs)
      const lines = stillWanted(outbox.lines, today)
      const request = lines.filter(isResearch).find(({ wish }) => wish === research)
      if (!request || request.made !== undefined) return { refused: 'research-not-open' }
      const { receiver } = request
      const { consents, until } = researchBasis(file, receiver, today)
      const newItem = needs.keys.newId()
      const now = { file, today, by: desk.userId, newItem }
      const said = { research, consents, isAgreed: true }
      const decision = decideCase(giveAnswers, now, said)
      if (decision.outcome !== 'recorded') return { refused: decision.code }
      const line: Answers = {
        is: 'answers',
        wish: newItem,
        research,
        until: earlier(request.until, until),
        row: answersOf(file, receiver, today),
      }
      // Among the others by its name of chance: the order does not tell who gave last.
      const answers = [...lines.filter(isAnswers), line].toSorted((a, b) =>
        a.wish < b.wish ? -1 : 1,
      )
      const rest = lines.filter((one) => !isAnswers(one))
      return {
        file: decision.body,
        also: await outboxChanges(needs, outbox, [...rest, ...answers]),
      }
    },
  })

/** Which answers still wait, by the item of their case. */
export const answersWaiting = async (needs: ActNeeds): Promise<ReadonlySet<string>> =>
  new Set((await linesOf(needs)).filter(isAnswers).map(({ wish }) => wish))

/** Takes answers back that still wait. */
export const takeFromResearch = (
  needs: ActNeeds,
  desk: AtDesk,
  at: { readonly code: string; readonly item: string },
): Promise<Told> => takeBackWaiting(needs, desk, { ...at, is: 'answers', by: takeAnswersBack })

/**
 * Makes the table of a request, once: its rows stay until the request ends, the answers they were made of go, and so does
 * whatever would lead to a case. Fewer people than the limit make no table, and nothing changes.
 */
export const makeExtract = (
  needs: ActNeeds,
  { research, by }: { readonly research: string; readonly by: readonly [string, string] },
): Promise<'made' | 'research-not-open' | 'too-few'> =>
  written(needs, async () => {
    const outbox = await outboxOf(needs)
    const lines = stillWanted(outbox.lines, needs.today)
    const request = lines.filter(isResearch).find(({ wish }) => wish === research)
    if (!request || request.made !== undefined)
      return { answer: 'research-not-open' as const, changes: [] }
    const given = lines.filter(isAnswers).filter((line) => line.research === research)
    const rows = safeExtract(given.map(({ row }) => row))
    if (rows.length === 0) return { answer: 'too-few' as const, changes: [] }
    const made: Research = { ...request, made: { on: needs.today, by } }
    const rest = lines.filter(
      (line) => line !== request && !(isAnswers(line) && line.research === research),
    )
    const extracted = rows.map((row): Extracted => ({ is: 'extracted', research, row }))
    const changes = await outboxChanges(needs, outbox, [...rest, made, ...extracted])
    return { answer: 'made' as const, changes }
  })
