import type { ActRow } from '#src/app/identity/one-hand-row.ts'
import { own, seen } from '#src/app/identity/one-hand-row.ts'

/** Acts at the desk of cases: they stand in no log that anybody outside of the case reads. */
export const actsOfCases = {
  'open-cases': [
    seen(
      'Open the own key, and read and write the cases that one is assigned to',
      ['case'],
      'POST /cases/open',
      'POST /cases/first-key',
      'POST /cases/shut',
      'POST /cases/new',
      'POST /cases/of/:code/:command',
      'POST /cases/of/:code/:command/:item',
    ),
    seen(
      'Let what a case asks of a fund or of the pot wait among all else that the team asks for, and take it back; paid without check and vote it stays as `support-without-decision`',
      ['case'],
      'POST /cases/support/:code/ask',
      'POST /cases/support/:code/:item/take-back',
    ),
    seen(
      'With the yes of its person let a fee above the ceiling be told to those who watch agencies, and take it back while it waits; what is filed is a report like any other, which others check and two rule on',
      ['case'],
      'POST /cases/costs/:code/tell',
      'POST /cases/costs/:code/:item/take-back',
    ),
    seen(
      'With the yes of its person let the answers of a case, without a name, wait for a research extract that two make, and take them back while they wait',
      ['case'],
      'POST /cases/give/:code',
      'POST /cases/give/:code/:item/take-back',
    ),
    seen(
      'On a Monday hand over all that waits, as ordinary requests, which others check and vote on',
      ['fund-log', 'network-log', 'journal'],
      'POST /cases/hand-over',
    ),
    seen(
      'Let another one of the team into a case, or out of it',
      ['case'],
      'POST /cases/let-in/:code',
      'POST /cases/let-out/:code',
    ),
    seen(
      'Give the person of a case a card of their own, with digits that only they see',
      ['case'],
      'POST /cases/own-card/:code',
    ),
    own(
      'Say under which number one is told to look at the list, or ask for another key when the passphrase is lost, which opens nothing until two have given theirs',
      'POST /cases/my-phone',
      'POST /cases/new-key',
    ),
    {
      does: 'Let the record of a case go to a receiver: a worker who is in it and a supervisor',
      oneHand: 'power',
      second: 'always',
      told: ['case'],
      ways: ['POST /cases/release/:code'],
    },
    {
      does: 'Destroy a case for ever, as the person asks',
      oneHand: 'power',
      second: 'always',
      told: ['case'],
      ways: ['POST /cases/erase/:code'],
    },
  ],
  'triage-reports': [
    seen(
      'Write down for somebody else what that one told about an agency, answer a report, and open what was sent along, how its maker is reached or who its two sources are; each stands in the report',
      ['case'],
      'POST /reports/new',
      'POST /reports/of/:code/answer',
      'POST /reports/of/:code/evidence/:digest',
      'POST /reports/of/:code/grounds',
      'POST /reports/of/:code/reporter',
    ),
    {
      does: 'Put a report aside: one asks for it, another one does it or says that it stays',
      oneHand: 'decision',
      second: 'always',
      told: ['case'],
      ways: ['POST /reports/of/:code/aside'],
    },
    {
      does: 'Erase a report for ever that one of the team typed in or that was checked: its receipt asks for it, and two of the team do it; the sealed list of what was erased names both and whoever had typed it in',
      oneHand: 'power',
      second: 'always',
      told: ['case'],
      ways: ['POST /reports/of/:code/erase'],
    },
  ],
  'supervise-cases': [
    {
      does: 'Name the three who hold spare keys',
      oneHand: 'power',
      second: 'always',
      told: ['case'],
      ways: ['POST /cases/holders'],
    },
    {
      does: 'Release what a researcher asks for, and make its table of answers without names: a supervisor and another one of the team, whom the list of requests names',
      oneHand: 'power',
      second: 'always',
      told: ['case'],
      ways: ['POST /cases/research/new', 'POST /cases/research/:item/make'],
    },
  ],
  'hold-spare-keys': [
    {
      does: 'Open a case to another worker: one asks, two give a half each',
      oneHand: 'power',
      second: 'always',
      told: ['case'],
      ways: ['POST /cases/ask-opening', 'POST /cases/half/:code'],
    },
    {
      does: 'Open the cases of somebody who has lost the passphrase to the new key: two give theirs',
      oneHand: 'power',
      second: 'always',
      told: ['case'],
      ways: ['POST /cases/renewal/:whose'],
    },
  ],
} as const satisfies Readonly<Record<string, readonly ActRow[]>>
