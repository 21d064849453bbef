// The version that the command line, the log and the window name.
export { version } from '../../package.json';
