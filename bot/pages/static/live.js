// Shows what has changed meanwhile; without it, reload the page. Nobody who is typing is disturbed,
// and nothing that is under way.
(() => {
  let underWay = 0;
  let isOld = false;
  let acts = 0; // what was done here, and how much of it when the page was last asked for anew
  let asked = 0;
  let news = null;
  const isRoom = () => document.querySelector(".columns") !== null;
  const isTyping = () => document.querySelector("section.form, details[open], .you :focus") !== null
    || [...document.querySelectorAll("input[type=text], input:not([type])")].some((one) => one.value);
  const refresh = () => {
    isOld = underWay > 0 || isTyping();
    if (!isOld && isRoom()) {
      asked = acts;
      htmx.ajax("GET", location.pathname + location.search, {target: "body", swap: "innerHTML show:none"});
    }
  };
  const refreshIfOld = () => { if (isOld) { refresh(); } };

  // A browser keeps six connections to a host: pages that nobody looks at give theirs up.
  const listen = () => {
    if (document.hidden) {
      if (news !== null) { news.close(); }
      news = null;
    } else if (news === null) {
      news = new EventSource("/news");
      news.onmessage = refresh;
    }
  };
  document.addEventListener("visibilitychange", () => { listen(); if (!document.hidden) { refresh(); } });
  listen();

  // An arrow key in a closed list chooses at once in some browsers: then the button decides.
  let byKey = false;
  document.addEventListener("keydown", () => { byKey = true; });
  document.addEventListener("pointerdown", () => { byKey = false; });
  document.addEventListener("change", (event) => {
    if (event.target.matches(".you select") && !byKey) { event.target.form.requestSubmit(); }
  });
  document.addEventListener("input", () => setTimeout(refreshIfOld, 0));
  document.addEventListener("toggle", refreshIfOld, true);
  document.addEventListener("focusout", () => setTimeout(refreshIfOld, 0));

  let focused = "";
  let stood = 0;
  const markOf = (one) => one.id ? `#${CSS.escape(one.id)}`
    : one.name && one.value ? `[name="${CSS.escape(one.name)}"][value="${CSS.escape(one.value)}"]` : "";
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.boosted) { acts += 1; }
    underWay += 1;
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const {boosted, target} = event.detail;
    if (!boosted && target === document.body && (isTyping() || acts !== asked)) {
      event.detail.shouldSwap = false; // somebody has begun to type, or has done something, since
      isOld = true;
    } else if (target === document.body) {
      focused = markOf(document.activeElement);
      stood = window.scrollY;
      document.activeElement.blur(); // htmx would give the focus back, and scroll to it
    }
  });
  document.addEventListener("htmx:afterRequest", () => { underWay -= 1; });
  const settled = (isBoosted) => {
    const form = document.querySelector("section.form");
    const tour = document.querySelector(".tour");
    const last = tour || document.getElementById("told") || document.getElementById("latest");
    if (form !== null && isBoosted) {
      (form.querySelector("[aria-invalid]") || form.querySelector("input:not([type=hidden]), textarea, select")).focus();
    } else if (isBoosted && isRoom() && last !== null) {
      last.scrollIntoView({block: tour ? "end" : "center"});
    } else if (isBoosted && !isRoom()) {
      window.scrollTo(0, 0);
    }
    if (!isBoosted) {
      window.scrollTo(0, stood);
    }
    if (focused && form === null) {
      document.querySelector(focused)?.focus({preventScroll: true});
    }
  };
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target !== document.body) { return; }
    setTimeout(() => settled(event.detail.boosted), 0);
    if (isOld && event.detail.boosted) {
      isOld = false; // it has just been drawn anew
    }
  });
})();
