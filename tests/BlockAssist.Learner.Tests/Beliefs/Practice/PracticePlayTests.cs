using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs.Practice;

public sealed class PracticePlayTests : IDisposable
{
    private static readonly SiteOptions Site = new() { Size = new GridSize(7, 8, 7), Horizon = 120 };

    private static readonly PracticeCrew Alone = new("alone", _ => new SeparatePolicies(ScriptedPlay.BuilderOf));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Recordings_replay_exactly_and_are_of_different_goals()
    {
        var files = Record(Alone, 10);

        Assert.Equal(10, files.Count);
        Assert.All(files, file => Assert.Equal(1, EpisodeVerification.Verify(file).Exact));
        Assert.Equal(10, files.Select(file => EpisodeReader.Open(file).Header.GoalName).Distinct().Count());
    }

    [Fact]
    public void A_helper_does_not_see_the_goal()
    {
        var seen = new List<bool>();
        var files = Record(Alone with { Name = "helped", Helper = _ => new Looker(seen) }, 1);

        var header = EpisodeReader.Open(files[0]).Header;
        Assert.Equal([true, false], header.Options.Builders.Select(builder => builder.GoalVisible));
        Assert.Equal(BuilderRole.Assistant, header.Builders[1].Role);
        Assert.NotEmpty(seen);
        Assert.DoesNotContain(true, seen);
    }

    [Fact]
    public void What_is_there_is_not_played_again_and_what_is_missing_is_the_same_as_before()
    {
        var files = Record(Alone, 9);
        var before = files.Select(File.ReadAllBytes).ToList();
        File.Delete(files[3]);
        File.WriteAllBytes(files[5], [1]);

        Record(Alone, 9);

        Assert.Equal(before[3], File.ReadAllBytes(files[3]));
        Assert.Equal([1], File.ReadAllBytes(files[5]));
    }

    [Fact]
    public void Nothing_is_left_of_what_was_not_played_to_its_end()
    {
        using var source = new CancellationTokenSource();
        var crew = Alone with { Helper = _ => new Canceller(source) };

        Assert.ThrowsAny<OperationCanceledException>(() => new PracticePlay(Site, 1).Record(_folder.Path, crew, 3, cancellation: source.Token));

        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> Record(PracticeCrew crew, int episodes) =>
        new PracticePlay(Site, 1).Record(_folder.Path, crew, episodes, cancellation: TestContext.Current.CancellationToken);

    private sealed class Looker(List<bool> seen) : IPolicy
    {
        public void Reset()
        {
        }

        public BuilderAction Act(in Observation observation)
        {
            seen.Add(observation.GoalVisible);
            return BuilderAction.Noop;
        }
    }

    private sealed class Canceller(CancellationTokenSource source) : IPolicy
    {
        public void Reset()
        {
        }

        public BuilderAction Act(in Observation observation)
        {
            if (observation.Timestep == 5)
            {
                source.Cancel();
            }

            return BuilderAction.Noop;
        }
    }
}
