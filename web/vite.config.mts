import { defineConfig, type Plugin } from 'vite';

/** The browser application, as the API serves it (src/api/web-app.ts). Chrome 109 is the last one for Windows 7. */
export default defineConfig({
  plugins: [componentByComponent()],
  root: import.meta.dirname,
  base: '/app/',
  // The API writes the nonce of each answer in its place.
  html: { cspNonce: 'GUICHENG_NONCE' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'chrome109',
    // Inlined files would be data: addresses, which the page's policy lets in for images only.
    assetsInlineLimit: 0,
    // React and what every page shows of Ant Design.
    chunkSizeWarningLimit: 1_000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Components say where they run ("use client"), which means nothing here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});

/**
 * Imports each component of Ant Design from its own file: by way of the package's index all of them would be loaded with the first page, the
 * calendars of forms too.
 */
function componentByComponent(): Plugin {
  const own = (name: string) => name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return {
    name: 'component-by-component',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/src\//, code: / from 'antd';/ },
      handler: (code) =>
        code.replace(/import \{([^}]+)\} from 'antd';/g, (_statement, names: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean)
            .map((name) => `import ${name} from 'antd/es/${own(name)}';`)
            .join(' '),
        ),
    },
  };
}
