import { statement } from '#infra/db/statement.ts'

/* What every request asks: whose session it is, and what its user is in. */

export const sessionBy = statement((db, value) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('token_hash', '=', value(1)),
)
export const userBy = statement((db, value) =>
  db
    .selectFrom('user_account')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', value(1)),
)
export const membershipsBy = statement((db, value) =>
  db
    .selectFrom('membership')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', value(1))
    .orderBy('fund_id'),
)
export const deviceBy = statement((db, value) =>
  db
    .selectFrom('device')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('device_id', '=', value(1)),
)
export const cardBy = statement((db, value) =>
  db.selectFrom('card').selectAll().where('fund_id', '=', value(0)).where('card_id', '=', value(1)),
)
