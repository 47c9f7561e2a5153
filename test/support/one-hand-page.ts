import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { OneHand } from '#domain/operations/one-hand.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'
import { actsOfIdentity } from '#src/app/identity/one-hand.ts'
import type { ActRow, Told } from '#src/app/identity/one-hand-row.ts'
import { entryWords } from '#src/words/report-words.ts'

/*
 * What one person may do alone, as a page, from what each operation says of itself. After a change to any of them:
 * node test/support/one-hand-page.ts
 */

export const oneHandFile = fileURLToPath(new URL('../../docs/one-hand.md', import.meta.url))

/** What the law of each class is, and the findings that stay where nobody else gave a word. */
const laws: Readonly<Record<OneHand, { readonly law: string; readonly findings: string }>> = {
  sight: { law: 'adds what its writer can see: alone, in the log', findings: '' },
  decision: {
    law: 'binds nobody’s money by itself',
    findings: 'what is paid against it: `paid-out-unlike-the-decision`, `agency-seen-by-one`',
  },
  money: {
    law: 'takes money out of box, bank, savings or a donor’s window, or makes somebody owe less: alone up to the limit of the rules for one person and meeting',
    findings:
      '`out-by-one-hand`; by what it is `back-and-forth-by-one-hand`, `paid-after-the-count`, `let-go-by-who-booked-it`, `granted-without-decision`, `given-up-without-vote`, `relief-without-vote`, `heirs-paid-elsewhere`, `interest-beyond-schedule`',
  },
  'carries-out': {
    law: 'pays what was decided; without a decision as `money`',
    findings:
      '`lent-without-decision`, `support-without-decision`, `out-by-one-hand`; where a fund asks for the word of whoever got the money, `payout-not-confirmed`; where one that is older than a year never did, `payouts-on-officers-word`',
  },
  power: {
    law: 'gives or takes a right, a rule or a place in the fund',
    findings:
      '`gone-by-one-word`, `sent-away-by-one-hand`, `household-moved-by-one-word`, `card-changed-by-one-word`, `card-changed-around-a-vote`, `receiving-account-changed`',
  },
  'older-book': {
    law: 'comes with a book that is brought in; afterwards it stays as a finding',
    findings: '`taken-over-by-one-hand`, `member-nobody-has-seen`',
  },
  evidence: {
    law: 'what findings are made of: two statements both stand',
    findings:
      '`counted-again`, `counted-after-a-later-count`, `difference-changed-later`, `keeper-changed-later`, `attendance-changed`, `list-changed-around-a-vote`, `vote-without-a-list`, `more-hands-than-people`, `too-few-for-a-vote`, `venture-cash-differs`, `venture-goods-differ`',
  },
  household: { law: 'whose matter it is asks, and the service writes it down', findings: '' },
}

const rowOf = ({ command, entry, oneHand, second, isTakenAlone }: AnyOperation): string => {
  const words: Readonly<Record<string, unknown>> = entryWords.in('en')
  const what = typeof words[entry] === 'string' ? words[entry] : entry
  const withSecond = isTakenAlone ? 'or a finding stays' : 'always'
  const another = second === 'none' ? 'no' : withSecond
  return `| \`${command}\` | ${what} | ${oneHand} | ${another} |`
}

const tellsIn: Readonly<Record<Told, string>> = {
  notice: 'the notice to its owner',
  'fund-log': 'the fund’s log',
  case: 'the case itself',
  'network-log': 'the network’s log',
  'own-log': 'the own “who looked”',
  journal: 'the journal',
}

const actRow =
  (name: string) =>
  ({ does, oneHand, second, told }: ActRow): string =>
    `| ${does} | \`${name}\` | ${oneHand} | ${second} | ${told.map((one) => tellsIn[one]).join(', ')} |`

const tableOf = (some: readonly AnyOperation[]): string =>
  [
    '| command | what it writes down | class | a second person |',
    '|---|---|---|---|',
    ...some.map(rowOf),
  ].join('\n')

export const oneHandPage = (): string =>
  `# What one person may do alone

Printed from what each operation says of itself (\`oneHand\`, \`second\`); [ADR 109](adr/0109-who-wrote-it-is-in-the-books.md). The limit is \`oneHandLimit\` of the fund's rules; where nothing is said, as many of the dearest
shares as one meeting takes. A second person gives an own secret. An import names nobody, and the book that a fund was brought in with is nobody's hand.

A test plays an officer who steals (\`test/domain/hands/thief.test.ts\`, promise P18 of [guarantees](guarantees.md)): all orders of up to three of the acts in \`test/domain/hands/acts.ts\`, and asks what left and which finding names it.

## Classes
| class | what one person may do | findings that stay |
|---|---|---|
${Object.entries(laws)
  .map(([name, { law, findings }]) => `| ${name} | ${law} | ${findings} |`)
  .join('\n')}

## Of a fund
${tableOf(operations)}

## Of a network
What a reviewer reads is of every network of the service that has let one in: so nobody becomes one by one person alone, in no network (\`reviewer-by-one-word\`), and the appointment stands in the journal with both names. Whoever holds an
office in a fund sends nothing about agencies, reports, rulings and roads, by whatever post (\`officer-of-a-fund\`). A check stands behind a sealed report (\`report-not-sealed\`); what was checked wrongly is taken back by two, as a ruling
(\`checked-wrongly\`), and a report that one of the team typed in, or that was checked, is erased by two alone, which stands in the sealed list of the desk ([ADR 174](adr/0174-a-receipt-erases-alone-what-nobody-else-saw.md)).

${tableOf(networkOperations.list)}

## Of identity
Acts beside the book (\`src/app/identity/one-hand.ts\`): no name can be written into a log, and no right that is more than a look given, without its row. A new secret comes in two halves: whoever asks for it holds the link or the card, the
second one draws the other half signed in as themself. The two stand behind nothing with its owner until the notice was seen on a device that neither has added, and for seven days, thirty for the class power. Tried by
\`test/http/identity/thief.test.ts\`.

| act | stands in the log as | class | a second person | what tells of it |
|---|---|---|---|---|
${Object.entries(actsOfIdentity)
  .flatMap(([name, rows]) => rows.map(actRow(name)))
  .join('\n')}
`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(oneHandFile, oneHandPage())
