using System.Diagnostics;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Play;

/// <summary>Plays the built program in a real window, by real keys and a real mouse.</summary>
public sealed class RealWindowTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // Looks at the ground (at one's feet first, wherever one looked before), walks to and fro inside the site, places, breaks and takes back.
    private static readonly string[] Inputs =
    [
        "mousemove_relative -- 0 1500",
        "mousemove_relative -- 0 -450",
        "keydown w sleep 0.8 keyup w",
        "key 2 sleep 0.2 click 3 sleep 0.4",
        "keydown a sleep 0.4 keyup a click 3 sleep 0.4",
        "key r sleep 0.4 click 1 sleep 0.4 key z sleep 0.4",
        "keydown s sleep 0.8 keyup s keydown d sleep 0.4 keyup d",
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_a_person_does_at_the_window_is_recorded_and_replays_exactly()
    {
        VirtualScreen.SkipWithout("xdotool");
        using var screen = VirtualScreen.Start(1280, 720);
        using var game = Play(screen);
        var file = await FirstFrom(game);

        // A slow machine may look at keys only once a second: they are pressed until something has come of them.
        await Eventually.IsSoAsync(() =>
        {
            Array.ForEach(Inputs, words => screen.Do(words.Split(' ')));
            return (Walked(file) > 0 && Did(file, ActionType.Place) > 0) || game.HasExited;
        }, Patience);
        await End(game);

        var verification = EpisodeVerification.Verify(file);
        Assert.Equal(1, verification.Exact);
        Assert.True(Walked(file) > 0, "the player walked");
        Assert.True(Did(file, ActionType.Place) > 0, "the player placed a block");
    }

    [Fact]
    public async Task What_was_played_before_the_program_was_killed_is_there()
    {
        using var screen = VirtualScreen.Start(1280, 720);
        using var game = Play(screen);
        var file = await FirstFrom(game);
        await Eventually.IsSoAsync(() => Steps(file) >= 3 || game.HasExited, Patience);
        var before = Steps(file);

        game.Kill();
        await game.WaitForExitAsync(TestContext.Current.CancellationToken);

        var verification = EpisodeVerification.Verify(file);
        Assert.Equal(0, verification.Mismatches);
        Assert.InRange(verification.Steps, before, int.MaxValue);
    }

    [Fact]
    public async Task The_model_that_infers_the_goal_sits_beside_the_player()
    {
        var model = _folder.File("belief.safetensors");
        var hash = SomeBelief.Save(model, new GridSize(11, 10, 10));
        using var screen = VirtualScreen.Start(1280, 720);
        using var game = Play(screen, "--assistant", "belief", "--assistant-model", model);
        var file = await FirstFrom(game);
        await Eventually.IsSoAsync(() => Acted(file) >= 2 || game.HasExited, Patience);
        await End(game);

        Assert.Equal(new EpisodeBuilder(BuilderRole.Assistant, $"belief {hash[..12]}"), EpisodeReader.Open(file).Header.Builders[1]);
        Assert.True(Acted(file) >= 2, "it had its turns");
        Assert.Equal(1, EpisodeVerification.Verify(file).Exact);
    }

    public void Dispose() => _folder.Dispose();

    private static int Acted(string file) => Count(file, reader => reader.Origins[1] == ActionOrigin.Decision);

    private Process Play(VirtualScreen screen) => Play(screen, "--assistant", "layer");

    private Process Play(VirtualScreen screen, params string[] helper)
    {
        string[] words = ["play", "--seed", "7", "--out", _folder.File("episodes"), .. helper];
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "blockassist"), words) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[VirtualScreen.Variable] = screen.Name;
        start.Environment["BLOCKASSIST_HOME"] = _folder.File("home");
        return Process.Start(start)!;
    }

    private async Task<string> FirstFrom(Process game)
    {
        var folder = _folder.File("episodes");
        await Eventually.IsSoAsync(() => (Directory.Exists(folder) && new DirectoryInfo(folder).EnumerateFiles().Any(file => file.Length > 0)) || game.HasExited, Patience);
        Assert.False(game.HasExited, "the game runs");
        return Directory.EnumerateFiles(folder).Single();
    }

    // What the person did; padding and the assistant's steps are others'.
    private static int Did(string file, params ActionType[] types) =>
        Count(file, reader => reader.Origins[0] == ActionOrigin.Decision && types.Contains(reader.Actions[0].Type));

    private static int Walked(string file) => Did(file, ActionType.MovePosX, ActionType.MoveNegX, ActionType.MovePosZ, ActionType.MoveNegZ);

    private static int Steps(string file) => Count(file, _ => true);

    private static int Count(string file, Func<EpisodeReader, bool> isMeant)
    {
        var reader = EpisodeReader.Open(file);
        var count = 0;
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            count += entry == EpisodeEntry.Step && isMeant(reader) ? 1 : 0;
        }

        return count;
    }

    // A program in the background may not be told of Ctrl+C.
    private static async Task End(Process game)
    {
        ProcessSignal.Terminate(game);
        await game.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }
}
