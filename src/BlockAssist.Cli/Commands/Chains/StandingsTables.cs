using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;
using BlockAssist.Net.Identities;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary>Who contributed what, for people.</summary>
internal static class StandingsTables
{
    private const int DigitsShown = 10;

    /// <summary>Players.</summary>
    public static IRenderable Of(StandingsPage page)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "player", "sessions", "training", "verifying", "clips", "accepted", "rejected", "credit", "last round");
        foreach (var one in page.Players)
        {
            var counts = one.Contributions;
            table.AddRow(
                $"{one.Rank}", Markup.Escape(NameOf(one)), $"{counts.Sessions}", $"{counts.Training}", $"{counts.Verifying}", $"{counts.Clips}", $"{one.Accepted}", $"{one.Rejected}", one.Credit.ToEther(),
                one.LastRound is { } round ? $"{round}" : "");
        }

        return new Rows(table, new Text(page.Total == page.Players.Count ? $"{page.Total} in all." : $"{page.Players.Count} of {page.Total}."));
    }

    /// <summary>Rounds.</summary>
    public static IRenderable Of(RoundsPage page)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("round", "contributions", "by", "credited", "claimed", "model", "evidence: record");
        foreach (var one in page.Rounds)
        {
            var model = one.Settlement switch { null => "open", { IsPromoted: false } => "stays", { Model: var hash } => Short(hash) };
            table.AddRow(
                $"{one.Number}", $"{one.Contributions.Sum}", $"{one.Contributors}", one.Settlement?.Credited.ToEther() ?? "", one.Claimed.ToEther(), model, one.Settlement is { } settled ? $"{settled.Record}" : "");
        }

        return table;
    }

    /// <summary>One player.</summary>
    public static IRenderable Of(PlayerProfile profile)
    {
        var one = profile.Standing;
        var contributions = new Table().Border(TableBorder.Simple).Title($"contributions, {profile.ContributionsTotal}").AddColumns("round", "kind", "digest", "said of it", "in block");
        foreach (var told in profile.Contributions)
        {
            var verdict = told.Counts ? $"{told.Verdicts.Count(one => one.Accepts)} accept, {told.Verdicts.Count(one => !one.Accepts)} reject" : $"counts in round {told.CountsInRound}";
            contributions.AddRow($"{told.Round}", KindOf(told.Kind), $"{told.Demonstrations}", verdict, $"{told.Told.Height}{(told.Told.IsFinal ? "" : ", not final")}");
        }

        var credits = new Table().Border(TableBorder.Simple).Title($"credits, {profile.CreditsTotal}").AddColumns("round", "amount", "model", "evidence: record", "verdicts");
        foreach (var credit in profile.Credits)
        {
            credits.AddRow(
                $"{credit.Credit.Round}", credit.Credit.Amount.ToEther(), credit.Settlement is { } settled ? Short(settled.Model) : "", credit.Settlement is { } by ? $"{by.Record}" : "", $"{credit.Verdicts.Count}");
        }

        return new Rows(
            new Text($"{NameOf(one)}, {one.Account}{(one.IsBarred ? ", shut out" : "")}"),
            new Text($"{(one.Rank is { } rank ? $"Rank {rank}, " : "")}{one.Contributions.Sum} contributions in {one.Rounds} rounds, {one.Credit.ToEther()} credited, {profile.Withdrawn.ToEther()} withdrawn."),
            contributions,
            credits);
    }

    private static string NameOf(Standing one) => (one.Peer is { } key ? PeerName.Of(new PeerId(key.ToArray())) : $"{one.Account}") + (one.IsBarred ? " (shut out)" : "");

    private static string Short(Hash32 hash) => hash.ToString()[2..(2 + DigitsShown)];

    private static string KindOf(byte kind) => Enum.IsDefined((WorkKind)kind) ? $"{(WorkKind)kind}".ToLowerInvariant() : $"kind {kind}";
}
