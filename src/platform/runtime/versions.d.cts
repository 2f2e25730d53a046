/** Whether this version of Node can run the program. */
export function runsProgram(version: string): boolean;
/** Whether this version of Node has the security fixes of 2026-10-21. */
export function isPatched(version: string): boolean;
