import type { Command } from 'commander'
import { careForCases } from '#src/app/cases/rounds.ts'
import { servedCases } from '#src/cli/cases/serving.ts'
import { exitCodes, globalsOf, openStore, print, printJson, stop } from '#src/cli/context.ts'
import { sealingIn } from '#src/cli/service/sealing.ts'
import { configured, databaseFrom, servedUrl } from '#src/cli/settings.ts'
import { systemClock } from '#infra/system/system.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const hourMs = 3_600_000

/** Looks after cases at the start and each hour: the first look of a day does what is due. The returned function ends it. */
export const keepCaring = (
  needs: Parameters<typeof careForCases>[0] & Pick<AppNeeds, 'ids' | 'log'>,
  everyMs = hourMs,
): (() => void) => {
  const round = async (): Promise<void> => {
    try {
      await careForCases(needs)
    } catch (error) {
      const fault = error instanceof Error ? error.name : 'Error'
      const line = { requestId: needs.ids(), method: 'ROUND', route: 'cases' }
      needs.log({ ...line, status: 500, ms: 0, fault })
    }
  }
  void round()
  const timer = setInterval(() => void round(), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** The command that destroys what was kept long enough, where no service runs all the time. */
export const addSweeping = (cases: Command): void => {
  cases
    .command('sweep')
    .description('destroys cases that were kept long enough, as the service does each day')
    .action(async (_: unknown, command: Command) => {
      const configuration = configured()
      const url = servedUrl(configuration, databaseFrom(command))
      const { cases: service, closeCases } = await servedCases(configuration, url)
      const store = await openStore(url, { create: false })
      try {
        if (!service) throw stop('cases are not set up: CASES_SECRET is not set', exitCodes.broken)
        const sealing = sealingIn(configuration)
        const clock = systemClock
        await careForCases({ cases: service, store, clock, ...(sealing && { sealing }) })
        if (globalsOf(command).json) printJson({ swept: true })
        else print('Done: what was kept long enough is destroyed. The desk tells its codes.')
      } finally {
        await store.close()
        await closeCases()
      }
    })
}
