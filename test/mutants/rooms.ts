/** Where slips are planted, and the tests that can see them, the nearest first. */
export type Room = { readonly mutated: readonly string[]; readonly tests: readonly string[] }

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

/** What is kept by tests that ask a whole service. */
const asked = ['test/app/**/*.test.ts', 'test/exchange/**/*.test.ts', 'test/http/**/*.test.ts']

export const rooms: Readonly<Record<string, Room>> = {
  money: domain('kernel'),
  ledger: domain('ledger'),
  loans: domain('loans'),
  fairness: domain('fairness'),
  savings: domain('savings'),
  relief: domain('relief', 'test/domain/health/relief-figures.test.ts'),
  network: domain('network', 'test/domain/grants/pot*.test.ts'),
  grants: domain('grants', 'test/http/support/*.test.ts'),
  corrections: domain('corrections'),
  health: domain('health'),
  access: domain('access', 'test/http/access/*.test.ts'),
  fund: domain('fund'),
  conventions: domain('conventions'),
  village: { ...domain('kernel'), mutated: ['domain/*.ts'] },
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
}
