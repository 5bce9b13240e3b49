import { render } from 'preact';
import { listenToKeys } from './keys.ts';
import { Player } from './player.tsx';
import './player.css';
import './controls.css';
import './options.css';
import { createPlayerState } from './player-state.ts';
import { requestedSource } from './source.ts';

const player = createPlayerState();
const load = () => void player.load(requestedSource(location));
addEventListener('hashchange', load);
load();
listenToKeys(player);

const root = document.getElementById('player');
if (root) {
  root.replaceChildren();
  render(<Player player={player} />, root);
}
