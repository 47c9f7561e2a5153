import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, statSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { connect } from 'node:tls'
import type { Check } from '#src/cli/cases/check.ts'
import { callersPath } from '#src/cli/context.ts'
import type { Configuration } from '#src/configuration.ts'

const dayMs = 86_400_000

/** Whose a file is, and what others may do with it. */
type Rights = { readonly mode: number; readonly uid: number; readonly gid: number }

/**
 * Whether others could read or change the settings. A group may read them where they are the machine's own and the group is
 * that of the service, as `install` lays them down: so the service reads its settings, and cannot change them.
 */
export const isOpenToOthers = ({ mode, uid, gid }: Rights, ownGroup: number | undefined): boolean =>
  (mode & (uid === 0 && gid === ownGroup ? 0o037 : 0o077)) !== 0

/** What to do so that the service still reads them. */
const closing = ({ uid }: Rights): string =>
  uid === 0 && process.getuid?.() !== 0
    ? 'as root, chmod 640 .env, with the group of the service'
    : 'chmod 600 .env'

/** What others on the machine could read, and secrets that were left lying after a change. */
export const secretsCheck = ({ MODE, PEPPER_OLD, BACKUP_SECRET }: Configuration): Check => {
  const file = callersPath('.env')
  const rights = process.platform !== 'win32' && existsSync(file) ? statSync(file) : undefined
  const isOpen = rights !== undefined && isOpenToOthers(rights, process.getgid?.())
  const said = [
    ...(isOpen ? [`.env can be read by others on this machine: ${closing(rights)}`] : []),
    ...(PEPPER_OLD.length > 0
      ? ['PEPPER_OLD is set: "secrets status" says whether it is still needed']
      : []),
    ...(MODE === 'live' && BACKUP_SECRET === undefined
      ? ['BACKUP_SECRET is not set: no backup can be made']
      : []),
    ...(MODE === 'practice' ? ['practice: they are known to everybody'] : []),
  ]
  return {
    name: 'secrets',
    ok: !isOpen,
    say: said.length > 0 ? said.join('; ') : 'set, different, and read by nobody else here',
  }
}

/** A backup and a restore each take as much room as the database, and the books grow. */
const timesNeeded = 3
const bytesMin = 200 * 1024 * 1024
const inMegabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`

/** Whether there is room beside a database for a copy of it and for growth. */
export const diskCheck = (path: string): Check => {
  const folder = dirname(path)
  if (!existsSync(folder)) return { name: 'disk', ok: true, say: 'the folder is not there yet' }
  const { bavail, bsize } = statfsSync(folder)
  const size = existsSync(path) ? statSync(path).size : 0
  const [free, needed] = [bavail * bsize, Math.max(bytesMin, timesNeeded * size)]
  const ok = free >= needed
  return {
    name: 'disk',
    ok,
    say: ok
      ? `${inMegabytes(free)} free`
      : `only ${inMegabytes(free)} free beside ${inMegabytes(size)} of books: backup and restore want ${inMegabytes(needed)}`,
  }
}

const aheadMs = 5 * 60_000

/** Whether the clock of this machine can be right: nothing can have been recorded after now. */
export const clockCheck = (lastRecordedAt: string | undefined, now: number): Check => {
  const last = Date.parse(lastRecordedAt ?? '')
  const ok = !(last > now + aheadMs)
  const said = new Date(now).toISOString()
  return {
    name: 'clock',
    ok,
    say: ok
      ? said
      : `${said} is before the last entry, ${lastRecordedAt}: it runs behind, or ran ahead then. Days, pauses after wrong PINs and links hang on it`,
  }
}

/** Somebody has to have time to make another. */
const warnedDays = 14

/** How long a certificate is still good. */
export const certificateCheck = (
  { subject, until }: { readonly subject: string; readonly until: number },
  now: number,
): Check => {
  const days = Math.floor((until - now) / dayMs)
  const name = 'certificate'
  if (until < now) return { name, ok: false, say: `${subject}: it ended; nobody can sign in by it` }
  return { name, ok: days >= warnedDays, say: `${subject}: good for ${days} more day(s)` }
}

const untilOf = (pem: string): number => Date.parse(new X509Certificate(pem).validTo)

/** What a village box shows, from its folder. */
const boxCheck = (folder: string, now: number): Check => {
  const path = join(callersPath(folder), 'server.crt')
  const subject = 'village box'
  try {
    return certificateCheck({ subject, until: untilOf(readFileSync(path, 'utf8')) }, now)
  } catch {
    return {
      name: 'certificate',
      ok: false,
      say: `${subject}: server.crt cannot be read in BOX_DIR`,
    }
  }
}

const patienceMs = 3000

/** When the certificate ends that the world is shown at an address; undefined where nobody answers from here. */
const shownAt = (address: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const { hostname: host, port } = new URL(address)
    const socket = connect({
      host,
      port: Number(port || 443),
      servername: host,
      // One that is not trusted here is looked at all the same: it is its day that is asked for.
      rejectUnauthorized: false,
    })
    const end = (until: number | undefined): void => {
      socket.destroy()
      resolve(until)
    }
    socket.setTimeout(patienceMs, () => end(undefined))
    socket.once('error', () => end(undefined))
    socket.once('secureConnect', () => {
      const until = Date.parse(socket.getPeerCertificate().valid_to)
      end(Number.isNaN(until) ? undefined : until)
    })
  })

/** Certificates that people come in by: that of a village box, and what PUBLIC_URL shows. */
export const certificateChecks = async (
  { BOX_DIR, PUBLIC_URL }: Configuration,
  now: number,
): Promise<readonly Check[]> => {
  if (BOX_DIR !== undefined) return [boxCheck(BOX_DIR, now)]
  if (PUBLIC_URL === undefined) return []
  const until = await shownAt(PUBLIC_URL)
  return until === undefined
    ? [
        {
          name: 'certificate',
          ok: true,
          say: 'PUBLIC_URL does not answer from here: not looked at',
        },
      ]
    : [certificateCheck({ subject: 'PUBLIC_URL', until }, now)]
}
