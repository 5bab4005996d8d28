// Cards: a link that is looked at shows a few lines on what it leads to.
// They lie in a script beside that page, `hrana.cards.js` for `hrana.html`, which is read when first asked for.
(() => {
  "use strict";
  const card = document.getElementById("frame__card");
  const page = document.querySelector(".md-content__inner");
  if (!card || !page || !card.showPopover) return;
  const body = document.getElementById("frame__card-body");
  const through = card.querySelector("a");
  const button = card.querySelector("button");
  const switches = document.querySelectorAll(".cards-switch");

  const OPENS = 300; // milliseconds that a pointer rests on a link first
  const CLOSES = 300; // milliseconds for the way from the link into the card
  const GAP = 6; // pixels between the link, the card and the window's edge
  const SUBJECT = /\/(?:(?:actors|articles|figures|issues)\/(?!index\.)[^/]+\.html(?:#|$)|timeline\.html#(?!in--))/;

  // What of a past day is shown on the page, a card would tell of today.
  let isOn = window.__md_get("cards") !== false;
  const isPast = "asOf" in document.documentElement.dataset;

  /** @type {HTMLAnchorElement | null} the link whose card is open */
  let shown = null;
  /** @type {HTMLAnchorElement | null} the link whose card is being read */
  let wanted = null;
  /** @type {HTMLAnchorElement | null} the link whose card was open when a finger came down */
  let tapped = null;
  let timer = 0;
  let isTouch = false;

  // Reading

  window.briefingCards = (cards) => {
    document.currentScript.cards = cards;
  };

  const scripts = new Map();

  const read = (address) => {
    if (!scripts.has(address)) {
      scripts.set(address, new Promise((done) => {
        const script = document.createElement("script");
        script.addEventListener("load", () => done(script.cards || {}));
        script.addEventListener("error", () => {
          scripts.delete(address); // the network may be back for the next look
          done({});
        });
        script.src = address;
        document.head.append(script);
      }));
    }
    return scripts.get(address);
  };

  /** Return the anchor that a link leads to, null where its letters are none. */
  const anchorOf = (link) => {
    try {
      return decodeURIComponent(link.hash.slice(1));
    } catch {
      return null;
    }
  };

  const cardOf = async (link) => {
    const cards = await read(link.href.replace(/\.html(?:[?#].*)?$/, ".cards.js"));
    const anchor = anchorOf(link);
    if (Object.hasOwn(cards, anchor)) return cards[anchor];
    const isHere = link.pathname === location.pathname; // whose own card would tell of the page that is open
    return isHere ? undefined : cards[""];
  };

  // Which links: those to a thing, unless it stands around them already.

  const linkAt = (target) => {
    const link = isOn && !isPast && target instanceof Element && target.closest("a[href]");
    if (!link || !page.contains(link) || !SUBJECT.test(link.href)) return null;
    if (!link.href.startsWith(window.__md_scope.href)) return null;
    const anchor = anchorOf(link);
    if (anchor === null) return null;
    if (link.pathname !== location.pathname) return link;
    const thing = document.getElementById(anchor);
    return thing && !thing.contains(link) ? link : null;
  };

  // Opening and closing

  const later = (delay, action) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  const close = () => {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    if (card.contains(document.activeElement)) shown.focus({ preventScroll: true });
    shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidePopover();
  };

  const place = (link, y) => {
    const whole = link.getBoundingClientRect();
    const lines = [...link.getClientRects()];
    const line = lines.find((each) => each.top <= y && y <= each.bottom) || lines[0] || whole;
    const { clientWidth, clientHeight } = document.documentElement;
    const above = whole.top - 2 * GAP;
    const below = clientHeight - whole.bottom - 2 * GAP;
    card.style.setProperty("max-height", `${Math.max(above, below)}px`);
    const { width, height } = card.getBoundingClientRect();
    const top = height <= below || below >= above ? whole.bottom + GAP : whole.top - GAP - height;
    const left = getComputedStyle(card).direction === "rtl" ? line.right - width : line.left;
    card.style.setProperty("top", `${scrollY + top}px`);
    card.style.setProperty("left", `${scrollX + Math.max(GAP, Math.min(left, clientWidth - GAP - width))}px`);
  };

  /** Show the card of a link, beside the line of it at the height `y`; answer false if it has none. */
  const open = async (link, y) => {
    wanted = link;
    const html = await cardOf(link);
    if (wanted !== link) return true; // the reader looks elsewhere by now
    close();
    if (!html) return false;
    body.innerHTML = html;
    through.href = link.href;
    through.hidden = !isTouch;
    button.textContent = button.dataset.off;
    card.setAttribute("aria-label", link.textContent.trim());
    link.setAttribute("aria-describedby", body.id);
    shown = link;
    card.showPopover();
    place(link, y);
    return true;
  };

  // By pointer: it may rest on the link or on the card.

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (card.contains(event.target) || (link && link === shown)) clearTimeout(timer);
    else if (link) later(OPENS, () => open(link, event.clientY));
  });

  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch") return;
    const left = shown && card.contains(event.target) ? card : linkAt(event.target);
    if (!left || left.contains(event.relatedTarget)) return;
    later(CLOSES, () => {
      if (!shown || !shown.matches(":focus-visible")) close();
    });
  });

  // By keyboard: while the link has the focus.

  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link && link.matches(":focus-visible") && !card.contains(event.relatedTarget)) {
      isTouch = false;
      open(link, 0);
    }
  });

  document.addEventListener("focusout", (event) => {
    if (isTouch) return; // a finger closes by a tap elsewhere
    const isInside = event.target === shown || event.target === wanted || card.contains(event.target);
    if (isInside && event.relatedTarget !== shown && !card.contains(event.relatedTarget)) close();
  });

  document.addEventListener("keydown", (event) => {
    isTouch = false;
    if (event.key === "Escape") close();
  });

  // By touch: the first tap shows the card, the second follows the link.

  document.addEventListener("pointerdown", (event) => {
    isTouch = event.pointerType === "touch";
    tapped = shown || wanted;
    if (shown && !card.contains(event.target) && !shown.contains(event.target)) close();
  });

  document.addEventListener("click", async (event) => {
    const link = isTouch && linkAt(event.target);
    if (!link || link === tapped) return;
    event.preventDefault();
    if (await open(link, event.clientY)) through.focus({ preventScroll: true });
    else location.assign(link.href);
  });

  // What moves the link away from its card closes it.

  addEventListener("resize", close);
  addEventListener("pagehide", close);
  document.addEventListener("scroll", (event) => {
    if (event.target !== document && !card.contains(event.target)) close(); // a box with a bar of its own
  }, true);

  // On and off

  const turn = (on) => {
    isOn = on;
    window.__md_set("cards", on);
    for (const each of switches) each.setAttribute("aria-checked", on);
  };

  for (const each of switches) {
    each.hidden = false;
    each.setAttribute("aria-checked", isOn);
    each.addEventListener("click", () => turn(!isOn));
  }

  button.addEventListener("click", () => {
    turn(!isOn);
    if (isOn) return close();
    body.textContent = button.dataset.told;
    button.textContent = button.dataset.on;
    through.hidden = true;
    place(shown, 0);
  });
})();
