"use strict";
// The line where one types: what can be said is offered while it is being typed, arrow keys choose, Enter takes or sends, Escape closes.
const composer = (() => {
  const line = () => document.getElementById("line");
  const list = () => document.getElementById("hints");
  const options = () => [...list().children];
  const shown = () => options().filter(option => !option.hidden);
  const chosen = () => options().find(option => option.getAttribute("aria-selected") === "true");

  function show(offered) {
    options().forEach(option => { option.hidden = !offered.includes(option); });
    choose(null);
    list().hidden = offered.length === 0;
  }

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    line()?.removeAttribute("aria-activedescendant");
    if (!option)
      return;
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    line().setAttribute("aria-activedescendant", option.id);
  }

  /** The commands that a text may become; once a name is typed, only that one. */
  function matching(text) {
    const isDirect = document.body.dataset.in === "dm";
    const said = text.match(/^\s*(?:\/|@asyncbot[\s,:]*)([\s\S]*)$/i)?.[1] ?? (isDirect && text.trim() !== "" ? text.trimStart() : null);
    if (said === null)
      return [];
    const words = said.toLowerCase().replace(/\s+/g, " ");
    const bare = words.replace(/^async /, "");
    const begun = options().filter(({ dataset: { name } }) => name.startsWith(words) || (bare && name.startsWith(bare)));
    if (begun.length > 0)
      return begun;
    const named = options().filter(({ dataset: { name } }) => words.startsWith(name + " ") || bare.startsWith(name + " "));
    return named.length > 0 ? named.slice(0, 1) : options().filter(({ dataset }) => "default" in dataset && bare.startsWith(dataset.noun + " "));
  }

  function typed() {
    const input = line();
    input.style.height = "";
    input.style.height = Math.min(input.scrollHeight + 2, 200) + "px";
    show(matching(input.value));
  }

  function fill(text) {
    line().value = text;
    line().focus();
    typed();
  }

  /** What a key asks of the page: "send", "leave" where Escape found nothing to close, or nothing. */
  function press(event) {
    const offered = shown();
    const at = offered.indexOf(chosen());
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (at < 0)
        return "send";
      fill(offered[at].dataset.fill);
    } else if (event.key === "Escape") {
      if (offered.length === 0)
        return "leave";
      show([]);
    } else if (offered.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(offered[at < 0 && step < 0 ? offered.length - 1 : (at + step + offered.length) % offered.length]);
    }
    return null;
  }

  document.addEventListener("input", event => { if (event.target === line()) typed(); });
  document.addEventListener("focusout", event => { if (event.target === line() && event.relatedTarget?.id !== "peek") show([]); });
  document.addEventListener("mousedown", event => {
    const option = event.target.closest("#hints > li");
    if (!option)
      return;
    event.preventDefault();
    fill(option.dataset.fill);
  });

  return {
    line, fill, typed, press,
    close: () => show([]),
    peek: () => { const all = list().hidden ? options() : []; line().focus(); show(all); },
  };
})();
