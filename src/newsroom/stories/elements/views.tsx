/** Elements that features bring, on the page. */
import { EmbedView } from '../../embeds/views/embed-view.tsx';
import { GalleryView } from '../../galleries/views/gallery-view.tsx';
import { VideoView } from '../../videos/views/video-view.tsx';
import type { BodyElement } from '../views/element.ts';
import type { ElementName } from './element.ts';

/** One line for each element; what is gone shows nothing. */
export const elementViews: { readonly [Name in ElementName]: BodyElement } = {
  gallery: ({ node, things, pictures, reading, nth }) => {
    const gallery = things.gallery.get(String(node.attrs?.['id']));
    return gallery === undefined ? null : <GalleryView gallery={gallery} pictures={pictures} reading={reading} nth={nth} />;
  },
  video: ({ node, things, pictures, reading }) => {
    const video = things.video.get(String(node.attrs?.['id']));
    return video === undefined ? null : <VideoView video={video} poster={pictures.get(video.poster ?? '')} caption={String(node.attrs?.['caption'] ?? '')} reading={reading} />;
  },
  embed: ({ node, things, pictures, reading }) => {
    const embed = things.embed.get(String(node.attrs?.['id']));
    return embed === undefined ? null : <EmbedView embed={embed} poster={pictures.get(embed.poster ?? '')} reading={reading} />;
  },
};
