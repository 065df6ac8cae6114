// Owns where MapLibre finds its worker in a bundle. Imported once, before the first map: without it the built page
// asks for a file that was never emitted.
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);
