// HypnoScript: the service's own work is a program of it, behind a host in Python, since it has no functions for the
// network (its reference names none, as of its runtime in Rust). Forms after its published parser.
import type { Language } from '../language.ts';
import { pythonHealthCommand, pythonMain, pythonServiceTest, pythonSettings, pythonShared } from '../python/python.ts';
import dockerfile from './templates/Dockerfile.txt?raw';
import handlerHyp from './templates/handler.hyp.txt?raw';
import handlerPy from './templates/handler.py.txt?raw';
import program from './templates/hypnoscript_program.py.txt?raw';
import utilsTest from './templates/utils_test.hyp.txt?raw';
import utils from './templates/utils.hyp.txt?raw';

export const hypnoscript: Language = {
  shared: [
    [utils, 'shared/utils.hyp'],
    [utilsTest, 'shared/utils_test.hyp'],
    [program, 'shared/python/hypnoscript_program.py'],
    ...pythonShared,
  ],
  module: [
    [handlerHyp, 'handler.hyp'],
    [handlerPy, 'handler.py'],
    pythonMain,
    pythonServiceTest,
    [dockerfile, 'Dockerfile'],
  ],
  settings: { path: 'service_settings.py', text: pythonSettings },
  healthCommand: pythonHealthCommand,
  manifests: () => [],
  steps: (services) => [
    { uses: 'actions/setup-python@v5', with: { 'python-version': '3.13' } },
    {
      name: 'HypnoScript',
      run: 'cargo install --git https://github.com/Kink-Development-Group/hyp-runtime hypnoscript-cli\ncommand -v hypnoscript || ln -s "$HOME/.cargo/bin/hypnoscript-cli" "$HOME/.cargo/bin/hypnoscript"',
    },
    { name: 'Policies', run: 'python3 shared/python/policies_test.py' },
    { name: 'Shared functions', run: 'python3 shared/python/hypnoscript_program.py shared/utils_test.hyp' },
    ...services.map(({ folder, name }) => ({ name: `Test ${name}`, run: `python3 modules/${folder}/service_test.py` })),
  ],
  commands: ({ folder }) => ({
    start: `python3 modules/${folder}/main.py`,
    test: `python3 modules/${folder}/service_test.py`,
  }),
};
