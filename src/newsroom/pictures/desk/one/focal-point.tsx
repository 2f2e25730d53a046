/** What crops keep in sight: pointed at by mouse or finger, moved by arrow keys; beside it what each crop shows. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { cropArea } from '../../../../platform/images/crop.ts';
import { cropRules } from '../../rules.ts';
import type { Picture, PictureChange } from '../types.ts';
import { renditionNear } from '../types.ts';

interface FocalPointProps {
  readonly picture: Picture;
  readonly editable: boolean;
  readonly say: (change: PictureChange) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export function FocalPoint({ picture, editable, say }: FocalPointProps): ReactElement | null {
  const { t } = useWords();
  const [moving, setMoving] = useState<Point | null>(null);
  const url = renditionNear(picture, 800);
  if (url === null) return null;
  const point = moving ?? picture.focus;
  const set = (focus: Point | null) => {
    setMoving(null);
    say({ focus });
  };
  return (
    <div className="focal">
      <Sight picture={picture} url={url} point={point} editable={editable} onMove={setMoving} onSet={set} />
      <div className="focal-crops" aria-hidden="true">
        {(['wide', 'square', 'tall'] as const).map((crop) => (
          <span key={crop} className="focal-crop" style={{ aspectRatio: cropRules[crop].ratio }}>
            <img src={url} alt="" style={shown(picture, cropRules[crop].ratio, point)} />
          </span>
        ))}
      </div>
      {editable && (
        <p className="focal-hint">
          {t(picture.focus.byHand ? 'pictures.focus.by-hand' : 'pictures.focus.found')}
          {picture.focus.byHand && <Button size="compact-xs" variant="subtle" onClick={() => set(null)}>{t('pictures.focus.find')}</Button>}
        </p>
      )}
    </div>
  );
}

/** In rem: whole on a laptop, with its fields below. */
const tallest = 22;

const ways: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

interface SightProps {
  readonly picture: Picture;
  readonly url: string;
  readonly point: Point;
  readonly editable: boolean;
  readonly onMove: (point: Point) => void;
  readonly onSet: (point: Point) => void;
}

function Sight({ picture, url, point, editable, onMove, onSet }: SightProps): ReactElement {
  const { t } = useWords();
  const ground = useRef<HTMLDivElement>(null);
  const at = (event: PointerEvent): Point => {
    const { left, top, width, height } = ground.current!.getBoundingClientRect();
    return { x: part((event.clientX - left) / width), y: part((event.clientY - top) / height) };
  };
  const held = (event: PointerEvent) => ground.current?.hasPointerCapture(event.pointerId) === true;
  const follow = editable ? {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      ground.current?.setPointerCapture(event.pointerId);
      onMove(at(event));
    },
    onPointerMove: (event: PointerEvent) => held(event) && onMove(at(event)),
    onPointerUp: (event: PointerEvent) => held(event) && onSet(at(event)),
  } : {};
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const step = event.shiftKey ? 0.1 : 0.01;
    onSet({ x: part(point.x + way.x * step), y: part(point.y + way.y * step) });
  };
  const says = t('pictures.focus.at', { x: Math.round(point.x * 100), y: Math.round(point.y * 100) });
  return (
    <div ref={ground} className="focal-ground" data-editable={editable || undefined} style={{ width: `min(100%, ${(tallest * picture.width) / picture.height}rem)` }} {...follow}>
      <img src={url} alt={picture.alt} width={picture.width} height={picture.height} draggable={false} style={{ background: picture.colour }} />
      {editable && (
        <button type="button" className="focal-point" style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }} aria-label={says} aria-describedby="focal-keys" onKeyDown={onKeyDown} />
      )}
      <span id="focal-keys" className="unseen">{t('pictures.focus.keys')}</span>
    </div>
  );
}

/** The part of the picture that a crop shows, as the darkroom cuts it. */
function shown({ width, height }: Picture, ratio: number, focus: Point): CSSProperties {
  const area = cropArea({ width, height }, ratio, focus);
  const spare = (whole: number, cut: number, from: number) => (whole === cut ? 50 : (from / (whole - cut)) * 100);
  return { objectPosition: `${spare(width, area.width, area.left)}% ${spare(height, area.height, area.top)}%` };
}

function part(of: number): number {
  return Math.min(1, Math.max(0, Math.round(of * 1000) / 1000));
}
