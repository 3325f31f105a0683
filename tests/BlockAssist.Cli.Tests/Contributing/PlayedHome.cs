using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Cli.Tests.Contributing;

/// <summary>A home in which sessions were played.</summary>
internal sealed class PlayedHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NodeHome Home => new(_folder.Path);

    public string Path => _folder.Path;

    public Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _folder.Path, words);

    /// <summary>A session in which somebody builds for some steps.</summary>
    public void Play(int number, BuilderRole role = BuilderRole.Person) => Play(Home, number, role);

    /// <summary>A session in another home.</summary>
    public static void Play(NodeHome home, int number, BuilderRole role = BuilderRole.Person)
    {
        Directory.CreateDirectory(home.Episodes);
        var options = new SiteOptions { Horizon = 40 };
        var goal = GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, options.InfiniteBlocks), (ulong)number), options.Size, options.InfiniteBlocks);
        var site = new BuildSite(options, goal);
        var header = new EpisodeHeader
        {
            Options = options,
            Goal = goal,
            GoalName = $"house-{number}",
            Builders = [new EpisodeBuilder(role, "ada")],
            Seed = (ulong)number,
        };
        using var recorder = new EpisodeRecorder(FileIn(home, number), header, site);
        new PolicyRunner(site, new HumanlikeBuilder((ulong)number)).Run(recorder);
    }

    public string FileOf(int number) => FileIn(Home, number);

    public void Dispose() => _folder.Dispose();

    private static string FileIn(NodeHome home, int number) => System.IO.Path.Combine(home.Episodes, string.Create(CultureInfo.InvariantCulture, $"{number:00}{EpisodeFormat.FileEnding}"));
}
