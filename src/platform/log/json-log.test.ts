import { expect, test } from 'vitest';
import { plainError } from './json-log.ts';

test('an error is told by name, code and cause, and never by the rows that it carries', () => {
  const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(anna@zürich.example) already exists.', parameters: ['geheim'] });
  const plain = plainError(new Error('the act failed', { cause: error }));
  expect(plain).toMatchObject({ name: 'Error', message: 'the act failed', cause: { message: 'duplicate key', code: '23505' } });
  expect(JSON.stringify(plain)).not.toMatch(/zürich|geheim/u);
});

test('telling it twice changes nothing, and what is no error is told as it is', () => {
  const plain = plainError(new Error('weg'));
  expect(plainError(plain)).toBe(plain);
  expect(plainError('weg')).toEqual({ message: 'weg' });
});
