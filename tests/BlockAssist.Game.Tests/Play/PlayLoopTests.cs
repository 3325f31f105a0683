using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Rendering;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Tests.Play;

/// <summary>Plays by keys and mouse in a window that nobody sees.</summary>
public sealed class PlayLoopTests : IDisposable
{
    private const double FrameSeconds = 1.0 / 60;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_played_by_keys_and_mouse_is_recorded_and_replays_exactly()
    {
        using var window = new OffscreenWindow(SceneTests.Open());
        var file = _folder.File("session.bae");
        using (var session = Start(file))
        {
            using (var loop = new PlayLoop(window, session, new PlayOptions { GoalName = "a house" }, TimeProvider.System))
            {
                window.CaptureCursor();
                window.Events.Add(InputEvent.Motion(-375, 250));
                Frames(loop, 30);
                Press(window, loop, GlfwKey.W, frames: 25);
                Click(window, loop, MouseButton.Right);
                window.Events.Add(InputEvent.Wheel(0, -2));
                Press(window, loop, GlfwKey.D, frames: 20);
                Click(window, loop, MouseButton.Right);
                Press(window, loop, GlfwKey.R, frames: 3);
                Click(window, loop, MouseButton.Left);
                Press(window, loop, GlfwKey.Z, frames: 3);
                Press(window, loop, GlfwKey.F3, frames: 3);
                Frames(loop, 1200);
                window.Events.Add(InputEvent.Motion(0, -190));
                Press(window, loop, GlfwKey.S, frames: 60);
                Keep(window, "play");
            }

            var result = session.Finish();

            Assert.True(result.Player.Moves > 2, $"{result.Player}");
            Assert.True(result.Player.Placements > 0, $"{result.Player}");
            Assert.True(result.Assistant.Placements > 0, $"{result.Assistant}");
        }

        var verification = EpisodeVerification.Verify(file);

        Assert.Equal(0, verification.Mismatches);
        Assert.True(verification.Steps > 20);
    }

    [Fact]
    public void A_frame_of_steady_play_allocates_nothing()
    {
        using var window = new OffscreenWindow(SceneTests.Open());
        using var session = Start(_folder.File("steady.bae"), assistant: false);
        using var loop = new PlayLoop(window, session, new PlayOptions { GoalName = "a house" }, TimeProvider.System);
        Frames(loop, 200);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Frames(loop, 50);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Dispose() => _folder.Dispose();

    private static BuildSession Start(string file, bool assistant = true)
    {
        var site = new SiteOptions();
        var goal = GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(site.Size, infiniteBlocks: true), 7), site.Size, infiniteBlocks: true);
        var place = Place.Create(site.Size, 11);
        return BuildSession.Start(place.World, place.Frame, new SessionOptions
        {
            Path = file,
            Goal = goal,
            GoalName = "a house",
            Assistant = assistant ? new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true, ActionMilliseconds = 200 } : null,
        });
    }

    private static void Frames(PlayLoop loop, int count)
    {
        for (var frame = 0; frame < count; frame++)
        {
            loop.Frame(FrameSeconds);
        }
    }

    private static void Press(OffscreenWindow window, PlayLoop loop, GlfwKey key, int frames)
    {
        window.Events.Add(InputEvent.KeyDown(key));
        Frames(loop, frames);
        window.Events.Add(InputEvent.KeyUp(key));
        Frames(loop, 2);
    }

    private static void Click(OffscreenWindow window, PlayLoop loop, MouseButton button)
    {
        window.Events.Add(InputEvent.MouseDown(button, 0, 0));
        Frames(loop, 2);
        window.Events.Add(InputEvent.MouseUp(button, 0, 0));
        Frames(loop, 2);
    }

    private static void Keep(OffscreenWindow window, string name)
    {
        var pixels = new byte[4 * window.Size.Width * window.Size.Height];
        window.ReadPixels(pixels);
        SceneTests.Keep(pixels, name);
    }
}
