/** Where slips are planted, and the tests that can see them, the nearest first. */
export type Room = {
  readonly mutated: readonly string[]
  readonly tests: readonly string[]
  /** Whether tests ask what was bundled, and run elsewhere. */
  readonly isBundled?: true
  /** By the beginning of a path the tests that start a browser or a server for it: asked with `--whole` of what is left. */
  readonly whole?: Readonly<Record<string, readonly string[]>>
}

const domain = (name: string, ...nearer: readonly string[]): Room => ({
  mutated: [`domain/${name}/**/*.ts`],
  tests: [
    `test/domain/${name}/**/*.test.ts`,
    ...nearer,
    'test/app/views.test.ts',
    'test/domain/*/*.test.ts',
    'test/domain/*.test.ts',
    'test/domain/loans/*/*.test.ts',
    'test/exchange/*.test.ts',
  ],
})

/** Agencies as they are shown to whoever asks. */
const register = ['test/http/{watch,register}/*.test.ts', 'test/exchange/lists/*.test.ts']

/** What is kept by tests that ask a whole service. */
const asked = ['test/http/**/*.test.ts', 'test/exchange/**/*.test.ts', 'test/app/**/*.test.ts']

export const rooms: Readonly<Record<string, Room>> = {
  money: domain('kernel'),
  ledger: domain('ledger'),
  loans: domain('loans'),
  fairness: domain('fairness'),
  savings: domain('savings'),
  relief: domain('relief', 'test/domain/health/relief-figures.test.ts'),
  network: domain('network', 'test/domain/grants/pot*.test.ts'),
  grants: domain('grants', 'test/http/support/*.test.ts'),
  corrections: domain(
    'corrections',
    'test/domain/{hands,relief}/taken-back.test.ts',
    'test/domain/{savings,ventures,remittances}/*.test.ts',
    'test/domain/fund/bank*.test.ts',
  ),
  health: domain('health'),
  access: domain('access', 'test/http/access/*.test.ts'),
  fund: domain('fund'),
  conventions: domain('conventions'),
  ventures: { mutated: ['domain/ventures/**/*.ts'], tests: ['test/domain/ventures/*.test.ts'] },
  'ventures-desk': {
    mutated: ['src/{desk,http,pages}/ventures/*.ts'],
    tests: [
      'test/desk/ventures.test.ts',
      'test/pages/ventures/*.test.ts',
      'test/http/ventures/*.test.ts',
      'test/desk/acts.test.ts',
    ],
  },
  remittances: {
    mutated: ['domain/remittances/*.ts'],
    tests: ['test/domain/remittances/*.test.ts', 'test/app/sender-units.test.ts'],
  },
  'remittances-desk': {
    mutated: ['src/{app,http,pages}/remittances/*.ts'],
    tests: [
      'test/{app,pages}/remittances/*.test.ts',
      'test/app/{comparing,sender-units}.test.ts',
      'test/http/remittances/*.test.ts',
      'test/http/box-senders.test.ts',
    ],
  },
  cases: {
    mutated: ['domain/cases/**/*.ts'],
    tests: ['test/domain/cases/*.test.ts'],
  },
  'cases-desk': {
    mutated: ['src/{app,http,desk}/cases/**/*.ts', 'infra/cases/**/*.ts'],
    tests: [
      'test/contract/leaves*.test.ts',
      'test/app/cases/**/*.test.ts',
      'test/http/cases/*.test.ts',
      'test/http/messages/of-cases.test.ts',
      'test/app/watch/*.test.ts',
    ],
    whole: { 'infra/cases/postgres-': ['test/postgres/leaves.test.ts'] },
  },
  watch: {
    mutated: ['domain/network/{watch,register,warnings,roads}/*.ts'],
    tests: ['test/domain/network/*.test.ts'],
  },
  'watch-desk': {
    mutated: [
      'src/app/watch/*.ts',
      'src/app/network/{agency-copy,agency-guard,letters-waiting,register,warnings}.ts',
      'src/{exchange/agency-list,http/watch,http/register}/*.ts',
    ],
    tests: [
      'test/app/{letters-waiting,network-audit}.test.ts',
      'test/app/watch/*.test.ts',
      ...register,
    ],
  },
  statistics: {
    mutated: ['domain/statistics/*.ts'],
    tests: [
      'test/domain/statistics/**/*.test.ts',
      'test/domain/fund/away*.test.ts',
      'test/app/{figure*,away-counts}.test.ts',
    ],
  },
  figures: {
    mutated: ['src/{app,http}/figures/*.ts'],
    tests: [
      'test/app/{figure*,away-counts}.test.ts',
      'test/http/figures/*.test.ts',
      'test/http/{meeting/away,cases/research,cases/counting}.test.ts',
    ],
  },
  portfolio: {
    mutated: [
      'src/app/network/portfolio.ts',
      'src/exchange/portfolio-files.ts',
      'src/http/{network,reads}/portfolio*.ts',
      'src/pages/network/portfolio*.ts',
      'domain/{health,loans}/portfolio.ts',
    ],
    tests: [
      'test/pages/network/*.test.ts',
      'test/domain/loans/portfolio.test.ts',
      'test/exchange/reports.test.ts',
      'test/http/{portfolio,many-funds,home}.test.ts',
      'test/domain/health/*.test.ts',
    ],
  },
  replica: {
    mutated: [
      'src/pwa/*.ts',
      'src/phone*.ts',
      'domain/phone/*.ts',
      'infra/{browser,indexeddb}/*.ts',
    ],
    tests: [
      'test/domain/phone/*.test.ts',
      'test/pwa/*.test.ts',
      'test/http/commands/{sealed-words,signed-batches}.test.ts',
      'test/packing/packed.test.ts',
    ],
    whole: {
      'infra/indexeddb/': ['test/browser/replica.test.ts'],
      'src/phone.ts': ['test/browser/phone-updated.test.ts', 'test/browser/phone-lost.test.ts'],
      'src/pwa/app.ts': ['test/browser/phone-lost.test.ts', 'test/browser/phone-numbers.test.ts'],
      'src/pwa/digits.ts': ['test/browser/phone-updated.test.ts'],
      'src/pwa/worker.ts': ['test/browser/phone-updated.test.ts'],
      'src/pwa/clips.ts': ['test/browser/listen.test.ts'],
    },
  },
  messages: {
    mutated: [
      'src/{app,http}/messages/*.ts',
      'domain/fund/messages.ts',
      'infra/memory/messages.ts',
    ],
    tests: [
      'test/domain/fund/messages.test.ts',
      'test/app/{message-turns,phone-*,phones,texts}.test.ts',
      'test/http/messages/*.test.ts',
      'test/contract/stores.test.ts',
    ],
  },
  hands: domain('hands', 'test/sim/one-hand.test.ts'),
  operations: domain('operations', 'test/http/described.test.ts', 'test/app/minutes.test.ts'),
  /** What every command goes through: whoever comes by first notices least, so that more of them are asked (`--tries=200`). */
  village: {
    mutated: ['domain/*.ts'],
    tests: [
      'test/domain/*.test.ts',
      'test/domain/{hands,fund,health,corrections,savings}/**/*.test.ts',
      'test/domain/loans/**/*.test.ts',
      ...domain('network').tests,
      'test/app/{stepping-out,lending,of-one-hand*,word-for-all}.test.ts',
      'test/http/{commands/absurd-sums,fair/agreement,fair/rules}.test.ts',
    ],
  },
  exchange: {
    mutated: ['src/exchange/**/*.ts', 'src/lists/*.ts'],
    tests: [
      'test/exchange/**/*.test.ts',
      'test/contract/archive*.test.ts',
      'test/domain/conventions/*.test.ts',
      'test/http/{bank,reads,imports}/**/*.test.ts',
      'test/http/{import,bringing-a-book,journal,quote}.test.ts',
      'test/journeys/{paper-book,any-order,bad-books,ugly-book,evidence}.test.ts',
    ],
  },
  app: {
    mutated: ['src/app/**/*.ts'],
    tests: [
      'test/app/**/*.test.ts',
      'test/contract/*.test.ts',
      'test/http/{identity,messages,support,savings,proof}/**/*.test.ts',
      'test/verify/*.test.ts',
      ...asked,
    ],
  },
  http: {
    mutated: [
      'src/http/{guard,page,boundary,api,own-network,owner,problem,sessions,home}.ts',
      'src/http/reads/query.ts',
    ],
    tests: ['test/http/*.test.ts', 'test/http/reads/*.test.ts', ...asked],
  },
  /** What is PostgreSQL's alone is asked of real servers by `test/postgres`, and what is an object's of Workers in their runtime by `test/edge`. */
  store: {
    mutated: [
      'infra/memory/*.ts',
      'infra/db/!(postgres*|durable-*|overview|outbox|open-rows|routed-store|compile*).ts',
    ],
    tests: [
      'test/contract/{stores,sqlite,kept-answers,tables,two-stores}.test.ts',
      'test/contract/{marked*,sealed-*,erased,tails,broken-log}.test.ts',
      'test/contract/*.test.ts',
      'test/pwa/phone.test.ts',
      'test/domain/cases/leaves.test.ts',
      'test/journeys/{tamper,backup,doctor-finds,newer-database,old-databases,sealed-at-start}.test.ts',
      'test/app/*.test.ts',
    ],
  },
  system: {
    mutated: ['infra/system/*.ts'],
    tests: [
      'test/contract/{secrets,signer,sealed,old-secrets,random,sealed-rows,sealed-logins}.test.ts',
      'test/http/messages/{gateway,routes}.test.ts',
      'test/http/{links,provider}/*.test.ts',
      'test/exchange/cap/*.test.ts',
      'test/pwa/sealing.test.ts',
      'test/app/cases/*.test.ts',
      'test/{docs/recipes,journeys/village-box,journeys/doctor,journeys/messages}.test.ts',
    ],
  },
  surface: { mutated: ['src/http/**/*.ts'], tests: asked },
  desk: {
    mutated: ['src/desk/**/*.ts'],
    tests: ['test/desk/*.test.ts', 'test/http/desk/*.test.ts', ...asked],
  },
  pages: { mutated: ['src/pages/**/*.ts'], tests: ['test/pages/**/*.test.ts', ...asked] },
  cli: {
    mutated: ['src/cli/**/*.ts'],
    tests: [
      'test/journeys/{places-and-days,single-commands,doctor-finds,doors-and-rounds}.test.ts',
      'test/journeys/*.test.ts',
      'test/exchange/{loan-book,members-sheet}/*.test.ts',
      'test/hosting/{install,update}*.test.ts',
      'test/contract/heads-kept.test.ts',
      'test/http/{many-connections,reading-uploads}.test.ts',
    ],
  },
  /** In the runtime itself, so that `TEST_BUDGET=ci` is wanted. What makes a bundle or starts it, and what asks PostgreSQL, runs elsewhere. */
  edge: {
    mutated: [
      'src/edge/!(run|assets|hyperdrive*).ts',
      'infra/db/{durable-*,overview,outbox,routed-store}.ts',
    ],
    tests: [
      'test/edge/{operator,from-bindings,clockwork,on-file}.test.ts',
      'test/edge/{reply,unused,store,objects,kept-heads,leaves,roof}.test.ts',
      'test/edge/*.test.ts',
    ],
    isBundled: true,
  },
  packing: {
    mutated: ['src/{packing,client}/*.ts'],
    tests: [
      'test/packing/{words-used,client,service}.test.ts',
      'test/{http/links/*,docs/recipes}.test.ts',
      'test/packing/*.test.ts',
    ],
  },
}
