import { html } from 'hono/html'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { networkMark } from '#src/pages/network/marks.ts'
import { headingWith, stepUpFirst } from '#src/pages/network/parts.ts'
import { networkWords } from '#src/words/words.ts'

/** A phone or computer of the network, with its times in words. */
export type DeviceSummary = {
  readonly deviceId: string
  readonly label: string
  readonly enrolledAt: string
  /** Left out where nobody is signed in on it. */
  readonly seenAt: string | undefined
  readonly revokedAt: string | undefined
  readonly isThis: boolean
}

type DevicesShown = {
  readonly devices: readonly DeviceSummary[]
  readonly done: string | undefined
  readonly stepUpTo: string | undefined
}

/** Devices that people sign in from, the good ones first, each with its end. */
export const devicesPage = (frame: PageFrame, told: DevicesShown): Html => {
  const words = networkWords.in(frame.language)
  const row = ({ deviceId, label, enrolledAt, seenAt, revokedAt, isThis }: DeviceSummary): Html =>
    html`<li class="card ${revokedAt === undefined ? 'cash' : 'plain'}">
      <h2><bdi>${label}</bdi></h2>
      ${isThis ? html`<p class="marks">${networkMark('here', words.thisDevice)}</p>` : ''}
      <p>${words.enrolledAt(enrolledAt)}</p>
      ${seenAt === undefined ? '' : html`<p>${words.deviceSeenAt(seenAt)}</p>`}
      ${
        revokedAt === undefined
          ? html`<p class="buttons">
              <a class="button" href="/network/devices/${deviceId}/revoke">${words.toRevoke}</a>
            </p>`
          : html`<p class="marks">${networkMark('shut-out', words.revokedAt(revokedAt))}</p>`
      }
    </li>`
  return layout({
    ...frame,
    content: html`${headingWith('key', words.devicesHeading)}
      ${told.done === undefined ? '' : goodBox(told.done)}
      <p>${words.devicesLead}</p>
      ${stepUpFirst(frame.language, told.stepUpTo, false)}
      <form class="buttons" method="post" action="/network/devices">
        <button class="button main">${words.newDeviceLink}</button>
      </form>
      <ul class="cards">
        ${told.devices.map(row)}
      </ul>`,
  })
}
