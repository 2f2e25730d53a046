/** What an id looks like. No vowels, so that chance spells no words; nothing that looks like another: 3.8e11 ids. */
export const idLetters = '23456789bcdfghjkmnpqrstvwxyz';
export const idLength = 8;
export const idPattern = new RegExp(`^[${idLetters}]{${idLength}}$`, 'u');
