import { actsOfCases } from '#src/app/identity/one-hand-cases.ts'
import {
  type ActRow,
  beside,
  fundWay as fund,
  networkWay as network,
  own,
  seen,
} from '#src/app/identity/one-hand-row.ts'

const member = '/funds/:fundId/people/:memberId'

/** What is kept of members beside the book, of their phones, of what they say themselves and of supports. */
export const actsOfMembers = {
  'keep-names': [
    seen(
      'Write a name, a photo, a goal, or the answer to a wish',
      ['fund-log', 'own-log'],
      `POST ${member}/name`,
      `POST ${member}/photo`,
      `POST ${member}/goal`,
      `POST ${member}/asked`,
    ),
  ],
  'keep-family': [
    {
      does: 'Write nominees and kin, and end kin',
      oneHand: 'power',
      second: 'always',
      told: ['fund-log', 'own-log'],
      ways: [`POST ${member}/kin`, `POST ${member}/kin/end`, `POST ${member}/nominees`],
    },
  ],
  'erase-person': [
    {
      does: 'Erase what is kept of a member',
      oneHand: 'power',
      second: 'always',
      told: ['fund-log', 'own-log'],
      ways: [`POST ${member}/erase`],
    },
  ],
  'erase-away-count': [
    seen('Erase a count of who is away', ['fund-log'], 'POST /funds/:fundId/away/:entryId/erase'),
  ],
  'link-phones': [
    seen(
      'Give out a code that links a phone for messages, or unlink it; it opens nothing, and what it answers counts only where a second officer stood behind the code',
      ['notice', 'fund-log', 'own-log'],
      'POST /funds/:fundId/messages',
      `POST ${fund}/messages/codes`,
      `DELETE ${fund}/messages/phones/:memberId`,
    ),
  ],
  'link-phone': beside('The phone that was linked', 'fund-log', 'own-log'),
  'unlink-phone': beside('The phone that is no longer linked', 'fund-log', 'own-log'),
  'choose-own-messages': [
    own(
      'Choose what is told by text, and by which phone',
      'POST /funds/:fundId/me/messages',
      `PUT ${fund}/messages/own`,
      `DELETE ${fund}/messages/own`,
      `POST ${fund}/messages/own/code`,
    ),
  ],
  'keep-own-page': [
    own(
      'How the own page is shown, the own card’s end, a wish about what is kept',
      'POST /funds/:fundId/me/mine',
      'POST /funds/:fundId/me/kept',
    ),
    own(
      'Draw codes on paper for the own word; each is good once, up to the sum above it',
      'POST /funds/:fundId/me/codes',
      `POST ${fund}/codes/own`,
    ),
  ],
  'dispute-own': [
    own(
      'Say that something of one’s own is not right',
      'POST /funds/:fundId/me/not-right',
      `POST ${fund}/disputes/own`,
    ),
  ],
  'confirm-own': [own('Say whether the own balance is right', 'POST /funds/:fundId/me/confirm')],
  'reply-to-audit': [
    seen(
      'Reply for the fund to a finding of an audit; the first reply stands, with who gave it',
      ['fund-log'],
      'POST /funds/:fundId/audits/:auditId/findings/:findingId/reply',
    ),
  ],
  'decline-own-relief': [own('Want no relief', 'POST /funds/:fundId/me/relief')],
  'keep-private-savings': [
    {
      does: 'Write private savings; money out goes by the owner’s PIN or a code on paper, and for whoever writes the own, or had a hand in that word, by another officer’s word too',
      oneHand: 'household',
      second: 'no',
      told: ['own-log', 'journal'],
      ways: [`POST ${fund}/private-savings`],
    },
  ],
  'ask-for-support': [
    seen(
      'Write down what somebody asks for',
      ['fund-log', 'journal'],
      'POST /funds/:fundId/support/ask',
      `POST ${fund}/support`,
      `POST ${fund}/support/:code/at-once`,
    ),
  ],
  'keep-support-file': [
    seen(
      'Take a step of a support, for the two who know what it is for',
      ['fund-log', 'journal'],
      'POST /funds/:fundId/support/file/:code',
      `POST ${fund}/support/:code/file`,
      `POST ${fund}/support/:code/steps`,
    ),
  ],
  'erase-support-file': [
    {
      does: 'Erase the file of a support',
      oneHand: 'power',
      second: 'always',
      told: ['fund-log'],
      ways: [
        `POST ${fund}/support/:code/erase`,
        `POST ${network}/funds/:fundId/support/:code/erase`,
      ],
    },
  ],
  'bring-support': [
    seen(
      'Bring somebody’s wish from the team to a fund or the pot',
      ['network-log', 'journal'],
      'POST /team/support/bring',
      `POST ${network}/funds/:fundId/support`,
    ),
  ],
  'check-support': [
    seen(
      'Take a step of a support for the team',
      ['network-log', 'journal'],
      'POST /team/support/:inFund/:code',
      `POST ${network}/funds/:fundId/support/:code/file`,
      `POST ${network}/funds/:fundId/support/:code/steps`,
    ),
  ],
  ...actsOfCases,
  'open-desk': beside('Open the desk of the team', 'network-log'),
  'keep-alerts': beside('Bring a warning of high water in', 'fund-log'),
  'import-book': [
    {
      does: 'Bring a book in, or found a fund: of a fund that is new',
      oneHand: 'older-book',
      second: 'no',
      told: ['journal', 'network-log'],
      ways: [
        'POST /v1/funds',
        'POST /network/book',
        'POST /network/book/write',
        'POST /network/found',
        'POST /network/found/count',
      ],
    },
  ],
  commands: beside('Lines that were sent to the book, each under its own row above', 'journal'),
  'take-in-rows': beside(
    'Rows without a mark taken in at an upgrade, on the command line',
    'network-log',
  ),
} as const satisfies Readonly<Record<string, readonly ActRow[]>>
