using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Tests.Play;

public sealed class SessionStarterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WatchfulPolicy _policy = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_that_another_program_began_in_the_same_second_is_left_alone()
    {
        var names = 0;
        var starter = Starter(goal =>
        {
            var file = _folder.File($"{goal}-{++names}.bae");
            if (names == 1)
            {
                File.WriteAllText(file, "another program's");
            }

            return file;
        });

        var played = starter.Start("tutorial", SomeSession.Goal(), new AssistantSettings());
        played.Session.Dispose();

        Assert.Equal(_folder.File("tutorial-2.bae"), played.File);
        Assert.Equal("another program's", File.ReadAllText(_folder.File("tutorial-1.bae")));
        Assert.NotNull(EpisodeReader.Open(played.File));
        Assert.Equal(1, _policy.Closed);
    }

    [Fact]
    public void Who_was_to_help_in_a_session_that_cannot_be_recorded_is_let_go()
    {
        File.WriteAllText(_folder.File("taken.bae"), "");

        Assert.Throws<IOException>(() => Starter(_ => _folder.File("taken.bae")).Start("tutorial", SomeSession.Goal(), new AssistantSettings()));

        Assert.Equal(1, _policy.Closed);
    }

    private SessionStarter Starter(Func<string, string> next) => new(new ClientOptions
    {
        Episodes = _folder.Path,
        Blueprints = _folder.Path,
        SettingsFile = _folder.File("settings.json"),
        NextEpisode = next,
        Assistant = (_, _) => new AssistantOptions { Policy = _policy },
    });

    /// <summary>Does nothing, and counts how often it was let go.</summary>
    private sealed class WatchfulPolicy : IPolicy, IDisposable
    {
        public int Closed { get; private set; }

        public BuilderAction Act(in Observation observation) => BuilderAction.Noop;

        public void Reset()
        {
        }

        public void Dispose() => Closed++;
    }
}
