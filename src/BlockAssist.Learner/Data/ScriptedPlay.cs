using System.Globalization;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Data;

/// <summary>Play by human-like builders of many styles on made-up houses: what a human model learns first, since people's play is scarce.</summary>
/// <param name="seed">Fixes houses and builders.</param>
public sealed class ScriptedPlay(ulong seed)
{
    private static readonly SiteOptions Site = new();

    /// <summary>Plays episodes and records them, those that are there already excepted.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="episodes">How many.</param>
    /// <param name="advance">Called after each, from several threads.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Record(string folder, int episodes, Action? advance = null, CancellationToken cancellation = default) => ParallelRuns.Run(
        episodes,
        () => folder,
        (into, number) =>
        {
            var path = Path.Combine(into, string.Create(CultureInfo.InvariantCulture, $"scripted-{seed}-{number:D5}{EpisodeFormat.FileEnding}"));
            if (!IsWhole(path))
            {
                // Another training may be making the same one: whoever is done last leaves what the other left.
                var partial = $"{path}.{Path.GetRandomFileName()}";
                Directory.CreateDirectory(into);
                Record(partial, seed + (ulong)number);
                File.Move(partial, path, overwrite: true);
            }

            advance?.Invoke();
            return path;
        },
        cancellation: cancellation);

    /// <summary>Some builder, by its number.</summary>
    public static IPolicy BuilderOf(ulong number) => new HumanlikeBuilder(number, StyleOf(number));

    /// <summary>The style of some builder: from people who hardly ever pause to those who mostly do.</summary>
    internal static HumanStyle StyleOf(ulong builder)
    {
        var random = new SeededRandom(builder);
        return HumanStyle.OfPerson(builder) with { PauseShare = 0.03 + (0.7 * Math.Pow(random.NextDouble(), 1.5)) };
    }

    private static void Record(string path, ulong number)
    {
        var room = GoalPlacement.RoomFor(Site.Size, Site.InfiniteBlocks);
        var goal = GoalPlacement.Place(HouseGenerator.Generate(room, number), Site.Size, Site.InfiniteBlocks);
        var site = new BuildSite(Site, goal);
        var header = new EpisodeHeader
        {
            Options = Site,
            Goal = goal,
            GoalName = string.Create(CultureInfo.InvariantCulture, $"house-{number}"),
            Builders = [new EpisodeBuilder(BuilderRole.Scripted, "human-like")],
            Seed = number,
            StepMilliseconds = EpisodeRecorder.PaperStepMilliseconds,
            Properties = new Dictionary<string, string> { ["source"] = "scripted", ["split"] = "scripted" },
        };
        using var recorder = new EpisodeRecorder(path, header, site);
        new PolicyRunner(site, BuilderOf(number)).Run(recorder);
    }

    private static bool IsWhole(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var reader = EpisodeReader.Open(path);
        while (reader.Read() != EpisodeEntry.None)
        {
        }

        return reader.End is not null && reader.Damages.Count == 0;
    }
}
