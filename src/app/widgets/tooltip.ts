import './tooltip.css';

/** Milliseconds that a finger or pointer rests on a button before its tooltip, and that it stays after the finger has gone. */
const WAIT = 450;
const STAY = 1500;
/** Pixels between a button and its tooltip, and between the tooltip and the window's edge. */
const GAP = 8;

/** What a button does, if it does not say so itself: its title, or the accessible name of an icon. */
function wordsOf(button: HTMLElement): string {
  const hasText = [...button.childNodes].some(
    (child) =>
      (child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) ||
      (child instanceof HTMLElement && !child.matches('.unseen') && child.offsetWidth > 1 && child.textContent.trim()),
  );
  return button.title || (hasText ? '' : (button.getAttribute('aria-label') ?? button.textContent.trim()));
}

/**
 * Shows what a button does where the browser does not: under a finger that rests on it, at the keyboard's focus, and under a
 * mouse if it has no title. A press that showed a tooltip does nothing else.
 */
export function showTooltips(): void {
  const tip = document.createElement('div');
  tip.className = 'tooltip';
  tip.popover = 'manual';
  // The words are the button's name or description already.
  tip.ariaHidden = 'true';
  document.body.append(tip);
  let timer = 0;
  let isPressShown = false;

  const hide = () => {
    clearTimeout(timer);
    if (tip.matches(':popover-open')) tip.hidePopover();
  };
  const show = (button: HTMLElement): boolean => {
    const words = wordsOf(button);
    if (words === '' || !button.isConnected) return false;
    tip.textContent = words;
    tip.showPopover();
    const at = button.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = tip;
    const left = Math.min(innerWidth - offsetWidth - GAP, at.left + (at.width - offsetWidth) / 2);
    const above = at.top - offsetHeight - GAP;
    tip.style.left = `${Math.max(GAP, left)}px`;
    tip.style.top = `${above < GAP ? at.bottom + GAP : above}px`;
    return true;
  };
  const buttonAt = ({ target }: Event) => (target instanceof Element ? target.closest('button') : null);
  const later = (button: HTMLElement, action: () => void) => {
    hide();
    timer = window.setTimeout(() => {
      if (button.isConnected) action();
    }, WAIT);
  };

  addEventListener('pointerdown', (event) => {
    const button = buttonAt(event);
    hide();
    isPressShown = false;
    if (button === null || event.pointerType !== 'touch') return;
    later(button, () => {
      isPressShown = show(button);
    });
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    addEventListener(end, () => {
      clearTimeout(timer);
      if (isPressShown) timer = window.setTimeout(hide, STAY);
    });
  }
  addEventListener(
    'click',
    (event) => {
      if (!isPressShown) return;
      isPressShown = false;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  addEventListener('contextmenu', (event) => {
    if (isPressShown) event.preventDefault();
  });
  addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const button = buttonAt(event);
    if (button === null || button.title !== '') hide();
    else later(button, () => show(button));
  });
  addEventListener('focusin', (event) => {
    const button = buttonAt(event);
    hide();
    if (button?.matches(':focus-visible')) later(button, () => show(button));
  });
  addEventListener('focusout', hide);
  addEventListener('keydown', hide);
  addEventListener('scroll', hide, true);
}
