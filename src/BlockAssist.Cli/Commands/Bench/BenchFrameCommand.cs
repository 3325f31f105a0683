using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Platform;
using BlockAssist.Simulation.Building;
using Silk.NET.OpenGL;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench frame</c>: how fast the game draws.</summary>
internal static class BenchFrameCommand
{
    private const ulong House = 7;

    private static readonly (int Width, int Height)[] Sizes = [(854, 480), (1280, 720)];

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var frames = Ranged.Option("--frames", "How many frames of each size.", 600, (10, 100_000));
        var window = new Option<bool>("--window") { Description = "Draw in a real window instead of in memory; it closes by itself." };
        var verb = new Verb(
            "frame",
            "Frames a second in play, with a blueprint, an assistant at work and all that is shown around it; memory and start too.",
            new Example("blockassist bench frame", "a table; takes half a minute"),
            new Example("blockassist bench frame --window --json", "in a real window, for a program")) { frames, window };
        verb.Runs((parsed, context, cancellation) => Run(context, parsed.GetValue(frames), parsed.GetValue(window), cancellation));
        return verb;
    }

    private static ExitCode Run(CommandContext context, int frames, bool inWindow, CancellationToken cancellation)
    {
        var goal = new GoalShelf(new SiteOptions(), [], House).Take(0).Goal;
        var folder = Directory.CreateTempSubdirectory("blockassist-frames-").FullName;
        try
        {
            var bench = new FrameBench(context.Surroundings.Clock, goal, folder, frames);
            var figures = context.WithProgress("measuring", Sizes.Length + 1, meter => Measure(bench, inWindow, meter, cancellation));
            context.Output.Result(figures, ClientJson.Default.FrameFigures, TableOf);
            return ExitCode.Done;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FrameFigures Measure(FrameBench bench, bool inWindow, ProgressMeter meter, CancellationToken cancellation)
    {
        var (measured, renderer) = (new List<FrameFigure>(), "");
        foreach (var size in Sizes)
        {
            using var window = Open(size, inWindow);
            measured.Add(bench.Measure(window, cancellation));
            renderer = window.Gl.GetStringS(StringName.Renderer);
            meter.Advance();
        }

        using var last = Open(Sizes[0], inWindow);
        var edits = bench.MeasureEdits(last);
        meter.Advance();
        return new FrameFigures(inWindow ? "window" : "memory", renderer, bench.FirstFrame, edits, Environment.WorkingSet / 1048576.0, measured);
    }

    private static IGameWindow Open((int Width, int Height) size, bool inWindow)
    {
        if (!inWindow)
        {
            return new OffscreenWindow(OffscreenContext.Open(size.Width, size.Height));
        }

        var window = GlfwWindow.Open(new GameWindowOptions { Title = "BlockAssist", Width = size.Width, Height = size.Height });
        window.SetVerticalSync(false);
        return window;
    }

    private static Rows TableOf(FrameFigures figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("picture", "frames/s", "ms p50", "ms p99", "processor, ms", "bytes/frame", "faces");
        foreach (var figure in figures.Figures)
        {
            table.AddRow(
                string.Join('×', figure.Size), Number(figure.FramesPerSecond), Number(figure.Milliseconds.P50), Number(figure.Milliseconds.P99), Number(figure.ProcessorMilliseconds),
                Number(figure.BytesPerFrame), $"{figure.Faces}");
        }

        var rest = string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Renderer}, in a {figures.Screen}; first frame after {figures.FirstFrameSeconds:F2} s; edit to picture p50 {figures.EditMilliseconds.P50:F2} ms, p99 {figures.EditMilliseconds.P99:F2} ms; {figures.MegabytesInUse:F0} MiB in use");
        return new Rows(table, new Text(rest));
    }

    private static string Number(double number) => number.ToString("F1", CultureInfo.InvariantCulture);
}
