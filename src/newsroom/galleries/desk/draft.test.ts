import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { addPictures, captionPicture, changesOf, movePicture, putTogether } from './draft.ts';

const pictures = (...ids: string[]) => ids.map((id) => ({ id, caption: '' }));
const draft = (more: Partial<Draft> = {}): Draft => ({ title: 'Föhn', lead: '', language: 'de', pictures: pictures('a', 'b', 'c'), ...more });
const ids = ({ pictures: all }: Draft) => all.map(({ id }) => id).join('');

describe('a gallery in work', () => {
  it('moves pictures, and leaves alone what cannot be moved', () => {
    expect(movePicture(pictures('a', 'b', 'c'), 2, 0)).toEqual(pictures('c', 'a', 'b'));
    expect(movePicture(pictures('a', 'b'), 0, 2)).toEqual(pictures('a', 'b'));
    expect(movePicture(pictures('a', 'b'), 0, -1)).toEqual(pictures('a', 'b'));
  });
  it('takes each picture once, at the end or where it was dropped', () => {
    expect(addPictures(pictures('a', 'b'), ['b', 'c', 'c'])).toEqual(pictures('a', 'b', 'c'));
    expect(addPictures(pictures('a', 'b'), ['c', 'd'], 1)).toEqual(pictures('a', 'c', 'd', 'b'));
  });
  it('sends what changed and nothing else', () => {
    expect(changesOf(draft(), draft())).toEqual({});
    expect(changesOf(draft(), draft({ lead: 'Vier Tage.', pictures: captionPicture(draft().pictures, 'b', 'Am Quai') }))).toEqual({ lead: 'Vier Tage.', pictures: [{ id: 'a', caption: '' }, { id: 'b', caption: 'Am Quai' }, { id: 'c', caption: '' }] });
  });
});

describe('two people at one gallery', () => {
  it('keep what each of them wrote', () => {
    expect(putTogether(draft(), draft({ title: 'Bise' }), draft({ lead: 'Vier Tage.' }))).toEqual(draft({ title: 'Bise', lead: 'Vier Tage.' }));
  });
  it('lose no picture that one of them put in, and find none that the other took out', () => {
    const merged = putTogether(draft(), draft({ pictures: pictures('x', 'c', 'b', 'a') }), draft({ pictures: pictures('a', 'c', 'y') }));
    expect(ids(merged)).toBe('xcay');
  });
  it('keep captions of both', () => {
    const mine = draft({ pictures: captionPicture(pictures('a', 'b', 'c'), 'a', 'Meine') });
    const theirs = draft({ pictures: captionPicture(pictures('a', 'b', 'c'), 'b', 'Ihre') });
    expect(putTogether(draft(), mine, theirs).pictures).toEqual([{ id: 'a', caption: 'Meine' }, { id: 'b', caption: 'Ihre' }, { id: 'c', caption: '' }]);
  });
});
