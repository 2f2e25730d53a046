/** Every command of `bin/broadsheet`, in the order in which `help` prints them. */
import type { Command } from './command.ts';
import { start } from './start.ts';
import { migrateCommand } from './migrate.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { doctor } from './doctor.ts';
import { moveObjectsCommand } from './objects.ts';
import { schema } from './schema.ts';
import { importComments, inspectComments } from '../newsroom/comments/commands.ts';
import { importPictures, inspectPictures } from '../newsroom/pictures/commands.ts';
import { staffCommands } from '../newsroom/staff/commands.ts';
import { help } from './help.ts';

export const commands: readonly Command[] = [
  start,
  migrateCommand,
  backup,
  restore,
  doctor,
  moveObjectsCommand,
  ...staffCommands,
  inspectPictures,
  importPictures,
  inspectComments,
  importComments,
  schema,
  help,
];
