import type { CaseFile, CaseKind, Stage } from '#domain/cases/file.ts'
import { caseKinds, stages, withFact, withItem } from '#domain/cases/file.ts'
import { type CaseOperation, line } from '#domain/cases/operation.ts'
import { ageBands, contactWays, languagesSpoken, sexes } from '#domain/cases/operations/person.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { recorded } from '#domain/kernel/decision.ts'
import { type Said, type Shapes, mark, optional, word, yesOrNo } from '#domain/kernel/shape.ts'

/**
 * What is asked at the first talk, in five minutes: enough to come back safely, and not a word more. A name is asked for
 * later, where it is needed at all.
 */
export const intake = {
  kind: word(caseKinds),
  isInDanger: yesOrNo(),
  ageBand: word(ageBands),
  sex: word(sexes),
  language: word(languagesSpoken),
  stage: word(stages),
  way: word(contactWays),
  when: line(80),
  notTo: optional(line(80)),
  fromElsewhere: yesOrNo(),
  isAgreed: mark('consent-missing'),
  bestInterest: optional(line(200)),
} as const satisfies Shapes

type Drawn = {
  readonly code: string
  readonly codeName: CaseFile['codeName']
  readonly by: string
  readonly today: LocalDate
  readonly newItem: () => string
}

/** What must be done at once where a child is concerned: the one route that is the same everywhere. */
const childRoute = 'child-protection-route'
const dangerRoute = 'danger-numbers-first'

/** Why a case cannot be opened as it is said. */
export const intakeRefusal = ({
  ageBand,
  bestInterest,
}: Pick<Said<typeof intake>, 'ageBand' | 'bestInterest'>): 'best-interest-missing' | undefined =>
  ageBand === 'under-18' && bestInterest === undefined ? 'best-interest-missing' : undefined

const isOfChild = (kind: CaseKind, ageBand: string): boolean =>
  kind === 'child-risk' || ageBand === 'under-18'

/** The file of a first talk. */
export const openedCase = (said: Said<typeof intake>, drawn: Drawn): CaseFile => {
  const { code, codeName, by, today, newItem } = drawn
  const writing = { by, on: today, seen: 0 }
  const empty: CaseFile = {
    v: 1,
    code,
    codeName,
    kind: said.kind as CaseKind,
    openedOn: today,
    facts: {},
    lists: {},
    receipts: [],
  }
  const facts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    person: { ageBand: said.ageBand, sex: said.sex, language: said.language },
    contact: {
      way: said.way,
      when: said.when,
      ...(said.notTo === undefined ? {} : { notTo: said.notTo }),
    },
    village: { fromElsewhere: said.fromElsewhere },
    stage: { stage: said.stage as Stage, since: today },
    ...(said.bestInterest === undefined
      ? {}
      : {
          guardian: {
            who: 'best-interest',
            note: said.bestInterest,
            on: today,
            isAgreedByTwo: true,
          },
        }),
  }
  const withFacts = Object.entries(facts).reduce(
    (file, [name, value]) => withFact(file, { name, value }, writing),
    empty,
  )
  const items: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['consents', { purpose: 'keep-file', receiver: 'team', fields: [], how: 'spoken' }],
    ...(said.isInDanger
      ? [['tasks', { route: dangerRoute, dueOn: today, whose: 'worker' }] as const]
      : []),
    ...(isOfChild(said.kind as CaseKind, said.ageBand)
      ? [['tasks', { route: childRoute, dueOn: daysAfter(today, 1), whose: 'worker' }] as const]
      : []),
  ]
  return items.reduce<CaseFile>(
    (file, [name, value]) =>
      withItem(file, name, { item: newItem(), by, on: today, value }) as CaseFile,
    withFacts,
  )
}

/** Tasks that every case of a kind begins with have a name in place of a line. */
export const routes = [childRoute, dangerRoute] as const

export const closingReasons = [
  'goals-reached',
  'asked-to-end',
  'moved-away',
  'handed-over',
  'no-contact',
] as const

/** A case ends with a reason; the person may end it at any time without one. */
export const closeCase: CaseOperation<
  'CloseCase',
  'closed',
  { readonly why: ReturnType<typeof word<typeof closingReasons>> }
> = {
  command: 'CloseCase',
  name: 'closed',
  writes: 'file',
  oneHand: 'sight',
  asks: { why: word(closingReasons) },
  decide: ({ file, today }, { why }) => recorded({ ...file, closed: { on: today, why } }),
}

export const reopenCase: CaseOperation<'ReopenCase', 'closed', Record<never, never>> = {
  command: 'ReopenCase',
  name: 'closed',
  writes: 'file',
  oneHand: 'sight',
  asks: {},
  decide: ({ file }) => {
    const { closed: _closed, ...open } = file
    return recorded(open)
  },
}

/** Months that a file is kept after its end, by kind; then it is destroyed, and the log says that one was. */
export const keptMonths: Readonly<Record<CaseKind, number>> = {
  advice: 24,
  return: 60,
  survivor: 60,
  'child-risk': 60,
}
