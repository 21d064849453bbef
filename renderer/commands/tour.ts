// The tour of the first start: five places of the window, one after the other, to be skipped at any of them.
import { isMotionReduced } from '../replay/motion.ts';
import { notify, panelsStore } from '../state/panels.ts';
import { choose, settingsStore } from '../state/settings.ts';
import { tabsStore } from '../state/tabs.ts';
import { t } from '../texts.ts';
import { start } from './defects.ts';
import { shownKeysOfId } from './command-texts.ts';
import { newFromTemplate } from './file-actions.ts';

interface Step {
  readonly name: 'palette' | 'canvas' | 'inspector' | 'simulate' | 'results';
  readonly element: string;
  readonly side: 'left' | 'right' | 'top' | 'bottom' | 'over';
}

const STEPS: readonly Step[] = [
  { name: 'palette', element: '.side-left', side: 'right' },
  { name: 'canvas', element: '[data-canvas]', side: 'over' },
  { name: 'inspector', element: '.side-right', side: 'left' },
  { name: 'simulate', element: '.toolbar .button-filled', side: 'bottom' },
  { name: 'results', element: '.side-bottom', side: 'top' },
];

/** The places that the tour shows must be there: a design, and every panel unfolded. */
function setTheScene(): void {
  panelsStore.setState({ palette: true, inspector: true, results: true, tab: 'design', dialog: null });
  if (tabsStore.getState().tabs.length === 0) newFromTemplate('example');
}

export async function startTour(): Promise<void> {
  setTheScene();
  const { driver } = await import('driver.js');
  await import('../theme/tour.css');
  const tour = driver({
    animate: !isMotionReduced(),
    overlayColor: 'var(--shade)',
    overlayOpacity: 1,
    stagePadding: 2,
    stageRadius: 6,
    popoverClass: 'tour',
    showProgress: true,
    progressText: t('tour.progress', { current: '{{current}}', total: '{{total}}' }),
    nextBtnText: t('tour.next'),
    prevBtnText: t('tour.back'),
    doneBtnText: t('tour.done'),
    onPopoverRender: ({ closeButton, footerButtons }) => {
      footerButtons.prepend(closeButton);
      closeButton.textContent = t('tour.skip');
      closeButton.removeAttribute('aria-label');
    },
    steps: STEPS.map(({ name, element, side }) => ({
      element,
      // A place that is not drawn yet, as in the design that was just opened.
      waitForElement: 2000,
      popover: {
        title: t(`tour.${name}Title`),
        description: t(`tour.${name}`, { keys: shownKeysOfId('view.commands') ?? '' }),
        ...(side !== 'over' && { side }),
        align: 'center' as const,
      },
    })),
  });
  choose({ tourSeen: true });
  tour.drive();
}

/** On the first start, as a notice that goes away by itself. */
export function offerTour(): void {
  if (settingsStore.getState().tourSeen) return;
  choose({ tourSeen: true });
  notify('info', t('tour.offer'), null, { title: t('tour.take'), run: () => start(startTour) });
}
