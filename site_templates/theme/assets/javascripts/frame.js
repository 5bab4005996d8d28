// The drawer by keyboard: Material opens it with a label, which only a pointer can press; a button takes its place.
(() => {
  "use strict";
  const drawer = document.getElementById("__drawer");
  const button = document.querySelector(".drawer-button");
  if (!drawer || !button) return;
  const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
  drawer.addEventListener("change", tell);
  button.addEventListener("click", () => drawer.click());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
  tell();
  document.querySelector(".md-header label[for='__drawer']").hidden = true;
  button.hidden = false;
})();
