// The environment of our worker threads: the process's own, but for the variable by which `node --watch` has every thread send
// names of files to its parent. A thread's messages are answers; a file name among them would be taken for one.

export function threadEnvironment(): NodeJS.ProcessEnv {
  const { WATCH_REPORT_DEPENDENCIES: _watch, ...environment } = process.env;
  return environment;
}
