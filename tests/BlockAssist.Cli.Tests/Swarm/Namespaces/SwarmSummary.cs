using System.Globalization;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>Says in a few lines what came of the rounds of a swarm.</summary>
/// <param name="swarm">The swarm.</param>
internal sealed class SwarmSummary(SwarmOfFour swarm)
{
    /// <summary>The lines.</summary>
    /// <param name="records">The records of its rounds.</param>
    public IEnumerable<string> Of(IReadOnlyList<RoundRecord> records) =>
        records.SelectMany(Lines).Concat(swarm.All.Skip(1).Zip(swarm.Links, (peer, link) => Text($"line of {peer.Name}: {link.Packets.Carried} packets carried, {link.Packets.Lost} lost")));

    private IEnumerable<string> Lines(RoundRecord record)
    {
        var gate = record.Gate is { } said ? Text($"{said.Verdict} by {said.Mean:P1} of the goal over {said.Pairs} pairs") : "nothing was merged";
        yield return Text($"round {record.Terms.Number}, opened {record.Terms.Opens:HH:mm:ss}: {gate}, merged by {record.Merge?.Rule ?? "nothing"}, model {record.Model.ToString()[..12]}");
        foreach (var line in record.Credits)
        {
            yield return Text($"  {NameOf(line.Peer)}: {line.Reason}, {line.Amount:F1} for {line.Segments} segments, gain {line.Gain:F3}");
        }

        foreach (var (peer, amount) in record.Verifications)
        {
            yield return Text($"  {NameOf(peer)}: {amount:F1} for verifying");
        }
    }

    private string NameOf(PeerId peer) => swarm.All.FirstOrDefault(machine => machine.Peer == peer)?.Name ?? peer.ToString();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
