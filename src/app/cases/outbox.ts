import type { LeafChange } from '#domain/cases/leaves.ts'
import type { FeeDraft } from '#domain/cases/operations/fee-drafts.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Period } from '#domain/statistics/calendar.ts'
import type { ExtractRow } from '#domain/statistics/extract.ts'
import type { ReferredPerson } from '#domain/statistics/referral-tables.ts'
import { type LeafPage, changesOf, fitsLeaf, readPages } from '#src/app/cases/leaf-pages.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import type { Marks } from '#src/app/support/claims.ts'

/*
 * What the team asks of funds and of the network's own pot waits here, of cases and of anybody else alike, until all of it
 * goes over together. The service can open it and finds no case in it: which case a wish is of stands in that case alone.
 */

/** What is asked, without the number of a paper, an id and a day: those it gets when it goes over. */
export type Wish = Omit<Wanted, 'id' | 'effectiveOn' | 'papers' | 'marks'> & {
  readonly marks: Marks
}

type Line = {
  /** 128 random bits; of a case, the item of its list. */
  readonly wish: string
  /** The fund, or the network for its own pot. */
  readonly scope: string
  /** The login that asked. */
  readonly asker: string
  readonly isOfCase: boolean
}

export type Waiting = Line & {
  readonly is: 'waiting'
  readonly askedOn: LocalDate
  readonly asks: Wish
  /** Under which id it goes over, and on which day: where it was cut off, the same goes once more. */
  readonly going?: { readonly id: string; readonly on: LocalDate }
}

/** What became of one that went over: kept until its case, or whoever asked, has read it. */
export type WentOver = Line & {
  readonly is: 'went-over'
  readonly on: LocalDate
  readonly code?: string
  readonly refusal?: string
}

/** A fee that a case lets be told to those who watch agencies, until it is filed: it names no worker and no fund. */
export type Draft = {
  readonly is: 'draft'
  /** The item of the case's list. */
  readonly wish: string
  /** The same of all drafts of one case: the item of the first. An earlier version had none. */
  readonly of?: string
  readonly askedOn: LocalDate
  readonly holds: FeeDraft
}

/** One that is just being filed, under a name of chance; by now nothing leads to its case. */
export type Filing = { readonly is: 'filing'; readonly as: string; readonly holds: FeeDraft }

/** What a researcher asks for, and two of the team have released: it ends on a day, made or not. */
export type Research = {
  readonly is: 'research'
  readonly wish: string
  readonly purpose: string
  readonly receiver: string
  readonly until: LocalDate
  readonly askedOn: LocalDate
  /** The logins of the two. */
  readonly by: readonly [string, string]
  readonly made?: { readonly on: LocalDate; readonly by: readonly [string, string] }
}

/** Answers that wait for a research extract: the item of the case that they are of stands in that case alone. */
export type Answers = {
  readonly is: 'answers'
  readonly wish: string
  readonly research: string
  readonly until: LocalDate
  readonly row: ExtractRow
}

/** A row of an extract that was made: nothing leads from it to a case any more. */
export type Extracted = {
  readonly is: 'extracted'
  readonly research: string
  readonly row: ExtractRow
}

/** A person of a quarter, by what became of the kinds of help they were sent to: counted with others, and told of nobody. */
export type Referred = {
  readonly is: 'referred'
  /** The first referral of the quarter, an item of the case alone. */
  readonly wish: string
  readonly quarter: Period
  readonly until: LocalDate
  readonly person: ReferredPerson
}

export type OutboxLine =
  | Waiting
  | WentOver
  | Draft
  | Filing
  | Research
  | Answers
  | Extracted
  | Referred

export const isDraft = (line: OutboxLine): line is Draft => line.is === 'draft'
export const isFiling = (line: OutboxLine): line is Filing => line.is === 'filing'
export const isResearch = (line: OutboxLine): line is Research => line.is === 'research'
export const isAnswers = (line: OutboxLine): line is Answers => line.is === 'answers'
export const isReferred = (line: OutboxLine): line is Referred => line.is === 'referred'
export const isExtracted = (line: OutboxLine): line is Extracted => line.is === 'extracted'

/** What still has to lie there on a day: answers that wait no longer than was agreed to, and nothing of research that is over. */
export const stillWanted = (
  lines: readonly OutboxLine[],
  today: LocalDate,
): readonly OutboxLine[] => {
  const over = new Set(
    lines.flatMap((line) => (isResearch(line) && line.until < today ? [line.wish] : [])),
  )
  return lines.filter((line) => {
    if (isResearch(line)) return line.made !== undefined || !over.has(line.wish)
    if (isAnswers(line)) return line.until >= today && !over.has(line.research)
    if (isReferred(line)) return line.until >= today
    return !isExtracted(line) || !over.has(line.research)
  })
}

export type Outbox = {
  readonly pages: readonly LeafPage<readonly OutboxLine[]>[]
  readonly lines: readonly OutboxLine[]
}

/** All pages are written at once, so that none of them tells how much waits; more come in such numbers. */
const pagesAtOnce = 2

const nameOf = (networkId: string, number: number): string => `outbox/${networkId}/${number}`

/** All that waits in a network, and what became of what went over. */
export const outboxOf = async (needs: CaseNeeds): Promise<Outbox> => {
  const pages: LeafPage<readonly OutboxLine[]>[] = []
  for (;;) {
    const names = Array.from({ length: pagesAtOnce }, (_, place) =>
      nameOf(needs.networkId, pages.length + place),
    )
    const some = await readPages<readonly OutboxLine[]>(needs, names)
    const isThere = some.some(({ value }) => value !== undefined)
    if (isThere || pages.length === 0) pages.push(...some)
    if (!isThere) return { pages, lines: pages.flatMap(({ value }) => value ?? []) }
  }
}

/** As many lines a page as fit. */
const packed = (lines: readonly OutboxLine[]): readonly (readonly OutboxLine[])[] =>
  lines.reduce<readonly (readonly OutboxLine[])[]>((pages, line) => {
    const last = [...(pages.at(-1) ?? []), line]
    return pages.length > 0 && fitsLeaf(last) ? [...pages.slice(0, -1), last] : [...pages, [line]]
  }, [])

/** What the outbox has to become so that it holds these lines: every page of it is sealed anew. */
export const outboxChanges = async (
  needs: CaseNeeds,
  { pages }: Pick<Outbox, 'pages'>,
  lines: readonly OutboxLine[],
): Promise<readonly LeafChange[]> => {
  const full = packed(lines)
  const count = Math.max(pages.length, Math.ceil(full.length / pagesAtOnce) * pagesAtOnce)
  const names = Array.from({ length: count - pages.length }, (_, place) =>
    nameOf(needs.networkId, pages.length + place),
  )
  const all = [...pages, ...(await readPages<readonly OutboxLine[]>(needs, names))]
  const changes = all.map((page, place) => changesOf(needs, page, full[place] ?? []))
  return (await Promise.all(changes)).flat()
}

/** Takes some out. */
export const wishesDropped = async (
  needs: CaseNeeds,
  wishes: readonly string[],
): Promise<readonly LeafChange[]> => {
  const outbox = await outboxOf(needs)
  const left = outbox.lines.filter((line) => !('wish' in line) || !wishes.includes(line.wish))
  return outboxChanges(needs, outbox, left)
}
