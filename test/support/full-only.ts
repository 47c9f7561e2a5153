/**
 * Files that only a full run (`TEST_BUDGET=ci`) takes. Each begins a second runtime, a browser, a server or many
 * programs, to show there what nearer files of `npm test` show: the other hosts by `test/edge/{objects,calls}` and
 * `test/postgres/{turns,roles,readers}` with the contract in memory and on SQLite, phones by `test/browser/phone`, `test/pwa` and `test/sim/phones`, rows under the roof of the cases by `test/app/cases/roof`, pages by the tests of their mark-up, `test/hostile/{canaries,every-field,policy}` and
 * `test/browser/pages`, the disk by `test/contract/full-disk` and `test/sim/killed`, the paper book's months and its workbook by
 * `test/journeys/{paper-book,month-at-the-table}`, an archive by `test/contract/archive`, a start by
 * `test/journeys/first-start`.
 * `test/http/not-growing` counts the rows of what `test/http/steps-not-growing` counts in steps. `test/reach` compiles a copy of the house.
 */
export const fullOnly: readonly string[] = [
  'test/browser/{phone-budgets,phone-enrol,phone-lost,phone-numbers,phone-requests,phone-updated,phones-together,printed,replica,sums-in-sight,whole-audit}.test.ts',
  'test/contract/{disk-trouble,file-limit,processes}.test.ts',
  'test/domain/loans/plan-speed.test.ts',
  'test/edge/{built,hyperdrive,killed,live,messages,moving,practice,reset,roof,run,sealed,store}.test.ts',
  'test/hostile/{browser,kept,price-script,speak-script}.test.ts',
  'test/power/power-cut.test.ts',
  'test/hosting/{compose,container,release}.test.ts',
  'test/http/{reference,steps-not-growing}.test.ts',
  'test/journeys/{archive,backup-damage,book-workbook,import-progress,month-from-paper,restore-drill,started-again,started-small,tarball}.test.ts',
  'test/postgres/{away,back-to-a-moment,backups,command-line,leaves,many-processes,one-transaction,paper-book,pooler,starting,store,stopped,ten-thousand-funds,texts,tls}.test.ts',
  'test/reach.test.ts',
]
