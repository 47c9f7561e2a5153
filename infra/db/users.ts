import type { People, User } from '#domain/ports.ts'
import { isTaken } from '#infra/db/codes.ts'
import { type KnownMarks, ownRow, ownRows, putMarked } from '#infra/db/marked.ts'
import { keysOf } from '#infra/db/sealed-cells.ts'
import { userIn } from '#infra/db/signed-in.ts'
import { type Statements, type Runs, tables, toColumns } from '#infra/db/tables.ts'

type MarkedRuns = Runs & { readonly marks: KnownMarks }

const usersIn = (em: Statements, networkId: string) =>
  tables(em).selectFrom('user_account').selectAll().where('network_id', '=', networkId)

type Users = Pick<People, 'keepUser' | 'user' | 'userByLogin' | 'users'>
type Login = Pick<User, 'networkId' | 'loginKey'>

/** The keys that a login may stand under: that of now first. */
const loginKeys = (marks: KnownMarks, { networkId, loginKey }: Login): readonly string[] =>
  keysOf(marks, 'user_account', { network_id: networkId, login_key: loginKey }).map((key) =>
    String(key['login_key']),
  )

/** Whether somebody else has a login under a key of before, which the table does not know for the same. */
const isHeld = async (em: Statements, marks: KnownMarks, user: User): Promise<boolean> => {
  const [, ...before] = loginKeys(marks, user)
  if (before.length === 0) return false
  const query = usersIn(em, user.networkId).where('login_key', 'in', before)
  return (await query.execute()).some((row) => row.user_id !== user.userId)
}

export const users = ({ read, transaction, marks }: MarkedRuns): Users => ({
  keepUser: async (user) => {
    try {
      return await transaction(user.networkId, async (em) => {
        if (await isHeld(em, marks, user)) return 'login-taken'
        await putMarked(em, marks, 'user_account', [toColumns(user)])
        return 'kept'
      })
    } catch (error) {
      // Beside its key, which is written over, the login is all that the table wants only once.
      if (isTaken(error)) return 'login-taken'
      throw error
    }
  },
  user: (networkId, userId) => read(networkId, (em) => userIn(em, marks, { networkId, userId })),
  userByLogin: (networkId, loginKey) =>
    read(networkId, async (em) => {
      const keys = loginKeys(marks, { networkId, loginKey })
      const found = await usersIn(em, networkId).where('login_key', 'in', keys).execute()
      const own = found.map((row) => ownRow<User>(marks, 'user_account', row))
      // Whoever types what stands in the table, and read it there, has typed no login.
      return own.find((user) => user?.loginKey === loginKey)
    }),
  users: (networkId) =>
    read(networkId, async (em) =>
      ownRows<User>(
        marks,
        'user_account',
        await usersIn(em, networkId).orderBy('created_at').orderBy('user_id').execute(),
      ),
    ),
})
