import { fundNameOf } from '#src/app/network/fund-names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fundNameSaid } from '#src/words/fund-name.ts'

/** What a fund is called, in the language of the page. */
export const fundNameIn = async (context: HttpContext, fundId: string): Promise<string> =>
  fundNameSaid(await fundNameOf(context.get('needs').store, fundId), context.get('language'))
