// The designs behind the templates, read once each and kept for as long as the window is open.
import { useEffect, useState } from 'react';
import { readDesign } from '../../../src/model/read.ts';
import type { Design } from '../../../src/model/design.ts';
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import type { TemplateInfo } from '../../state/session.ts';

const known = new Map<string, Promise<Design | null>>();

async function read(id: string): Promise<Design | null> {
  const outcome = await host.call('templates.read', { id });
  const design = outcome.ok ? readDesign(outcome.value.text) : null;
  return design?.ok ? design.value : null;
}

function designOf(id: string): Promise<Design | null> {
  const asked = known.get(id) ?? read(id);
  known.set(id, asked);
  return asked;
}

/** As they arrive. */
export function useTemplateDesigns(templates: readonly TemplateInfo[]): ReadonlyMap<string, Design> {
  const [designs, setDesigns] = useState<ReadonlyMap<string, Design>>(new Map());
  useEffect(() => {
    let isGone = false;
    for (const { id } of templates) {
      start(async () => {
        const design = await designOf(id);
        if (!isGone && design) setDesigns((before) => new Map(before).set(id, design));
      });
    }
    return () => {
      isGone = true;
    };
  }, [templates]);
  return designs;
}
