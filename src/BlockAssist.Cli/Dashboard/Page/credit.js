// What the node was credited, and why.
import { count, empty, faults, h, number, table } from "./dom.js";
import { reason } from "./rounds.js";

const unsafe = account => account.lockedRounds.length > 0 ? `; the oldest is safe after round ${account.lockedRounds[0].until}` : "";
const missing = gaps => gaps.slice(-5).map(gap => gap.first === gap.last ? `${gap.first}` : `${gap.first} to ${gap.last}`).join(", ");

/** The account, and what each round brought. */
export function credit(page) {
  const { account } = page;
  if (!account && page.rounds.length === 0) {
    return [empty("Nothing was credited yet. Credit comes of rounds: `blockassist node run`"), faults(page)];
  }
  return [
    account && [
      h("dl", { class: "facts" },
        h("dt", null, "Safe"), h("dd", null, number(account.free, 1)),
        h("dt", null, "May still be lost"), h("dd", null, number(account.locked, 1), unsafe(account)),
        h("dt", null, "Lost"), h("dd", null, number(account.lost, 1))),
      account.losses.slice(-5).map(loss => h("p", { class: "trouble" }, `Round ${loss.round}: lost ${number(loss.amount, 1)}. `, reason(loss.reason))),
      account.missing.length > 0 && h("p", { class: "trouble" }, `Of ${count(account.missing.length, "stretch", "stretches")} of rounds there is no record here, and what they brought is not counted: ${missing(account.missing)}. A node that runs asks the hub for them.`),
    ],
    page.rounds.length > 0 && table("What the last rounds brought", [{ name: "round", number: true }, { name: "own work", words: true }, { name: "credited", number: true }, { name: "peers", number: true }],
      page.rounds.slice(0, 20).map(line => [`${line.round}`, reason(line.reason), number(line.amount, 1), number(line.peers)])),
    faults(page),
  ];
}
