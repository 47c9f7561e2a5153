import type { Configuration } from '#src/configuration.ts'
import type { AppNeeds, LogLine } from '#src/http/needs.ts'

const severities = ['error', 'warn', 'info'] as const
type Severity = (typeof severities)[number]

const levelOf = ({ MODE, LOG_LEVEL }: Configuration): Severity | 'silent' =>
  LOG_LEVEL ?? (MODE === 'live' ? 'info' : 'warn')

/** One line of JSON, which is what the log of a Worker is read by. */
export const say = (severity: Severity, fields: Readonly<Record<string, unknown>>): void =>
  console.log(JSON.stringify({ level: severity, time: Date.now(), ...fields }))

/** One line a request, of the fields that the type allows and no others. */
export const requestLog = (configuration: Configuration): AppNeeds['log'] => {
  const level = levelOf(configuration)
  return (line: LogLine) => {
    const severity = line.status >= 500 ? 'error' : 'info'
    if (level === 'silent' || severities.indexOf(severity) > severities.indexOf(level)) return
    const { requestId, method, route, status, ms, fault } = line
    say(severity, { requestId, method, route, status, ms, fault })
  }
}
