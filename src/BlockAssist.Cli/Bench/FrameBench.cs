using System.Diagnostics;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Measuring;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Bench;

/// <summary>Measures how fast the game draws: a house half built, its ghosts and an assistant at work before the eyes.</summary>
/// <param name="clock">The time.</param>
/// <param name="goal">The house.</param>
/// <param name="folder">Where sessions are recorded meanwhile.</param>
/// <param name="frames">How many frames of each size.</param>
internal sealed class FrameBench(TimeProvider clock, BlockGrid goal, string folder, int frames)
{
    private const double FrameSeconds = 1.0 / 60;
    private const int WarmUp = 60;
    private const int Edits = 100;
    private const uint Seed = 11;

    // Pixels of the mouse: a look around the site, a sweep of forty degrees to either side.
    private const double Sweep = 330;
    private const double FramesASweep = 240;

    private double _turned;
    private int _files;

    /// <summary>Seconds from the start of the process to the first frame of play; 0 before it.</summary>
    public double FirstFrame { get; private set; }

    /// <summary>Measures one size of picture.</summary>
    /// <param name="window">What to draw on.</param>
    /// <param name="cancellation">Ends it between two frames.</param>
    public FrameFigure Measure(IGameWindow window, CancellationToken cancellation)
    {
        using var client = new GameClient(window, Options(), clock);
        client.Play("a house", goal);
        while (client.Loop is null)
        {
            client.Frame(FrameSeconds);
        }

        LookAtSite(window);
        Frame(client, window, 0);
        FirstFrame = FirstFrame == 0 ? SinceStart() : FirstFrame;
        for (var frame = 0; frame < WarmUp; frame++)
        {
            Frame(client, window, frame);
        }

        return Measure(client, window, cancellation);
    }

    /// <summary>Measures how long it takes from a change of a block until the graphics card has the meshes that show it.</summary>
    public Percentiles MeasureEdits(IGameWindow window)
    {
        var place = Place.Create(goal.Size, Seed);
        using var session = BuildSession.Start(place.World, place.Frame, new SessionOptions { Path = NextFile(), Goal = goal });
        using var scene = new SceneRenderer(window, place.World, clock, threads: 1);
        var camera = new Camera { Place = new(60, 30, 50) };
        while (scene.World.Pending > 0 || scene.World.SectionsDrawn == 0)
        {
            scene.Draw(new SceneFrame { Camera = camera, Daytime = new Daytime(10) });
        }

        var times = new double[Edits];
        for (var edit = 0; edit < Edits; edit++)
        {
            var cell = new BlockPos(2 + (edit / 2 % 7), 2, 2 + (edit / 14 % 6));
            var start = clock.GetTimestamp();
            var rejection = edit % 2 == 0 ? session.PlaceAt(cell, Block.Planks) : session.BreakAt(cell);
            scene.World.Update(camera.Place);
            window.Gl.Finish();
            times[edit] = clock.GetElapsedTime(start).TotalMilliseconds;
            Debug.Assert(rejection is null, "the site is bare");
        }

        return Percentiles.Of(times);
    }

    private FrameFigure Measure(GameClient client, IGameWindow window, CancellationToken cancellation)
    {
        using var process = Process.GetCurrentProcess();
        var times = new double[frames];
        var (allocated, worked, start) = (GC.GetAllocatedBytesForCurrentThread(), process.TotalProcessorTime, clock.GetTimestamp());
        for (var frame = 0; frame < frames; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            var began = clock.GetTimestamp();
            Frame(client, window, frame);
            times[frame] = clock.GetElapsedTime(began).TotalMilliseconds;
        }

        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        process.Refresh();
        var (width, height) = window.Size;
        return new FrameFigure(
            [width, height], frames / seconds, Percentiles.Of(times), (process.TotalProcessorTime - worked).TotalMilliseconds / frames, allocated / (double)frames, client.Loop?.FacesDrawn ?? 0);
    }

    private ClientOptions Options() => new()
    {
        Episodes = folder,
        Blueprints = folder,
        SettingsFile = Path.Combine(folder, "settings.json"),
        NextEpisode = _ => NextFile(),
        Assistant = (_, _) => new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true },
        Seed = Seed,
    };

    private string NextFile() => Path.Combine(folder, $"{++_files}.bae");

    private void LookAtSite(IGameWindow window)
    {
        _turned = 0;
        window.CaptureCursor();
        window.Events.Add(InputEvent.Motion(-375, 120));
    }

    private void Frame(GameClient client, IGameWindow window, int frame)
    {
        var turn = Sweep * Math.Sin(2 * Math.PI * frame / FramesASweep);
        window.Events.Add(InputEvent.Motion((float)(turn - _turned), 0));
        _turned = turn;
        client.Frame(FrameSeconds);
    }

    private double SinceStart()
    {
        using var process = Process.GetCurrentProcess();
        return (clock.GetUtcNow() - process.StartTime.ToUniversalTime()).TotalSeconds;
    }
}
