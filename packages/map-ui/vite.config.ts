// Owns the bundle: what is split, where the dev server forwards, what the page may load. Refuses inline scripts
// and anything fetched from outside at run time.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['QINGHE_API'] ?? 'http://localhost:4000';

/** Libraries that change on their own schedule stay in files of their own, so a release of ours does not refetch them. */
const LIBRARY_CHUNKS = [
  {
    name: 'react',
    test: /node_modules[\\/](\.pnpm[\\/])?(react|react-dom|scheduler|i18next|react-i18next)[@\\/]/,
    priority: 2,
  },
  { name: 'maplibre', test: /node_modules[\\/](\.pnpm[\\/])?(maplibre-gl|@maplibre|@mapbox)/ },
  { name: 'echarts', test: /node_modules[\\/](\.pnpm[\\/])?(echarts|zrender|tslib)/ },
  { name: 'antd', test: /node_modules[\\/](\.pnpm[\\/])?(antd|@ant-design|@rc-component|rc-|dayjs)/ },
];

// The gallery is a development page: `--mode gallery` builds it beside, the product build never contains it.
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  base: '/',
  worker: { format: 'es' },
  html: { cspNonce: '__CSP_NONCE__' },
  server: {
    proxy: {
      '/graphql': { target: API, ws: true },
      // An object each: the short form rewrites Host, and the server takes the page's own origin only.
      '/uploads': { target: API },
      '/files': { target: API },
      '/healthz': { target: API },
    },
  },
  build: {
    target: 'es2023',
    outDir: mode === 'gallery' ? 'test-output/gallery' : 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: mode === 'gallery' ? 'gallery.html' : 'index.html',
      output: { codeSplitting: { groups: LIBRARY_CHUNKS } },
    },
  },
}));
