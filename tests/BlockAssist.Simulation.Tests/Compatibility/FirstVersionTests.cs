using System.Text;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Tests.Blueprints;
using BlockAssist.Simulation.Tests.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Compatibility;

/// <summary>What version 1 wrote is read, and what a later version will write is refused.</summary>
public sealed class FirstVersionTests : IDisposable
{
    private const string Told = "7×4×8 2 46F9AB4B1F4C10FA 145 Stopped CA9CF05B1097";
    private const string ClipTold = "fb75cf4ec75f8080 0 10 BB95932FE92F";

    private static readonly GridSize GoalSize = new(3, 2, 4);

    private readonly TemporaryFolder _folder = new();

    private static byte[] Goal => GoldenFiles.Read("goal.json", () => BlueprintFiles.Export(SomeBlueprints.Named(SomeBlueprints.Lopsided(GoalSize)), BlueprintFormat.Goal));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_episode_of_version_1_replays_as_it_was_recorded()
    {
        var bytes = GoldenFiles.Read("episode.bae", static () => new RandomEpisode(21, 60).File);

        var reader = new EpisodeReader(bytes, "episode.bae");
        var replay = new Replay(reader);
        replay.Run();

        Assert.Equal(Told, $"{reader.Header.Options.Size} {reader.Header.Builders.Count} {reader.Header.Seed:X} {reader.Steps} {reader.End?.Reason} {$"{new SiteHash().Of(replay.Site):X}"[..12]}");
        Assert.Empty(reader.Damages);
        Assert.Equal(0, replay.Mismatches);
    }

    [Fact]
    public void A_clip_of_version_1_is_worth_what_it_was()
    {
        var clip = GoldenFiles.Copy("clip.bae", _folder, MakeClip);

        var worth = ClipWorth.Of(clip);

        Assert.Equal(ClipTold, $"{worth?.Goal[..16]} {worth?.Built} {worth?.Acts} {$"{worth?.Start:X}"[..12]}");
    }

    [Fact]
    public void A_goal_of_version_1_has_the_blocks_that_it_had()
    {
        var goal = BlueprintFiles.Import(Goal, "goal.json");

        Assert.Equal("a house", goal.Blueprint.Name);
        Assert.Equal(SomeBlueprints.Lopsided(GoalSize).Blocks.ToArray(), goal.Blueprint.Blocks.Blocks.ToArray());
        Assert.Equal(Encoding.UTF8.GetString(Goal), Encoding.UTF8.GetString(BlueprintFiles.Export(goal.Blueprint, BlueprintFormat.Goal)));
    }

    [Fact]
    public void A_goal_of_a_newer_version_is_refused()
    {
        var newer = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Goal).Replace("mbag-goal/1", "mbag-goal/2", StringComparison.Ordinal));

        Newer.IsRefused("houses/goal.json", "goals", () => BlueprintFiles.Import(newer, "houses/goal.json"));
    }

    [Fact]
    public void An_episode_of_a_newer_version_or_by_newer_rules_is_refused_and_damages_no_figure()
    {
        var records = EpisodeFile.Split(new RandomEpisode(5, 3).File);
        records[0].Payload[1] = 2;
        var file = _folder.File("rules.bae");
        File.WriteAllBytes(file, EpisodeFile.Join(records));

        Newer.IsLeftAlone(file, "the rules of building", () => EpisodeVerification.Verify(EpisodeReader.Open(file)));

        var verified = EpisodeVerification.Verify(file);
        Assert.Equal((1, 0, Newer.Wording(file, "the rules of building")), (verified.Episodes, verified.Exact, verified.Fault));
    }

    private byte[] MakeClip()
    {
        var (whole, clip) = (_folder.File("whole.bae"), _folder.File("made.bae"));
        File.WriteAllBytes(whole, new RandomEpisode(21, 200).File);
        EpisodeClip.Cut(whole, 10, 40, clip);
        return File.ReadAllBytes(clip);
    }
}
