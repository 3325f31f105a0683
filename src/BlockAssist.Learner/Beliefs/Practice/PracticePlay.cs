using System.Globalization;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Practice;

/// <summary>Play on goals of every kind, recorded for a <see cref="BeliefNetwork"/> to learn from.</summary>
/// <remarks>Several sites are played at once, so that a model decides for all of them in one run.</remarks>
/// <param name="site">The rules.</param>
/// <param name="seed">Fixes goals and builders.</param>
public sealed class PracticePlay(SiteOptions site, ulong seed)
{
    private const int Together = 8;

    /// <summary>What is to be built in an episode, by its seed; by default goals of every kind.</summary>
    public Func<ulong, (string Name, BlockGrid Goal)> Goals { get; init; } = number => VariedOf(site, number);

    private static readonly BuilderOptions[] PersonAndHelper = [new BuilderOptions(), new BuilderOptions { GoalVisible = false }];

    /// <summary>Plays episodes and records them, those that are there already excepted.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="crew">Who plays.</param>
    /// <param name="episodes">How many.</param>
    /// <param name="advance">Called after each, from several threads.</param>
    /// <param name="cancellation">Ends it between two steps; what is not whole is then left out.</param>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Record(string folder, PracticeCrew crew, int episodes, Action? advance = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crew);
        Directory.CreateDirectory(folder);
        string[] files = [.. Enumerable.Range(0, episodes).Select(number => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{crew.Name}-{seed}-{number:D5}{EpisodeFormat.FileEnding}")))];
        ParallelRuns.Run(
            (episodes + Together - 1) / Together,
            () => crew,
            (players, number) =>
            {
                var first = number * Together;
                Play(files.AsSpan(first, Math.Min(Together, episodes - first)), first, players, advance, cancellation);
                return number;
            },
            cancellation: cancellation);
        return files;
    }

    private void Play(ReadOnlySpan<string> files, int first, PracticeCrew crew, Action? advance, CancellationToken cancellation)
    {
        if (AreThere(files, advance))
        {
            return;
        }

        using var persons = crew.Persons(files.Length);
        var tables = new List<PracticeTable>();
        try
        {
            for (var i = 0; i < files.Length; i++)
            {
                if (!File.Exists(files[i]))
                {
                    tables.Add(Open(files[i], seed + (ulong)(first + i), crew));
                    persons.Begin(tables.Count - 1, seed + (ulong)(first + i));
                }
                else
                {
                    advance?.Invoke();
                }
            }

            Play(tables, persons, advance, cancellation);
        }
        finally
        {
            tables.ForEach(table => table.Dispose());
        }
    }

    private static bool AreThere(ReadOnlySpan<string> files, Action? advance)
    {
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                return false;
            }
        }

        for (var number = 0; number < files.Length; number++)
        {
            advance?.Invoke();
        }

        return true;
    }

    private static void Play(List<PracticeTable> tables, IPolicyGroup persons, Action? advance, CancellationToken cancellation)
    {
        BuildSite[] sites = [.. tables.Select(table => table.Site)];
        var actions = new BuilderAction[sites.Length];
        while (Array.Exists(sites, site => !site.IsOver))
        {
            cancellation.ThrowIfCancellationRequested();
            persons.Act(sites, actions);
            for (var number = 0; number < sites.Length; number++)
            {
                if (!sites[number].IsOver)
                {
                    tables[number].Step(actions[number]);
                    if (sites[number].IsOver)
                    {
                        advance?.Invoke();
                    }
                }
            }
        }
    }

    private PracticeTable Open(string file, ulong number, PracticeCrew crew)
    {
        var options = site with { Builders = crew.Helper is null ? site.Builders : PersonAndHelper };
        var (name, goal) = Goals(number);
        EpisodeBuilder person = new(BuilderRole.Scripted, crew.Name);
        var header = new EpisodeHeader
        {
            Options = options,
            Goal = goal,
            GoalName = name,
            Builders = crew.Helper is null ? [person] : [person, new EpisodeBuilder(BuilderRole.Assistant, "belief")],
            Seed = number,
            StepMilliseconds = EpisodeRecorder.PaperStepMilliseconds,
            Properties = new Dictionary<string, string> { ["source"] = "practice", ["split"] = crew.Name },
        };
        return new PracticeTable(file, header, crew.Helper?.Invoke(number));
    }

    private static (string Name, BlockGrid Goal) VariedOf(SiteOptions site, ulong number)
    {
        var structure = new VariedGoal().Generate(GoalPlacement.RoomFor(site.Size, site.InfiniteBlocks), new SeededRandom(number));
        return (string.Create(CultureInfo.InvariantCulture, $"varied-{number}"), GoalPlacement.Place(structure, site.Size, site.InfiniteBlocks));
    }
}
