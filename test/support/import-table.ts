import { importsOf } from '#test/support/imports-of.ts'
import { type Complaint, type SourceFile, isCode, isUnder } from '#test/support/house.ts'

/** What files under `from` may import: all that begins with a name that ends in `/` or `:`; `own` is the own room. Of `typesOf` types alone. */
type Row = {
  readonly from: readonly string[]
  readonly may: readonly string[]
  readonly typesOf?: readonly string[]
}

// The whole of date-fns takes two seconds to load: one function a module.
const numbersAndDays = ['decimal.js', 'date-fns/']
const drivers = ['better-sqlite3', 'node:', 'pg']
const foundation = ['#domain/kernel/', '#domain/ledger/']
const fundAndCounts = ['#domain/fund/', '#domain/statistics/']
// How operations are described, without the list of them all.
const describing = [
  '#domain/operations/another.ts',
  '#domain/operations/may.ts',
  '#domain/operations/operation.ts',
  '#domain/operations/subject.ts',
]
const rooms = [
  ...foundation,
  '#domain/access/',
  '#domain/agencies/',
  '#domain/cases/',
  '#domain/corrections/',
  '#domain/fairness/',
  '#domain/fund/',
  '#domain/grants/',
  '#domain/hands/',
  '#domain/health/',
  '#domain/loans/',
  '#domain/operations/',
  '#domain/relief/',
  '#domain/remittances/',
  '#domain/savings/',
  '#domain/statistics/',
  '#domain/ventures/',
]
const ofNetwork = foundation.concat(
  ['access', 'fund', 'grants', 'network', 'statistics'].map((room) => `#domain/${room}/`),
)
/** What a network has checked and shows to others, and what its auditors and agreements come to. */
const publicFacts =
  'checked directory links numbers places public-texts releases gazetteer/gazetteer service-kinds agreements audits/audit audits/marks audits/sample audits/waiting warnings/warning warnings/standing'
    .split(' ')
    .map((name) => `${name}.ts`)
    .concat('register/', 'roads/', 'training/', 'watch/')
    .map((name) => `#domain/network/${name}`)
const folds = ['#domain/village.ts', '#domain/vocabulary.ts', '#domain/network.ts']
const ports = ['#domain/ports.ts', '#domain/phone/']
const read = [...rooms, ...publicFacts, ...folds, ...ports]
const surface = ['#src/desk/', '#src/http/', '#src/lists/', '#src/pages/', '#src/pwa/']
const surfacePackages = 'hono hono/ @hono/ hono-rate-limiter zod uqr preact preact/ idb'.split(' ')
const phone = ['src/phone.ts', 'src/phone-book.ts']
const foldParts = [
  '#domain/hands/hands.ts',
  '#domain/ledger/balances.ts',
  '#domain/ledger/running.ts',
  '#domain/savings/account.ts',
]

/** The import table of the architecture; the first row that fits a file rules it. */
export const importTable: readonly Row[] = [
  { from: ['domain/kernel/'], may: ['own', ...numbersAndDays] },
  { from: ['domain/ledger/'], may: [...foundation, ...numbersAndDays] },
  // What can be said to a village and what it keeps: types alone, and what an empty one and a copy are made of.
  { from: ['domain/vocabulary.ts'], may: foldParts, typesOf: rooms },
  {
    from: ['domain/village.ts', 'domain/room-states.ts'],
    may: [...rooms, '#domain/vocabulary.ts', '#domain/room-states.ts'],
  },
  // A network knows the roles of its staff and donors' money in the words of the funds, and no fund's book.
  {
    from: ['domain/network.ts', 'domain/network/'],
    may: [...ofNetwork, ...describing, '#domain/operations/network.ts'],
  },
  { from: ['domain/ports.ts'], may: [], typesOf: [...rooms, ...folds] },
  {
    from: ['domain/operations/network.ts'],
    may: ['#domain/network/operations/', '#domain/operations/operation.ts'],
  },
  {
    from: ['domain/operations/all.ts'],
    may: rooms
      .filter((room) => !foundation.includes(room))
      .flatMap((room) => [`${room}operations.ts`, `${room}people-operations.ts`]),
  },
  {
    from: ['domain/operations/'],
    may: ['own', ...foundation],
    typesOf: ['#domain/access/roles.ts'],
  },
  // Who may do what is asked of the operations.
  {
    from: ['domain/access/'],
    may: ['own', ...foundation, '#domain/fund/', '#domain/operations/', ...numbersAndDays],
  },
  {
    // Whose hand wrote what any room has recorded, and what of it somebody should look at.
    from: ['domain/hands/'],
    may: ['own', ...rooms, ...numbersAndDays],
    typesOf: folds,
  },
  {
    // A reversal takes back what any room has recorded.
    from: ['domain/corrections/', 'domain/health/', 'domain/statistics/'],
    may: ['own', ...rooms, ...numbersAndDays],
  },
  // Other lenders' engines stand on our due days and solvers; nothing of the village stands on them.
  {
    from: ['domain/conventions/'],
    may: ['own', ...foundation, '#domain/loans/', ...numbersAndDays],
  },
  // Whoever puts money into a venture or takes it out says so as whoever gets a loan does: by an own word, or before others.
  {
    from: ['domain/ventures/'],
    may: [
      'own',
      ...foundation,
      ...describing,
      '#domain/fund/',
      '#domain/loans/request/proof.ts',
      ...numbersAndDays,
    ],
  },
  // Fairness judges loans as they are asked for, and relief puts off those that there are; loans are told.
  {
    from: ['domain/fairness/', 'domain/relief/'],
    may: [
      'own',
      ...foundation,
      ...describing,
      '#domain/fund/',
      '#domain/loans/',
      ...numbersAndDays,
    ],
  },
  // Cases share words with grants and loans, and no book.
  {
    from: ['domain/cases/'],
    may: [
      'own',
      ...foundation,
      '#domain/network/places.ts',
      '#domain/network/service-kinds.ts',
      '#domain/network/roads/break-even.ts',
      '#domain/network/roads/costs.ts',
      '#domain/statistics/extract.ts',
      '#domain/grants/kinds.ts',
      '#domain/loans/request/request-state.ts',
      ...numbersAndDays,
    ],
    typesOf: ['#domain/operations/one-hand.ts'],
  },
  // What a phone has written down are commands, of whatever kind.
  { from: ['domain/phone/'], may: [], typesOf: [...foundation, ...folds] },
  {
    from: ['domain/'],
    may: ['own', ...foundation, ...describing, ...fundAndCounts, ...numbersAndDays],
  },
  { from: ['infra/db/'], may: ['own', '#domain/', '@mikro-orm/', 'kysely', ...drivers] },
  { from: ['infra/cases/'], may: ['own', '#domain/', '#infra/db/', ...drivers] },
  { from: ['infra/memory/'], may: ['own', '#domain/', '#infra/cases/sound.ts'] },
  { from: ['infra/indexeddb/'], may: ['own', '#domain/', '#infra/memory/journal.ts'] },
  { from: ['infra/browser/'], may: ['own', '#domain/', '@noble/hashes/'] },
  {
    from: ['infra/system/'],
    may: ['own', '#domain/', 'node:', '@hpke/', '@noble/', 'oauth4webapi'],
  },
  { from: ['infra/'], may: ['own', '#domain/'] },
  { from: ['src/app/'], may: ['own', '#domain/', '#src/lists/'] },
  // A catalogue holds words and nothing else, so that whoever translates it can read all of it.
  { from: ['src/words/en/', 'src/words/km/'], may: [], typesOf: ['own', ...foundation] },
  { from: ['src/words/'], may: ['own', ...foundation] },
  // What is told of a subject wherever it is listed: in JSON, in files, on pages and in statements.
  { from: ['src/lists/'], may: ['own', '#src/words/', '#domain/network/places.ts', ...rooms] },
  // Cases of other lenders are compared figure by figure, so that a figure may be a decimal here.
  {
    from: ['src/exchange/cases/'],
    may: ['own', '#domain/kernel/', '#domain/loans/', '#domain/conventions/', 'decimal.js', 'zod'],
  },
  // Loans of another system's book are held against that system's own convention.
  {
    from: ['src/exchange/loan-book/'],
    may: ['own', ...rooms, '#domain/conventions/', '#src/app/', 'decimal.js'],
    typesOf: [...folds, ...ports],
  },
  // An official list says what a register can hold.
  { from: ['src/exchange/agency-list/'], may: ['#src/exchange/', ...rooms, ...publicFacts] },
  // The library of workbooks stays behind this one door.
  { from: ['src/exchange/workbook/'], may: ['own', '#domain/kernel/', 'hucre/'] },
  {
    from: ['src/exchange/'],
    may: ['own', ...rooms, '#src/app/', '#src/lists/', 'csv-parse', 'csv-parse/', 'zod'],
    typesOf: [...folds, ...ports],
  },
  // What is written down at a desk, and how it is asked: no request, no markup, so that a phone can ask it too.
  {
    from: ['src/desk/'],
    may: ['own', '#src/app/', '#src/words/', '#domain/network/roads/costs.ts', ...rooms],
    typesOf: [...folds, ...ports],
  },
  {
    from: ['src/http/', 'src/pwa/screens/carry.ts'],
    may: [...surface, '#src/app/', '#src/exchange/', '#src/words/', ...read, ...surfacePackages],
  },
  // What others import: it needs nothing of the house.
  { from: ['src/client/'], may: ['own'] },
  { from: phone, may: ['#infra/', '#src/phone-book.ts', '#src/pwa/', '#src/words/', 'preact'] },
  {
    from: ['src/packing/'],
    may: [
      'own',
      '#domain/operations/',
      '#infra/db/steps.ts',
      '#src/',
      'node:',
      'rolldown',
      'rolldown/',
    ],
  },
  // Files that pages name are named by their own text.
  {
    from: ['src/pages/files.ts'],
    may: [...surface, '@noble/hashes/'],
  },
  {
    from: ['src/pages/', 'src/pwa/'],
    may: [...surface, '#src/app/', '#src/words/', ...read, ...surfacePackages],
  },
  {
    from: [
      'src/cli.ts',
      'src/cli/',
      'src/edge/',
      'src/node.ts',
      'src/worker.ts',
      'src/configuration.ts',
      'src/version.ts',
    ],
    may: [
      '#domain/',
      '#src/',
      '#infra/',
      '#package',
      '@hono/node-server',
      'cloudflare:workers',
      'commander',
      'node:',
      'pino',
      'zod',
    ],
  },
]

/** The room that a file is in: `domain/loans/`, or `src/cli.ts` for a file that is its own room. */
const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/')

const fits = (what: string, allowed: readonly string[], path: string): boolean =>
  allowed.some((name) => {
    if (name === 'own') return what.startsWith(`#${roomOf(path)}/`)
    return /[/:]$/.test(name) ? what.startsWith(name) : what === name
  })

/** The imports that the table does not grant, and the files that it does not know. */
export const importsOutOfTable = (files: readonly SourceFile[]): Complaint[] =>
  files
    .filter((file) => isCode(file) && isUnder(file, ['domain/', 'src/', 'infra/']))
    .flatMap(({ path, text }) => {
      const row = importTable.find(({ from }) => from.some((start) => path.startsWith(start)))
      if (row === undefined) return [`${path} has no row in the import table`]
      const { may, typesOf = [] } = row
      return importsOf(text)
        .filter(
          ({ what, isTypeOnly }) => !fits(what, isTypeOnly ? [...may, ...typesOf] : may, path),
        )
        .map(({ what, isTypeOnly }) =>
          fits(what, typesOf, path) && !isTypeOnly
            ? `${path} takes more than types from ${what}`
            : `${path} may not import ${what}`,
        )
    })

/** Imports that climb out of their folder and so do not name the room that they enter. */
export const climbingImports = (files: readonly SourceFile[]): Complaint[] =>
  files.filter(isCode).flatMap(({ path, text }) =>
    importsOf(text)
      .filter(({ what }) => what.split('/').includes('..'))
      .map(({ what }) => `${path} climbs to ${what}`),
  )
