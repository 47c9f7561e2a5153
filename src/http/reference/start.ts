/**
 * The reference page's own script. The package writes its mark-up as strings, so the page makes the one
 * policy that lets them through; there is no session here that such a string could take. What the
 * package brings along asks for a policy of its own that does the same: it is given this one.
 */
export const startScript = `'use strict'
if (window.trustedTypes) {
  const same = (text) => text
  const policy = window.trustedTypes.createPolicy('default', {
    createHTML: same,
    createScript: same,
    createScriptURL: same,
  })
  Object.defineProperty(window.trustedTypes, 'createPolicy', { value: () => policy })
}
window.addEventListener('load', () => {
  window.SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#reference',
    deepLinking: true,
    docExpansion: 'none',
    presets: [window.SwaggerUIBundle.presets.apis],
    persistAuthorization: false,
    tryItOutEnabled: false,
    supportedSubmitMethods: [],
    validatorUrl: null,
    queryConfigEnabled: false,
  })
})
`
