/** Elements that features bring, on the page. */
import { GalleryView } from '../../galleries/views/gallery-view.tsx';
import type { BodyElement } from '../views/element.ts';
import type { ElementName } from './element.ts';

/** One line for each element; what is gone shows nothing. */
export const elementViews: { readonly [Name in ElementName]: BodyElement } = {
  gallery: ({ node, things, pictures, reading, nth }) => {
    const gallery = things.gallery.get(String(node.attrs?.['id']));
    return gallery === undefined ? null : <GalleryView gallery={gallery} pictures={pictures} reading={reading} nth={nth} />;
  },
};
