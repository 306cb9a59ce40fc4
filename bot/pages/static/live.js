// Shows what has changed meanwhile; without it, reload the page. Nobody who is typing is disturbed,
// and nothing that is under way.
(() => {
  let underWay = 0;
  let isOld = false;
  const isTyping = () => document.querySelector("section.form") !== null
    || [...document.querySelectorAll("input[type=text], input:not([type])")].some((one) => one.value);
  const refresh = () => {
    isOld = underWay > 0 || isTyping();
    if (!isOld) {
      htmx.ajax("GET", location.pathname + location.search, {target: "body", swap: "innerHTML show:none"});
    }
  };
  new EventSource("/news").onmessage = refresh;
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.boosted && underWay > 0) {
      htmx.trigger(document.body, "htmx:abort"); // a look at what was before must not come last
    }
    underWay += 1;
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const {boosted, target} = event.detail;
    if (!boosted && target === document.body && isTyping()) {
      event.detail.shouldSwap = false; // somebody has begun to type since this was asked for
      isOld = true;
    }
  });
  document.addEventListener("htmx:afterRequest", () => { underWay -= 1; });
  document.addEventListener("htmx:afterSettle", (event) => {
    const form = document.querySelector("section.form");
    const last = document.getElementById("told") || document.getElementById("latest");
    if (form !== null) {
      (form.querySelector("[aria-invalid]") || form.querySelector("input, textarea, select")).focus();
    } else if (event.detail.boosted && last !== null) {
      last.scrollIntoView({block: "center"});
    }
    if (isOld && event.detail.boosted) {
      isOld = false; // it has just been drawn anew
    }
  });
})();
