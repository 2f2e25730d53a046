const files = import.meta.glob<Readonly<Record<string, string>>>('../../*/desk/words/en.json', { eager: true, import: 'default' });

export const sentences: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(files));
