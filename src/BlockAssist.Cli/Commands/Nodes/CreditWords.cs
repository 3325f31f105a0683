using System.Globalization;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary>What a node has of its credit, in sentences.</summary>
internal static class CreditWords
{
    private const int Most = 5;

    /// <summary>The sentences, one a line.</summary>
    public static IEnumerable<string> Of(CreditReport credit)
    {
        var locked = credit.LockedRounds switch
        {
            [] => "",
            [var one] => Invariant($" (until round {one.Until})"),
            [var oldest, .., var last] => Invariant($" (the oldest until round {oldest.Until}, the last until {last.Until})"),
        };
        yield return Invariant($"Credit after round {credit.Round}: {credit.Free:N1} is safe, {credit.Locked:N1} is locked{locked}, {credit.Lost:N1} was lost.");
        foreach (var loss in credit.Losses.TakeLast(Most))
        {
            yield return Invariant($"Lost in round {loss.Round}: {loss.Amount:N1}, because {WhyOf(loss.Reason)}.");
        }

        if (credit.Missing.Count > 0)
        {
            var rounds = string.Join(", ", credit.Missing.TakeLast(Most).Select(one => one.First == one.Last ? $"{one.First}" : $"{one.First} to {one.Last}"));
            yield return $"Not counted, since no record signed by the hub is here: rounds {rounds}{(credit.Missing.Count > Most ? ", and earlier ones" : "")}. A node that runs asks the hub for them.";
        }
    }

    private static string WhyOf(string reason) => reason switch
    {
        nameof(CreditReason.Refuted) => "a segment came to something else when others trained it again",
        nameof(CreditReason.Slandered) => "this node said that another one had lied, and that was not so",
        _ => "this node showed no evidence, which costs what it got on trust",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
