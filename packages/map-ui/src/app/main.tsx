// Owns the start of the page. The second wave puts the routes here.
import '../ui/page/trusted-types.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MapSkeleton } from '../ui/state/index.ts';
import { UiProvider } from '../ui/page/index.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <UiProvider language="zh" timeZone="Asia/Shanghai" mode="desk">
      <MapSkeleton />
    </UiProvider>
  </StrictMode>,
);
