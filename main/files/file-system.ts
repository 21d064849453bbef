// What writing whole files asks of the disk: a port, so that a test can let every single step of it fail.
import * as disk from 'node:fs/promises';

export type FileSystem = Pick<
  typeof disk,
  'access' | 'link' | 'lstat' | 'mkdir' | 'open' | 'readlink' | 'realpath' | 'rename' | 'rmdir' | 'stat' | 'unlink'
>;

export const realDisk: FileSystem = disk;
