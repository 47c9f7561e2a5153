import type { NamedAction } from '#domain/access/actions.ts'
import type { entranceActs } from '#src/app/activity.ts'
import { actsOfMembers } from '#src/app/identity/one-hand-members.ts'
import {
  type ActRow,
  beside,
  fundWay as fund,
  networkWay as network,
  ofTwo,
  own,
  seen,
} from '#src/app/identity/one-hand-row.ts'

const person = '/network/people/:userId'

/** Everything that somebody does beside the book and that is no look: under these names it stands in a log. */
type ActOfIdentity =
  | Exclude<NamedAction, `read-${string}` | `see-${string}`>
  | (typeof entranceActs)[number]

/**
 * Acts of identity, as operations have `oneHand`: an act that is new in a log, or a right that is no look, does not compile
 * without its row. `docs/one-hand.md` is printed from it, and `test/http/identity/thief.test.ts` plays a thief against it.
 */
export const actsOfIdentity: Readonly<Record<ActOfIdentity, readonly ActRow[]>> = {
  'manage-logins': [
    ofTwo(
      'Give a member a login who has none, with the PIN of the card where there is one; whoever asks holds the link, the second one draws the number beside it',
      `POST ${fund}/logins`,
      'POST /funds/:fundId/logins/new',
    ),
    ofTwo(
      'Take a member’s secret away; the new one comes in two halves as well',
      `POST ${fund}/logins/:userId/reset`,
      'POST /funds/:fundId/logins/:userId/reset',
    ),
    ofTwo(
      'Shut a phone or computer of the fund out that was lost, but not the last one: what the meeting app keeps on it is wiped when it hears of it',
      'POST /funds/:fundId/devices/:deviceId/revoke',
    ),
  ],
  'manage-cards': [
    ofTwo(
      'Make a member’s card; whoever asks holds the card, the second one draws the digits, or the number for whoever is far away',
      `POST ${fund}/cards`,
      'POST /funds/:fundId/cards',
    ),
    ofTwo(
      'Print codes for a member without card and login; each is good once, up to the sum above it; neither of the two can write down alone what one is a word for',
      `POST ${fund}/codes`,
    ),
    seen(
      'Stop a card that was lost: it opens nothing more; from the fourth of a day by one hand only with another officer’s word',
      ['fund-log', 'own-log'],
      `DELETE ${fund}/cards/:cardId`,
      'POST /funds/:fundId/cards/:cardId/stop',
    ),
  ],
  'manage-users': [
    {
      does: 'Add a login to the network; of a member, only where no officer of the fund can sign in, or a single one whom the network let in within the last 30 days. It may do nothing before two have given it a task, or the book an office',
      oneHand: 'power',
      second: 'where there is another',
      told: ['notice', 'network-log'],
      ways: [`POST ${network}/users`, 'POST /network/add/member', 'POST /network/add/staff'],
    },
    {
      does: 'Shut a login out at once, or let it in again',
      oneHand: 'power',
      second: 'no',
      told: ['network-log', 'fund-log'],
      ways: [
        `POST ${network}/users/:userId/disable`,
        `POST ${network}/users/:userId/enable`,
        `POST ${person}/shut-out`,
        `POST ${person}/let-in`,
      ],
    },
    seen('End somebody’s session', ['network-log'], `DELETE ${network}/sessions/:sessionId`),
  ],
  reset: [
    {
      does: 'Take a login’s secret away, where no officer of the fund can sign in; the second one draws the number beside the link',
      oneHand: 'power',
      second: 'where there is another',
      told: ['notice', 'network-log'],
      ways: [`POST ${network}/users/:userId/reset`, `POST ${person}/reset`],
    },
  ],
  'manage-devices': [
    seen(
      'Make the key for a phone or computer; it signs nobody in who has no secret',
      ['network-log'],
      `POST ${network}/devices`,
      'POST /network/devices',
    ),
    seen(
      'Shut a device out, but not the last one',
      ['network-log'],
      `DELETE ${network}/devices/:deviceId`,
      'POST /network/devices/:deviceId/revoke',
    ),
  ],
  'enrol-device': [
    seen('Add a device by such a key', ['network-log'], 'POST /v1/devices', 'POST /enrol'),
  ],
  'set-secret': [
    own(
      'Choose a secret by a key and, where two have given it, with the second one’s number; or change the own one',
      'POST /v1/secrets',
      'POST /begin',
      'POST /card/first',
      'PUT /v1/sessions/current/secret',
      'POST /me/secret',
    ),
  ],
  'draw-half': [
    seen(
      'Draw the half of a new secret behind which one has stood; whoever asked for it cannot',
      ['notice', 'network-log'],
      'POST /v1/sessions/current/halves',
      'POST /me/halves',
    ),
  ],
  'see-notice': [
    own('Say that one has seen it', 'PUT /v1/sessions/current/notices/seen', 'POST /me/notice'),
  ],
  'give-login': beside('One’s hand in a new login', 'notice', 'network-log'),
  'give-secret': beside('One’s hand in a new secret', 'notice', 'network-log'),
  'stand-behind-login': beside('The second one’s hand in a new login', 'notice', 'network-log'),
  'stand-behind-secret': beside('The second one’s hand in it', 'notice', 'network-log'),
  'sign-in': [own('Come in', 'POST /v1/sessions', 'POST /sign-in', 'POST /card')],
  'sign-out': [
    own(
      'Go out, or end another session of one’s own',
      'DELETE /v1/sessions/current',
      'DELETE /v1/sessions/:sessionId',
      'POST /sign-out',
      'POST /me/sessions/:sessionId/end',
    ),
  ],
  'step-up': [own('Give the secret again', 'POST /v1/sessions/current/step-up', 'POST /step-up')],
  door: [own('Take a door of the practice fund, which is nobody’s', 'POST /doors/:door')],
  ...actsOfMembers,
}
