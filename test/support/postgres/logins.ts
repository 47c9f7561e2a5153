import { asking, passwordOf, serverUrl, urlOf } from '#test/support/postgres/databases.ts'

/** A login of the server of this run, anew. */
export const makeLogin = async (login: string, more = ''): Promise<void> => {
  await asking(await serverUrl(), (client) =>
    client.query(
      `drop role if exists ${login};
        create role ${login} login password '${passwordOf(login)}' ${more}`,
    ),
  )
}

/** An owner that is no superuser, and a login of the service: as docs/hosts/postgresql.md sets them up. */
export const settingUp =
  (newDatabase: (kind: 'empty') => Promise<string>) => async (name: string) => {
    const url = await newDatabase('empty')
    const [owner, service] = [`${name}_owner`, `${name}_service`]
    await makeLogin(owner, 'createrole')
    await makeLogin(service, 'noinherit')
    await asking(url, async (client) => {
      const { rows } = await client.query<{ name: string }>('select current_database() as name')
      await client.query(`alter database ${rows[0]!.name} owner to ${owner}`)
      for (const role of ['village_app', 'village_lister']) {
        await client.query(`do $$ begin create role ${role} nologin;
        exception when duplicate_object or unique_violation then null; end $$`)
        await client.query(`grant ${role} to ${service}, ${owner}`)
      }
    })
    const as = (login: string) => urlOf(url, { login })
    return { url, asOwner: as(owner), asService: as(service), owner, service }
  }
