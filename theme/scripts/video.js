// Puts the player of a film in the place of its poster when somebody presses it, not before.

for (const poster of document.querySelectorAll("[data-player]")) {
  poster.addEventListener("click", (press) => {
    // Who wants another tab or window gets the link.
    if (press.ctrlKey || press.metaKey || press.shiftKey || press.altKey) return;
    press.preventDefault();
    const player = document.createElement("iframe");
    player.className = "film__frame";
    player.title = poster.dataset.title;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    // YouTube plays only where it is told which site asks.
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.src = poster.dataset.player;
    poster.replaceWith(player);
    player.focus();
  });
}
