import { setTimeout } from 'node:timers/promises'
import { asking } from '#test/support/postgres/databases.ts'

/** Makes the next COMMIT of an entry take its time on the server; those after it are as quick as ever. */
export const slowCommit = (url: string, seconds: number): Promise<unknown> =>
  asking(url, (client) =>
    client.query(`drop sequence if exists slowness; create sequence slowness;
      create or replace function slow() returns trigger language plpgsql security definer as
        $$ begin
          if nextval('slowness') = 1 then perform pg_sleep(${seconds}); end if;
          return null;
        end $$;
      drop trigger if exists slow on entry;
      create constraint trigger slow after insert on entry deferrable initially deferred
        for each row execute function slow()`),
  )

/** The server process that is in the middle of a COMMIT of this database. */
export const inCommit = (url: string): Promise<number> =>
  asking(url, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database()
          and state = 'active' and query = 'commit' and wait_event = 'PgSleep'`,
      )
      if (rows[0]) return rows[0].pid
      await setTimeout(5)
    }
  })
