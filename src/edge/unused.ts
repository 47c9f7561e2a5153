/** What a machine does and no Worker: the setting that asks for it, where it says so. */
const ofMachines: Readonly<Record<string, string>> = {
  WEBHOOKS: 'yes',
  MESSAGES: 'file',
  METRICS_TOKEN: '',
  OIDC_ISSUER: '',
}

/** Settings of which nothing comes here: whoever has set them is told by the log, once an isolate. */
export const unusedHere = (bindings: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(ofMachines).flatMap(([name, value]) => {
    const set = bindings[name]
    return typeof set === 'string' && set !== '' && (value === '' || set === value) ? [name] : []
  })
