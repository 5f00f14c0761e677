// Fills the page with what the API tells. Everything becomes text of a node, never markup: keys are hostile.
"use strict";

(() => {
  const WINDOW_SECONDS = 300;
  const SHOWN_FILES = 12;
  const LEFT_TO_DO = ["failed", "differs", "missing", "extra", "unprovable", "undecided"];
  const rates = new Map();
  const byId = id => document.getElementById(id);
  const cards = [...document.querySelectorAll("[data-job]")];
  const article = document.querySelector("article[data-job]");

  function put(parent, field, text) {
    const node = parent.querySelector(`[data-field="${field}"]`);
    if (node && node.textContent !== text) {
      node.textContent = text;
    }
    return node;
  }

  function make(tag, text, className) {
    const node = document.createElement(tag);
    node.textContent = text;
    if (className) {
      node.className = className;
    }
    return node;
  }

  function problem(text) {
    const banner = byId("problem");
    banner.textContent = text;
    banner.hidden = !text;
  }

  // --- one run, on a card or on its own page ---

  const isLive = run => run.state === "running" || run.state === "draining"
    || run.state === "pausing" || run.state === "cancelling";
  const isAtRest = run => run.state === "scheduled" || run.state === "paused" || run.state === "waiting";
  const shownState = run => (run.state === "running" && run.progress.paused ? "held" : run.state);

  function counts(run) {
    const parts = Object.entries(run.progress.outcomes).map(([what, count]) => `${format.number(count.objects)} ${what}`);
    if (run.bytes > 0) {
      parts.push(format.bytes(run.bytes));
    }
    if (run.progress.phase === "plan" && isLive(run)) {
      return "Counting what it would do · " + format.number(run.progress.listed) + " listed";
    }
    const plan = run.progress.plan;
    if (run.state === "waiting" && plan) {
      return "Would copy " + format.number(plan.objects) + " · " + format.bytes(plan.bytes)
        + (plan.deletes > 0 ? " · would delete " + format.number(plan.deletes) : "");
    }
    if (parts.length === 0) {
      if (run.state === "scheduled") {
        return "Not begun yet";
      }
      return run.progress.listed > 0 ? format.number(run.progress.listed) + " listed" : (isLive(run) ? "Listing" : "No objects");
    }
    return parts.join(" · ");
  }

  function pace(run) {
    if (run.state === "waiting") {
      return "";
    }
    if (run.state === "scheduled") {
      return run.ahead === 0 ? "next in turn" : format.number(run.ahead) + (run.ahead === 1 ? " run goes" : " runs go") + " before it";
    }
    if (!isLive(run)) {
      return "took " + format.duration(run.millis);
    }
    const parts = [];
    if (run.progress.objectsPerSecond > 0) {
      parts.push(format.rate(run.progress.objectsPerSecond) + " objects/s");
    }
    const live = run.progress.live;
    if (live) {
      parts.push(live.backlog === null ? "backlog unknown" : format.number(live.backlog) + (live.backlog === 1 ? " message waits" : " messages wait"));
      if (live.lagMillis !== null) {
        parts.push("lag " + format.duration(live.lagMillis));
      }
    }
    if (run.progress.secondsLeft !== null) {
      parts.push("about " + format.duration(run.progress.secondsLeft * 1000) + " left");
    }
    return parts.join(" · ");
  }

  function note(run) {
    if (run.state === "running" && run.progress.paused) {
      return "Held: every object meets the same fault. The run tries one from time to time, and goes on by itself once"
        + " the fault is mended. Its log names the fault.";
    }
    if (run.state === "paused" && !run.message) {
      return run.until ? "Paused until " + format.time(run.until) + "." : "Paused until somebody resumes it.";
    }
    const live = run.progress.live;
    return run.message || (live && isLive(run) ? live.trouble : "");
  }

  function showRun(card, run) {
    const state = shownState(run);
    card.dataset.state = state;
    put(card, "state", format.state(state));
    put(card, "counts", counts(run));
    put(card, "pace", pace(run));
    const text = note(run);
    put(card, "note", text).hidden = !text;
    const bar = card.querySelector('[data-field="bar"]');
    const percent = run.progress.percent;
    const unsure = isLive(run) && percent === null;
    // what was there before the page was opened did not happen now
    bar.classList.toggle("moving", card.dataset.run === String(run.id) && "shown" in card.dataset);
    card.dataset.shown = "";
    bar.classList.toggle("unsure", unsure);
    bar.firstElementChild.style.width = unsure ? "" : (percent === null ? 0 : percent) + "%";
    if (unsure) {
      bar.removeAttribute("aria-valuenow");
    } else {
      bar.setAttribute("aria-valuenow", percent === null ? 0 : percent);
    }
    const newest = card !== article || "newest" in article.dataset;
    const start = card.querySelector('[data-act="start"]');
    start.hidden = isLive(run) || !newest || run.state === "interrupted" || isAtRest(run);
    card.querySelector('[data-act="resume"]').hidden = !run.resumable || !newest;
    card.querySelector('[data-act="confirm"]').hidden = run.state !== "waiting" || !newest;
    const follows = run.kind === "replicate" && newest;
    card.querySelector('[data-act="cut-over"]').hidden = !follows || run.state !== "running";
    card.querySelector('[data-act="follow"]').hidden = !follows || run.state !== "draining";
    card.querySelector('[data-act="priority"]').hidden = run.state !== "scheduled" || run.ahead === 0 || !newest;
    card.querySelector('[data-act="pause"]').hidden = (run.state !== "running" && run.state !== "scheduled") || !newest || run.kind === "replicate"
      || card.dataset.job.includes(".");
    const cancel = card.querySelector('[data-act="cancel"]');
    cancel.hidden = !isLive(run) && !isAtRest(run);
    cancel.disabled = run.state === "cancelling";
    card.dataset.run = run.id;
  }

  function when(job) {
    const parts = [];
    if (job.run && job.run.ended) {
      parts.push("ended " + format.time(job.run.ended));
    }
    if (job.next) {
      parts.push("next " + format.time(job.next));
    }
    return parts.join(" · ");
  }

  // --- all jobs ---

  function showAll(jobs) {
    for (const job of jobs) {
      const card = cards.find(one => one.dataset.job === job.name);
      remember(job.name, job.run || { id: 0, objects: 0, state: "never" });
      if (!card) {
        continue;
      }
      if (card === article) {
        showArticle(job);
      } else {
        if (job.run) {
          showRun(card, job.run);
        }
        put(card, "when", when(job));
      }
    }
    if (byId("verdict")) {
      showTotals(jobs.map(job => job.run).filter(run => run));
    }
  }

  // --- own routes: they are asked for less often than jobs are told ---

  const ROUTES_MILLIS = 3000;
  let routesAsked = 0;

  async function showRoutes() {
    const rows = byId("routes-rows");
    if (!rows || Date.now() - routesAsked < ROUTES_MILLIS) {
      return;
    }
    routesAsked = Date.now();
    const routes = await get("/api/routes");
    if (!routes) {
      return;
    }
    rows.replaceChildren(...routes.map(route => {
      const row = document.createElement("tr");
      const head = make("th", route.id + " ");
      head.scope = "row";
      head.append(make("span", route.file, "aside"));
      row.append(head, make("td", route.state), make("td", format.number(route.inFlight), "num"),
        make("td", format.number(route.done), "num"), make("td", format.number(route.failed), "num"), make("td", route.trouble));
      return row;
    }));
  }

  function showTotals(runs) {
    const live = runs.filter(isLive);
    const sum = what => live.reduce((total, run) => total + what(run), 0);
    byId("total-objects").textContent = format.rate(sum(run => run.progress.objectsPerSecond));
    byId("total-bytes").textContent = format.bytes(sum(run => run.progress.bytesPerSecond));
    byId("total-flight").textContent = format.number(sum(run => run.progress.atWork));
    byId("total-running").textContent = format.number(live.length);
    const many = (number, what) => number + (number === 1 ? " job " + what : " jobs " + what);
    const failed = runs.filter(run => run.state === "failed").length;
    const look = runs.filter(run => ["warnings", "held", "waiting"].includes(shownState(run))).length;
    const verdict = byId("verdict");
    verdict.dataset.tone = failed ? "bad" : look ? "warn" : "good";
    const parts = [];
    if (failed) {
      parts.push(many(failed, "failed"));
    }
    if (look) {
      parts.push(many(look, look === 1 ? "needs a look" : "need a look"));
    }
    const text = parts.length ? parts.join(", ") : "All is well";
    if (verdict.textContent !== text) {
      verdict.textContent = text;
    }
  }

  // --- the page of one job ---

  // what came to an end since the event before: a short run lies between two of them
  function remember(job, run) {
    const known = rates.get(job) || [];
    const before = known[known.length - 1];
    const now = Date.now();
    const seconds = before ? (now - before.at) / 1000 : 0;
    const since = before && before.run === run.id ? before.objects : 0;
    const ended = before && before.run === run.id && before.ended;
    known.push({
      at: now, run: run.id, objects: run.objects, ended: !isLive(run),
      rate: seconds > 0 && !ended ? Math.max(0, run.objects - since) / seconds : 0
    });
    while (known.length && now - known[0].at > WINDOW_SECONDS * 1000) {
      known.shift();
    }
    rates.set(job, known);
  }

  function drawChart(job) {
    const points = rates.get(job) || [];
    const top = Math.max(1, ...points.map(point => point.rate)) * 1.15;
    const now = Date.now();
    const place = point => {
      const x = 600 - ((now - point.at) / 1000) * (600 / WINDOW_SECONDS);
      return `${x.toFixed(1)},${(140 - (point.rate / top) * 140).toFixed(1)}`;
    };
    const chart = byId("chart");
    const most = Math.max(0, ...points.map(point => point.rate));
    byId("chart-none").hidden = most > 0;
    byId("chart-top").textContent = most > 0 ? ", at most " + format.rate(most) : "";
    const line = points.map(place);
    chart.querySelector(".curve").setAttribute("d", line.length > 1 ? "M" + line.join("L") : "");
    chart.querySelector(".area").setAttribute("d", line.length > 1
      ? `M${line[0].split(",")[0]},140L${line.join("L")}L${line[line.length - 1].split(",")[0]},140Z` : "");
  }

  let seenFailures = -1;
  let seenRun = null;

  function showArticle(job) {
    const isNewest = "newest" in article.dataset;
    const run = isNewest ? job.run : null;
    if (run) {
      showDetails(run);
      drawChart(job.name);
      const change = run.id + run.state + run.attempts;
      if (change !== seenRun) {
        seenRun = change;
        loadRuns(job.name);
      }
    }
  }

  function showDetails(run) {
    showRun(article, run);
    const progress = run.progress;
    for (const tile of article.querySelectorAll("[data-count]")) {
      const what = tile.dataset.count;
      // an attempt that goes on lists only what is left
      const count = what === "listed" ? Math.max(progress.listed, run.objects) : (progress.outcomes[what] || { objects: 0 }).objects;
      tile.textContent = format.number(count);
      tile.parentElement.toggleAttribute("data-zero", count === 0);
    }
    put(article, "objects-rate", format.rate(progress.objectsPerSecond));
    put(article, "bytes-rate", format.bytes(progress.bytesPerSecond));
    put(article, "flight", format.number(progress.atWork));
    put(article, "requests", format.number(progress.requests));
    put(article, "retries", format.number(progress.retries));
    put(article, "throttles", format.number(progress.throttles));
    showLive(progress.live);
    load.show(run);
    showLimits(run);
    showPlan(progress.plan);
    put(article, "run-id", "run " + run.id + ", begun " + format.time(run.started));
    put(article, "cause", { operator: "an operator", schedule: "the schedule", start: "the start of the process",
      replication: "its replication", retry: "an operator, to try again what run " + run.retryOf + " left" }[run.cause]);
    put(article, "attempts", format.number(run.attempts));
    const left = LEFT_TO_DO.reduce((sum, what) => sum + (progress.outcomes[what] || { objects: 0 }).objects, 0);
    const mark = run.id + ":" + left + ":" + run.state;
    if (mark !== seenFailures) {
      if (!String(seenFailures).startsWith(run.id + ":")) {
        only = null;
        starts = [0];
      }
      seenFailures = mark;
      total = left;
      // whoever reads a later page is left there
      if (starts.length === 1) {
        loadFailures(run, [0]);
      }
    }
    showCauses(run, left);
  }

  function showLimits(run) {
    byId("limits").hidden = run.state !== "running" || ["replicate", "cleanup"].includes(run.kind)
      || !("newest" in article.dataset);
    const parts = [];
    if (run.limits.maxPending !== null) {
      parts.push("at most " + format.number(run.limits.maxPending) + " at once");
    }
    if (run.limits.requestsPerSecond !== null) {
      parts.push(run.limits.requestsPerSecond ? format.number(run.limits.requestsPerSecond) + " requests/s" : "requests without limit");
    }
    if (run.limits.bytesPerSecond !== null) {
      parts.push(run.limits.bytesPerSecond ? format.bytes(run.limits.bytesPerSecond) + "/s" : "bytes without limit");
    }
    const text = parts.length ? "Changed: " + parts.join(", ") : "As the job says";
    if (byId("limits-now").textContent !== text) {
      byId("limits-now").textContent = text;
    }
  }

  function showPlan(plan) {
    const section = byId("plan");
    section.hidden = !plan;
    if (!plan) {
      return;
    }
    put(section, "plan-objects", format.number(plan.objects) + " · " + format.bytes(plan.bytes));
    put(section, "plan-deletes", format.number(plan.deletes));
    const list = counted => Object.entries(counted).map(([what, count]) => `${format.number(count)} ${what}`).join(", ") || "none";
    put(section, "plan-requests", list(plan.requests));
    put(section, "plan-retrieved", Object.entries(plan.retrievedBytes)
      .map(([storageClass, bytes]) => format.bytes(bytes) + " " + storageClass).join(", ") || "none");
    put(section, "plan-early", list(plan.endedEarly));
  }

  function showLive(live) {
    const section = byId("live");
    section.hidden = !live;
    if (!live) {
      return;
    }
    const known = (value, as) => (value === null ? "–" : as(value));
    put(section, "phase", live.held ? "held" : live.phase);
    put(section, "backlog", known(live.backlog, format.number));
    put(section, "lag", known(live.lagMillis, format.duration));
    put(section, "pick-up", known(live.pickUpMillis, format.duration));
    put(section, "last-event", known(live.lastEvent, format.time));
    put(section, "dead", format.number(live.deadLettered));
    put(section, "backfilled", live.backfilled ? "copied" : "not yet copied");
    put(section, "reconciled", known(live.reconciled, format.time));
    put(section, "missed", format.number(live.missed));
    put(section, "until", known(live.until, format.time));
    put(section, "notification", live.notification || "").hidden = !live.notification;
    put(section, "hook", live.hook || "").hidden = !live.hook;
  }

  // a check copies nothing, and a replication sees to its failures itself
  const isRetried = (run, what) => !isLive(run) && run.ended && (run.kind === "copy" || run.kind === "sync")
    && (what === "failed" || what === "missing" || what === "differs");

  function onlyButton(run, group) {
    const button = make("button", "Show only these");
    button.type = "button";
    button.dataset.group = "show " + group.what + " " + group.code;
    button.append(make("span", " " + format.outcome(group.what) + " " + group.code, "sr"));
    button.setAttribute("aria-pressed", String(only !== null && only.what === group.what && only.code === group.code));
    button.addEventListener("click", () => {
      const isShown = button.getAttribute("aria-pressed") === "true";
      only = isShown ? null : group;
      for (const other of byId("causes").querySelectorAll("[aria-pressed]")) {
        other.setAttribute("aria-pressed", String(other === button && !isShown));
      }
      loadFailures(run, [0]);
    });
    return button;
  }

  function retryButton(run, group) {
    const button = make("button", "Retry these");
    button.type = "button";
    button.dataset.group = "retry " + group.what + " " + group.code;
    button.dataset.act = "retry";
    button.append(make("span", " " + format.outcome(group.what) + " " + group.code, "sr"));
    button.dataset.query = group.code ? "?code=" + encodeURIComponent(group.code) : "";
    button.dataset.of = run.id;
    button.addEventListener("click", () => act(button));
    return button;
  }

  function showCauses(run, left) {
    const outcomes = run.progress.outcomes;
    byId("retry-all").hidden = !LEFT_TO_DO.some(what => outcomes[what] && outcomes[what].objects > 0 && isRetried(run, what));
    byId("failures-none").hidden = left > 0;
    byId("failures-sum").textContent = left > 0 ? format.number(left) + (left === 1 ? " object" : " objects") : "";
    const groups = [];
    for (const what of LEFT_TO_DO) {
      const count = outcomes[what];
      if (!count) {
        continue;
      }
      let rest = count.objects;
      for (const [code, objects] of Object.entries(count.codes)) {
        groups.push({ what, code, objects });
        rest -= objects;
      }
      if (rest > 0) {
        groups.push({ what, code: "", objects: rest });
      }
    }
    groups.sort((one, other) => other.objects - one.objects);
    // only what changed is drawn again: whoever is on a button of it with the keyboard would lose the place each second
    const drawn = JSON.stringify([run.id, run.ended, groups]);
    const list = byId("causes");
    if (list.dataset.drawn === drawn) {
      return;
    }
    list.dataset.drawn = drawn;
    list.hidden = groups.length === 0;
    const held = list.contains(document.activeElement) ? document.activeElement.dataset.group : null;
    list.replaceChildren(...groups.map(group => {
      const item = document.createElement("li");
      item.append(
        make("span", format.number(group.objects), "many"),
        make("strong", format.outcome(group.what) + (group.code ? ": " + group.code : "")),
        make("span", format.fix(group.what, group.code), "fix"));
      const acts = make("span", "", "acts");
      if (group.code && groups.length > 1) {
        acts.append(onlyButton(run, group));
      }
      if (group.code && isRetried(run, group.what)) {
        acts.append(retryButton(run, group));
      }
      if (acts.children.length) {
        item.append(acts);
      }
      return item;
    }));
    if (held) {
      const again = [...list.querySelectorAll("button")].find(button => button.dataset.group === held);
      if (again) {
        again.focus();
      }
    }
  }

  // one page of rows is drawn, however many there are. starts: after which line each page up to the shown one begins
  const ROWS = 100;
  let starts = [0];
  let only = null;
  let total = 0;
  // answers come in any order: only that to the newest question is shown. The first page changes each second, and is asked
  // for again once the answer is there
  let asked = 0;
  let loading = false;
  let again = null;

  async function loadFailures(run, wanted) {
    starts = wanted;
    if (wanted.length > 1) {
      await loadPage(run);
      return;
    }
    again = run;
    if (loading) {
      return;
    }
    loading = true;
    try {
      while (again) {
        const next = again;
        again = null;
        await loadPage(next);
      }
    } finally {
      loading = false;
    }
  }

  function showPager(run, shown, next) {
    const first = (starts.length - 1) * ROWS + 1;
    byId("failures-pager").hidden = starts.length === 1 && next === null;
    byId("failures-where").textContent = shown === 0 ? "" : `${format.number(first)}–${format.number(first + shown - 1)} of `
      + format.number(Math.max(only ? only.objects : total, first + shown - 1));
    const before = byId("failures-before");
    const more = byId("failures-more");
    // not taken away and not disabled: the keyboard would lose its place
    before.setAttribute("aria-disabled", String(starts.length === 1));
    more.setAttribute("aria-disabled", String(next === null));
    before.onclick = () => starts.length > 1 && loadFailures(run, starts.slice(0, -1));
    more.onclick = () => next !== null && loadFailures(run, [...starts, next]);
  }

  async function loadPage(run) {
    const question = ++asked;
    const page = starts;
    const after = page[page.length - 1];
    const cause = only ? "&" + new URLSearchParams({ outcome: only.what, code: only.code }) : "";
    const answer = await get(`/api/runs/${run.id}/failures?limit=${ROWS}&after=${after}${cause}`);
    const files = after === 0 ? await get(`/api/runs/${run.id}/report`) : null;
    if (question !== asked || !answer) {
      return;
    }
    const rows = byId("failures-rows");
    rows.replaceChildren(...answer.failures.map(failure => {
      const row = document.createElement("tr");
      const why = [failure.code, failure.status, failure.message].filter(part => part).join(" · ");
      row.append(make("td", format.outcome(failure.outcome)), make("td", failure.key, "key"), make("td", why || "–"));
      return row;
    }));
    byId("failures-scroll").hidden = rows.children.length === 0;
    if (page.length > 1) {
      byId("failures-scroll").scrollTop = 0;
    }
    showPager(run, answer.failures.length, answer.next);
    if (files) {
      // the lines above are in results; of the rest, what has something in it
      const shown = files.filter(file => file.bytes > 0 && !file.name.startsWith("results/"));
      const links = byId("report-links");
      links.replaceChildren(make("span", "Report:"), ...shown.slice(0, SHOWN_FILES).map(file => {
        const link = make("a", `${file.name} (${format.bytes(file.bytes)})`);
        link.href = file.href;
        return link;
      }));
      if (shown.length > SHOWN_FILES) {
        links.append(make("span", `and ${shown.length - SHOWN_FILES} more: /api/runs/${run.id}/report`));
      }
      byId("failures-acts").hidden = files.length === 0;
    }
  }

  async function loadRuns(job) {
    const page = await get(`/api/jobs/${encodeURIComponent(job)}/runs?limit=20`);
    if (!page) {
      return;
    }
    byId("runs-scroll").hidden = page.runs.length === 0;
    if (byId("runs-none")) {
      byId("runs-none").hidden = page.runs.length > 0;
    }
    byId("runs").replaceChildren(...page.runs.map(run => {
      const row = document.createElement("tr");
      row.dataset.state = run.state;
      const link = make("a", "run " + run.id);
      link.href = "/runs/" + run.id;
      const first = document.createElement("td");
      first.append(link);
      const state = document.createElement("td");
      state.append(make("span", format.state(run.state), "pill"));
      row.append(first, state, make("td", format.time(run.started)), make("td", isLive(run) ? "" : format.duration(run.millis), "num"),
        make("td", format.number(run.objects), "num"), make("td", format.bytes(run.bytes), "num"));
      return row;
    }));
  }

  // --- the API ---

  // told apart from a page that is opened, so that a session that ended is no redirect to a stranger's host
  const HEADERS = { Accept: "application/json", "X-Requested-With": "JavaScript" };

  // 401 and, of an OpenID provider, 499: whoever looks must sign in again, which a page can and a script cannot
  function signIn(answer) {
    if (answer.status === 401 || answer.status === 499) {
      location.reload();
    }
  }

  async function get(path) {
    try {
      const answer = await fetch(path, { headers: HEADERS });
      signIn(answer);
      return answer.ok ? await answer.json() : null;
    } catch (gone) {
      return null;
    }
  }

  if (byId("limits")) {
    byId("limits").addEventListener("submit", event => {
      event.preventDefault();
      const form = event.target;
      const said = [...new FormData(form)].filter(([name, value]) => value.trim());
      const button = form.querySelector("button");
      button.dataset.act = "limits";
      button.dataset.query = "?" + new URLSearchParams(said.map(([name, value]) => [name, value.trim()]));
      act(button).then(done => done && form.reset());
    });
  }

  // whether the service took it
  async function act(button) {
    const card = button.closest("[data-job]");
    const path = button.dataset.act === "start"
      ? `/api/jobs/${encodeURIComponent(card.dataset.job)}/runs`
      : `/api/runs/${button.dataset.of || card.dataset.run}/${button.dataset.act}${button.dataset.query || ""}`;
    button.disabled = true;
    try {
      const answer = await fetch(path, { method: "POST", headers: HEADERS });
      signIn(answer);
      const body = await answer.json();
      problem(answer.ok ? "" : body.detail);
      if (answer.ok) {
        (card === article ? showDetails : run => showRun(card, run))(body);
      }
      return answer.ok;
    } catch (gone) {
      problem("The service did not answer. Nothing was changed, as far as is known.");
      return false;
    } finally {
      button.disabled = false;
      if (button.hidden) {
        // whoever works with the keyboard shall not lose the place
        const next = card.querySelector(".acts button:not([hidden])");
        if (next) {
          next.focus();
        }
      }
    }
  }

  for (const button of document.querySelectorAll("[data-act]")) {
    button.addEventListener("click", () => act(button));
  }

  // --- the history of a key ---

  async function showHistory(key) {
    const found = await get(`/api/jobs/${encodeURIComponent(article.dataset.job)}/history?key=${encodeURIComponent(key)}`);
    if (!found) {
      return;
    }
    byId("history-rows").replaceChildren(...found.entries.map(entry => {
      const row = document.createElement("tr");
      const run = document.createElement("td");
      const anchor = make("a", entry.job + ", run " + entry.run);
      anchor.href = "/runs/" + entry.run;
      run.append(anchor);
      row.append(run, make("td", format.time(entry.started)), make("td", format.outcome(entry.row.outcome)),
        make("td", [entry.row.code, entry.row.message].filter(text => text).join(": ")));
      return row;
    }));
    byId("history-table").hidden = found.entries.length === 0;
    const note = byId("history-note");
    note.hidden = false;
    note.textContent = (found.entries.length ? "" : "No report names it. ") + format.number(found.searched)
      + (found.searched === 1 ? " run was looked at." : " runs were looked at.")
      + (found.whole ? "" : " Their reports name only what needs a look: a run that is not here may have copied it. The job's"
      + " option report-scope=all lets them name each object.");
  }

  const historyForm = document.getElementById("history-form");
  if (historyForm) {
    historyForm.addEventListener("submit", event => {
      event.preventDefault();
      showHistory(historyForm.elements.key.value);
    });
  }

  function link(state, text) {
    byId("link").dataset.link = state;
    byId("link-text").textContent = text;
  }

  let heard = Date.now();

  // said once, and not each time that the browser tries
  function stale() {
    if (byId("stale").hidden) {
      byId("stale").textContent = "The service does not answer. What is shown here is old: it is from "
        + format.clock(heard) + ". The page tries again by itself.";
      byId("stale").hidden = false;
      document.body.dataset.stale = "";
      if (byId("verdict")) {
        byId("verdict").dataset.tone = "bad";
        byId("verdict").textContent = "Nobody knows how they stand";
      }
    }
  }

  // a browser opens six connections to a host: a tab that nobody looks at holds none
  let events = null;

  function follow() {
    if (document.hidden) {
      if (events) {
        events.close();
        events = null;
        link("lost", "Not followed while it is hidden");
      }
    } else if (!events) {
      events = new EventSource("/api/events");
      events.onopen = () => link("on", "Live");
      events.onerror = () => {
        link("lost", "No connection");
        stale();
        get("/api/me");
      };
      events.onmessage = event => {
        link("on", "Live");
        heard = Date.now();
        byId("stale").hidden = true;
        document.body.removeAttribute("data-stale");
        showAll(JSON.parse(event.data));
        showRoutes();
      };
    }
  }

  document.addEventListener("visibilitychange", follow);
  follow();

  if (article && article.dataset.run && !("newest" in article.dataset)) {
    get("/api/runs/" + article.dataset.run).then(run => {
      if (run) {
        showDetails(run);
      }
    });
    loadRuns(article.dataset.job);
  }
})();
