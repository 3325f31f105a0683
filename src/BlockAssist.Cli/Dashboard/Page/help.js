// How much the assistant helps, and whether that gets better.
import { curves } from "./charts.js";
import { count, empty, faults, h, number, percent, when } from "./dom.js";

function trend(page) {
  const { last, before } = page;
  if (!before || last.share === null || before.share === null) {
    return "There are too few sessions to say whether it gets better.";
  }
  const points = Math.round(100 * last.share) - Math.round(100 * before.share);
  const way = points === 0 ? "As much as" : points > 0 ? `${number(points)} points more than` : `${number(-points)} points less than`;
  return `${way} in the ${count(before.sessions, "session")} before, where it was ${percent(before.share)}.`;
}

/** The assistant's worth, session by session. */
export function help(page) {
  const title = h("p", { class: "kicker" }, "How much the assistant helps");
  if (!page.last) {
    return [title, empty("No session with an assistant that infers what you build is among the last ones. It helps in a window: `blockassist play`; without one: `blockassist play --headless --assistant belief`"), faults(page)];
  }
  const series = pick => page.sessions.map((one, place) => ({ x: place + 1, y: pick(one.help), label: `${one.goal}, ${when(one.recorded).textContent ?? ""}` })).filter(point => point.y !== null);
  return [
    title,
    h("p", { class: "big" }, percent(page.last.share), h("small", null, `of what stands was built by it, in the last ${count(page.last.sessions, "session")}`)),
    h("p", null, trend(page), " Of its edits ", h("strong", null, percent(page.last.rightShare)), " were right by the blueprint."),
    curves({
      key: "help",
      title: "Session by session",
      xName: "session",
      series: [{ name: "built by it, of what stands", points: series(one => one.share) }, { name: "its edits that were right", points: series(one => one.rightShare) }],
      low: 0,
      high: 1,
      format: value => percent(value),
      whole: true,
      dots: page.sessions.length <= 40,
      height: 190,
    }),
    faults(page),
  ];
}
