import { defineConfig } from 'vite';

/** The browser application, as the API serves it (src/api/web-app.ts). Chrome 109 is the last one for Windows 7. */
export default defineConfig({
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
    // Ant Design is one file of a megabyte, 300 KB compressed; pages come in files of their own.
    chunkSizeWarningLimit: 1_200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Components say where they run ("use client"), which means nothing here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
