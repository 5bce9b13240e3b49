/** Fills the screen, or leaves it again. Whether it may is the page's to say that embeds the player. */
export function fill(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => {});
}
