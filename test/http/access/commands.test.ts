import { beforeAll, expect, test } from 'vitest'
import { secretsFrom } from '#test/http/access/canaries.ts'
import { oneOfEach, ruled } from '#test/http/access/commands.ts'
import {
  expectedCommands,
  fundCommands,
  isOfNetwork,
  networkCommands,
} from '#test/http/access/expected-commands.ts'
import { nothingByTurns } from '#test/http/access/matrix.ts'
import { type Somebody, isMemberWay } from '#test/http/access/people.ts'
import { type Seen, openTo, pairOf, seen } from '#test/http/access/sending.ts'
import { commandTypesOf, documentOf } from '#test/http/access/served.ts'
import { type Written, newLines, written } from '#test/http/access/state.ts'
import { type Relation, fundFor, relations } from '#test/http/access/targets.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'
import { ourHost } from '#test/support/service.ts'
import { reached } from '#test/support/reached.ts'

/**
 * All that is allowed is sent, and of what is refused whatever names nothing in one of two ways by turns; with little time every
 * sixteenth cell of it.
 */
const isLong = process.env['TEST_BUDGET'] === 'ci'
/** A run that sends fewer fails; `docs/guarantees.md` tells the same figure of the long one. */
const cellsReached = isLong ? 38_000 : 3_500

type Decision = 'decided' | 'not-yours-to-do' | 403 | 404
type Cell = {
  readonly type: string
  readonly somebody: Somebody
  readonly relation: Relation
  readonly decision: Decision
}
type Answered = { readonly cell: Cell; readonly isDryRun: boolean; readonly got: Seen }

let village: TwoNetworks
const answered: Answered[] = []
/** What was answered before anything was meant that may be. */
let answeredFirst: readonly Answered[]
let found: readonly string[]
let refusing: { readonly before: Written; readonly after: Written }

const isHeld = (type: string, { way }: Somebody, relation: Relation): boolean =>
  relation === 'own' &&
  (isOfNetwork(type) ? !isMemberWay(way) : isMemberWay(way) || way === 'auditor')

/** Whoever may send nothing at all is turned away at the door; to whoever may send something, each item is answered. */
const decisionOn = (type: string, somebody: Somebody, relation: Relation): Decision => {
  const { way } = somebody
  if (!isHeld(type, somebody, relation)) return 404
  if (expectedCommands[type]!.includes(way)) return 'decided'
  const realm = isOfNetwork(type) ? networkCommands : fundCommands
  return Object.values(realm).some((senders) => senders.includes(way)) ? 'not-yours-to-do' : 403
}

const cellsFor = (type: string, somebody: Somebody): Cell[] =>
  relations
    .filter(
      (relation) =>
        relation.startsWith('no') ||
        (fundFor(village, somebody, relation) !== undefined &&
          !(isOfNetwork(type) && relation === 'other-fund')),
    )
    .map((relation) => ({
      type,
      somebody,
      relation,
      decision: decisionOn(type, somebody, relation),
    }))

const allCells = (): Cell[] => {
  const isAsked = nothingByTurns()
  return Object.keys(expectedCommands)
    .flatMap((type) => village.people.flatMap((somebody) => cellsFor(type, somebody)))
    .filter((cell, place) =>
      isLong ? isAsked(cell) : cell.decision === 'decided' || place % 16 === 0,
    )
}

/** What is not there is tried in every other cell, and meant in each: both go to one door. */
const toTry = (cells: readonly Cell[]): Cell[] =>
  cells.filter(({ decision }, place) => !isLong || decision !== 404 || place % 2 === 0)

const placeOf = ({ type, somebody, relation }: Cell): string => {
  const fund = fundFor(village, somebody, relation)
  const none = relation === 'no-id' ? 'no-such-thing' : village.needs.ids()
  return isOfNetwork(type)
    ? `/v1/networks/${fund?.networkId ?? none}/commands`
    : `/v1/funds/${fund?.fundId ?? none}/commands`
}

const sent = async (cell: Cell, isDryRun: boolean, token?: string): Promise<Seen> =>
  sentTo(village, cell, { isDryRun, token })

const sentTo = async (
  at: TwoNetworks,
  cell: Cell,
  { isDryRun, token }: { readonly isDryRun: boolean; readonly token?: string | undefined },
): Promise<Seen> => {
  const { somebody, type, relation } = cell
  const command = oneOfEach(at, fundFor(at, somebody, relation) ?? somebody.home)[type]
  const response = await at.service.request(`${placeOf(cell)}${isDryRun ? '?dryRun=true' : ''}`, {
    method: 'POST',
    headers: {
      host: ourHost,
      'content-type': 'application/json',
      authorization: `Bearer ${token ?? (await somebody.token())}`,
    },
    body: JSON.stringify({ commands: [command] }),
  })
  return seen(response)
}

type Told = { readonly outcome: string; readonly code?: string }

const decisionIn = ({ status, text }: Seen): string => {
  if (status !== 200) return String(status)
  const [answer] = (JSON.parse(text) as { answers: readonly Told[] }).answers
  const { outcome, code = '' } = answer!
  if (code === 'not-yours-to-do') return code
  return ['recorded', 'flagged'].includes(outcome) || ruled.includes(code)
    ? 'decided'
    : `${outcome} ${code}`
}

const inWords = ({ type, somebody: { way, home }, relation, decision }: Cell): string =>
  `${type}: ${way} of ${home.canary}, ${relation}: ${decision} expected`

/** What came where something else should have. */
const otherwise = (cell: Cell, got: Seen): string[] => {
  const decision = decisionIn(got)
  return decision === String(cell.decision) ? [] : [`${inWords(cell)}, ${decision} came`]
}

const mismatches = async (cells: readonly Cell[], isDryRun: boolean): Promise<string[]> => {
  const wrong: string[] = []
  for (const cell of cells) {
    const got = await sent(cell, isDryRun)
    answered.push({ cell, isDryRun, got })
    wrong.push(...otherwise(cell, got))
  }
  return wrong
}

beforeAll(async () => {
  village = await twoNetworks()
  const cells = allCells()
  const before = await written(village, new Map())
  const dry = await mismatches(toTry(cells), true)
  const refused = cells.filter(({ decision }) => decision !== 'decided')
  const real = await mismatches(refused, false)
  refusing = { before, after: await written(village, new Map()) }
  answeredFirst = [...answered]
  found = [...dry, ...real]
})

test('every type of command in the reference has its senders here, and no other type has', async () => {
  const reference = await documentOf(village.service)
  expect(commandTypesOf(reference, 'FundCommand')).toEqual(Object.keys(fundCommands).toSorted())
  expect(commandTypesOf(reference, 'NetworkCommand')).toEqual(
    Object.keys(networkCommands).toSorted(),
  )
})

test('every command is decided, refused or not found for everybody as the design says, tried or meant', () => {
  expect(found).toEqual([])
})

test('what was tried, and what was meant and refused, has changed nothing', () => {
  const { before, after } = refusing
  expect(after.kept === before.kept).toBe(true)
  for (const scope of before.log.keys()) {
    const lines = newLines(before, after, scope)
    expect(new Set(lines.map(({ outcome }) => outcome)), scope).not.toContain('done')
    const here = answeredFirst.filter(({ cell: { type, somebody }, isDryRun, got }) => {
      const isScope = scope === (isOfNetwork(type) ? somebody.networkId : somebody.home.fundId)
      const decision = decisionIn(got)
      // A list that is tried is one line, whatever is answered.
      const isTried = isDryRun && got.status === 200
      const isRefused = decision === 'not-yours-to-do' && !isDryRun
      return isScope && (decision === '403' || isTried || isRefused)
    })
    expect(lines.length, scope).toBe(here.length)
  }
})

test('no fund, another’s fund and no id are one and the same answer to whoever sends a command', () => {
  const notFound = answered.filter(({ cell }) => cell.decision === 404)
  expect(notFound.length).toBeGreaterThan(1_500)
  expect(new Set(notFound.map(({ got }) => `${got.headers}\n\n${got.text}`)).size).toBe(1)
})

test('nobody is let in with a command and no session', async () => {
  for (const type of Object.keys(expectedCommands)) {
    const cells = cellsFor(type, village.people[0]!)
    for (const cell of cells) {
      const got = await sent(cell, true, 'no-such-token')
      answered.push({ cell, isDryRun: true, got })
      expect(got.status, type).toBe(401)
    }
  }
})

test('what is meant by whoever may is taken', async () => {
  // What ends a life, a right or a period comes last, and each to a fund where nobody has sent it yet.
  const ends = ['RecordDeath', 'DismissStaff', 'DismissAuditors', 'ClosePeriod', 'DecideFuture']
  const last = [
    ...ends,
    'WithdrawNumber',
    'WithdrawService',
    'WithdrawRoute',
    'WithdrawWarning',
    'ErasePartyWords',
    'CancelAudit',
  ].concat(
    'WithdrawTransferPrice',
    'WithdrawTalk',
    'CountGraduates',
    'StrikeReached',
    'WithdrawCourse',
    'StrikeTraining',
    'EndDuty',
  )
  const decided = allCells().filter(({ decision }) => decision === 'decided')
  const cells = decided.filter(({ type }) => !last.includes(type))
  expect(await mismatches(cells, false)).toEqual([])
  const lastCells = last.flatMap((type) =>
    [village.f1, village.f3].map(({ fundId }) =>
      decided.find(({ type: is, somebody }) => is === type && somebody.home.fundId === fundId)!,
    ),
  )
  expect(await mismatches(lastCells, false)).toEqual([])
})

test('no answer to a command holds a word or an id of a fund or network that is not the sender’s', () => {
  const leaks = answered.filter(({ cell, got }) =>
    secretsFrom(village, cell).some((secret) => `${got.headers}\n${got.text}`.includes(secret)),
  )
  expect(leaks.map(({ cell }) => inWords(cell))).toEqual([])
  const tried = 'answers to commands gone through for words and ids of others'
  const [count, atLeast] = [answered.length, cellsReached]
  reached({ promise: 'P10', tried, count, atLeast, found: leaks.length })
})

test('the whole matrix was sent', () => {
  console.log(`P9: ${answered.length} cells of ${Object.keys(expectedCommands).length} commands`)
  reached({
    promise: 'P9',
    tried: 'cells of commands',
    count: answered.length,
    atLeast: cellsReached,
    found: found.length,
  })
})

test('one grant too many is found at whichever command it is given', async () => {
  const [missed, planted]: [string[], string[]] = [[], []]
  for (const type of Object.keys(expectedCommands)) {
    const cells = village.people
      .flatMap((somebody) => cellsFor(type, somebody))
      .filter(({ relation }) => relation === 'own')
    const may = cells.filter(({ decision }) => decision === 'decided')
    const mayNot = cells.filter(({ decision }) => decision !== 'decided')
    const turn = planted.length % (mayNot.length || 1)
    const pair = pairOf([...mayNot.slice(turn), ...mayNot.slice(0, turn)], may)
    if (!pair) continue
    const open = openTo(village, await pair.allowed.somebody.token())
    planted.push(type)
    const got = await sentTo(open, pair.refused, { isDryRun: true })
    if (otherwise(pair.refused, got).length === 0) missed.push(inWords(pair.refused))
  }
  expect(missed).toEqual([])
  expect(planted.length).toBeGreaterThan(150)
})
