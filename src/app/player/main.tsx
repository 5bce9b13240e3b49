import { render } from 'preact';
import { listenToKeys } from './keys.ts';
import { Player } from './player.tsx';
import './player.css';
import { createPlayerState } from './show.ts';
import { asked } from './source.ts';

const show = createPlayerState();
const load = () => void show.load(asked(location));
addEventListener('hashchange', load);
load();
listenToKeys(show);

const root = document.getElementById('player');
if (root) {
  root.replaceChildren();
  render(<Player show={show} />, root);
}
