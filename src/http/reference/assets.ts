/** Files of a package that the service gives to anybody, and the paths that it gives them under. */
export const referenceFiles = [
  {
    served: '/docs/swagger-ui.css',
    of: 'swagger-ui-dist',
    stored: 'swagger-ui.css',
    type: 'text/css; charset=utf-8',
  },
  {
    served: '/docs/swagger-ui-bundle.js',
    of: 'swagger-ui-dist',
    stored: 'swagger-ui-bundle.js',
    type: 'text/javascript; charset=utf-8',
  },
] as const
