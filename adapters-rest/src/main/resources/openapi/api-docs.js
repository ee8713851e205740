'use strict';

// In a file of its own, since the page's Content-Security-Policy allows no inline script.
SwaggerUIBundle({
  url: '/elements/openapi.yaml',
  domNode: document.getElementById('api'),
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // Secrets that a visitor enters live as long as the page.
  persistAuthorization: false,
  // The default would ask a validator on another host.
  validatorUrl: null,
});
