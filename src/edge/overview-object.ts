import { DurableObject, type ObjectState } from 'cloudflare:workers'
import { type Kind, type Known, type News, durableOverview } from '#infra/db/overview.ts'

/** The one object that knows which funds and networks there are. */
export class OverviewObject extends DurableObject {
  readonly #overview

  constructor(ctx: ObjectState, env: unknown) {
    super(ctx, env)
    this.#overview = durableOverview(ctx.storage)
  }

  async hear(news: News): Promise<number> {
    return this.#overview.hear(news)
  }

  async ids(kind: Kind): Promise<readonly string[]> {
    return this.#overview.ids(kind)
  }

  async known(kind: Kind, id: string): Promise<Known | undefined> {
    return this.#overview.known(kind, id)
  }
}
