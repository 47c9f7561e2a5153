import type { CaseFile } from '#domain/cases/file.ts'
import { type AnyCaseOperation, decideCase } from '#domain/cases/operation.ts'
import { openedCase } from '#domain/cases/operations/life.ts'

export const worker = 'a0000000-0000-8000-8000-000000000001'

const talk = {
  kind: 'return',
  isInDanger: false,
  ageBand: '25-34',
  sex: 'woman',
  language: 'khmer',
  stage: 'thinking',
  way: 'visit',
  when: 'after the market',
  fromElsewhere: false,
  isAgreed: true,
} as const

let items = 0
const newItem = (): string => {
  items += 1
  return items.toString(16).padStart(32, '0')
}

/** The file of a first talk, as it is where nothing else is said. */
export const talked = (
  said: Partial<Record<keyof typeof talk | 'bestInterest', unknown>> = {},
  today = '2026-11-02',
): CaseFile =>
  openedCase({ ...talk, ...said } as Parameters<typeof openedCase>[0], {
    code: 'K-ABCDEFGH',
    codeName: { word: 3, number: 7 },
    by: worker,
    today,
    newItem,
  })

export const talkedWithChild = (): CaseFile =>
  talked({ ageBand: 'under-18', bestInterest: 'she asked for it herself' })

const sightOf = (file: CaseFile, { name, writes }: AnyCaseOperation, said: object): object => {
  const version = file.facts[name]?.version
  if (writes === 'fact') return { seen: version ?? 0, ...said }
  const named = (said as { readonly item?: string }).item
  const one = (file.lists[name] ?? []).find(({ item }) => item === named)
  return writes === 'item' ? { seen: one?.version ?? 1, ...said } : said
}

/** What the rules say of something that is done by whoever has seen the file as it is. */
export const asked = (
  file: CaseFile,
  operation: AnyCaseOperation,
  said: object,
  today = '2026-11-02',
) =>
  decideCase(
    operation,
    { file, today, by: worker, newItem: newItem() },
    sightOf(file, operation, said),
  )

/** The file after it, which must have been taken. */
export const done = (
  file: CaseFile,
  operation: AnyCaseOperation,
  said: object,
  today = '2026-11-02',
): CaseFile => {
  const decision = asked(file, operation, said, today)
  if (decision.outcome !== 'recorded') throw new Error(`${operation.command}: ${decision.code}`)
  return decision.body
}

export const codeOf = (decision: ReturnType<typeof asked>): string =>
  decision.outcome === 'recorded' ? 'recorded' : decision.code

/** The last of a list. */
export const lastItem = (file: CaseFile, list: string): string => file.lists[list]!.at(-1)!.item
