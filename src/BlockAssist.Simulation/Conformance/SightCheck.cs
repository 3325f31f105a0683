using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Compares recorded questions about reach and sight: may this block be placed or broken from there?</summary>
internal static class SightCheck
{
    // As many as MBAG's sums are recorded with: those of the points, so nothing is lost.
    private const int SumDigits = 4;

    /// <summary>Checks one world with its queries.</summary>
    public static CheckResult CheckQueries(JsonElement line)
    {
        var findings = new Findings(line.Need("id").Text("id"));
        var blocks = line.Grid("world");
        var number = 0;
        foreach (var query in line.Need("queries").Items("queries"))
        {
            var (site, action) = Ask(query, blocks);
            CompareCandidates(findings, $"query {number}", query, Candidates(site, action));
            findings.Equal($"query {number}: possible", query.Need("possible").Truth("possible"), IsPossible(site, action));
            number++;
        }

        return findings.Result;
    }

    /// <summary>Checks one direct call of MBAG's <c>try_break_place</c>.</summary>
    public static CheckResult CheckCall(JsonElement line)
    {
        var findings = new Findings(line.Need("id").Text("id"));
        var (site, action) = Ask(line, line.Grid("world"));
        findings.Equal("possible", line.Need("possible").Truth("possible"), IsPossible(site, action));
        return findings.Result;
    }

    // MBAG answers twice, in C and in Python; where nothing is seen it says nothing of the places and points.
    private static void CompareCandidates(Findings findings, string where, JsonElement query, SeenPoints seen)
    {
        findings.Equal($"{where}: candidates", query.Need("candidates").Integer("candidates"), seen.Count);
        findings.Equal($"{where}: candidates in Python", query.Need("candidates_python").Integer("candidates_python"), seen.Count);
        if (query.TryGetProperty("viewpoints", out var places))
        {
            findings.Equal($"{where}: standing places", places.Integer("viewpoints"), seen.Places);
        }

        if (query.TryGetProperty("click_sum", out var sum))
        {
            findings.Equal($"{where}: sum of the click points", RecordedSite.ReadLocation(sum), Rounded(seen.Sum));
        }
    }

    private static Location Rounded(Location sum) => new(Math.Round(sum.X, SumDigits), Math.Round(sum.Y, SumDigits), Math.Round(sum.Z, SumDigits));

    // The queries name bodies that rays run into for teleporting builders too, although the game never does.
    private static SeenPoints Candidates(BuildSite site, BuilderAction action)
    {
        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        return EditRules.Candidates(site, 0, action, site.SightAmongBodies(0, bodies));
    }

    private static bool IsPossible(BuildSite site, BuilderAction action)
    {
        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        var sight = site.SightAmongBodies(0, bodies);
        return EditRules.SuitsCell(site, action)
            && EditRules.Sees(site, 0, action.Type, site.Size.PosOf(action.Cell), sight, out _);
    }

    private static (BuildSite Site, BuilderAction Action) Ask(JsonElement query, BlockGrid blocks)
    {
        var target = query.Need("target").Place("target");
        var player = query.Need("player");
        Location[] others = [.. query.Need("others").Items("others").Select(RecordedSite.ReadLocation)];
        var teleports = player.ValueKind == JsonValueKind.Null;
        var options = new SiteOptions
        {
            Size = blocks.Size,
            Teleportation = teleports,
            Builders = [.. Enumerable.Repeat(new BuilderOptions(), 1 + others.Length)],
        };
        var state = new SiteState
        {
            Blocks = blocks,
            Goal = blocks,
            LastInteracted = new sbyte[blocks.Size.Volume],
            Locations = [teleports ? Location.Standing(default) : RecordedSite.ReadLocation(player), .. others],
            Inventories = [.. Enumerable.Range(0, 1 + others.Length).Select(_ => new Inventory())],
        };
        var action = new BuilderAction(
            (ActionType)query.Need("action").GetByte(), blocks.Size.CellAt(target), query.Need("block").PaletteBlock("block"));
        return (new BuildSite(options, state), action);
    }
}
