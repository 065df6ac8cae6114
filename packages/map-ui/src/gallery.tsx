// Owns the development page that shows every part from an invented fixture. Never part of the product build.
import './ui/page/trusted-types.ts';
import { createRoot } from 'react-dom/client';
import { galleryOptions } from './gallery/gallery-options.ts';
import { GalleryPage } from './gallery/gallery-page.tsx';
import { GalleryParts } from './gallery/gallery-parts.tsx';
import './gallery/gallery.css';
import { UiProvider } from './ui/page/index.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root.');
const options = galleryOptions(location.search, innerWidth);
createRoot(root).render(
  <UiProvider
    language={options.language}
    timeZone="Asia/Shanghai"
    mode={options.screen ? 'screen' : 'desk'}
    touch={options.phone}
  >
    {options.parts ? <GalleryParts /> : <GalleryPage options={options} />}
  </UiProvider>,
);
