using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Watching;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Watching;
using Spectre.Console;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist render</c>: a picture or a film of a recorded episode, without a window.</summary>
internal static class RenderCommand
{
    private const int MostFramesASecond = 60;
    private const double MostSpeed = 1000;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = EpisodeInput.File();
        var target = new Option<string>("--out") { Description = "The file to write; its ending says what: .png, .gif or .mp4 (needs ffmpeg).", HelpName = "FILE", Required = true };
        var time = Ranged.OptionOrNone("--time", "In seconds: the moment of a picture, by default the last; where a film begins, by default at the start.", (0, EpisodeInput.LatestSecond));
        var size = new Option<(int Width, int Height)?>("--size") { Description = "In pixels; by default 1280x720, and 480x270 for a GIF.", HelpName = "WxH", CustomParser = ParseSize };
        var speed = Ranged.OptionOrNone("--speed", "How many times as fast as it was; by default so that a film lasts 15 seconds.", (0.01, MostSpeed));
        var frames = Ranged.OptionOrNone("--fps", "Pictures a second; by default 30, and 12 for a GIF.", (1, MostFramesASecond));
        var camera = new Option<string>("--camera") { Description = "orbit: around the site; still: over the site; follow, follow-2: behind the first builder, or the second.", DefaultValueFactory = _ => "orbit" };
        camera.AcceptOnlyFromAmong("orbit", "still", "follow", "follow-2");
        var ghosts = new Option<bool>("--ghosts") { Description = "Show what is missing from the blueprint." };
        var verb = new Verb(
            "render",
            "Draws a recorded episode as a picture (.png) or a film (.gif, .mp4), without a window.",
            new Example("blockassist render house.bae --out house.png", "how it ended"),
            new Example("blockassist render house.bae --out house.gif --speed 20", "a small film, twenty times as fast"),
            new Example("blockassist render house.bae --out house.mp4 --camera follow --size 1920x1080", "a film over the builder's shoulder; needs ffmpeg"))
        {
            file, target, time, size, speed, frames, camera, ghosts,
        };
        verb.Runs((parsed, context, cancellation) => Render(
            context,
            EpisodeInput.Open(parsed.GetRequiredValue(file)),
            new RenderOrder(parsed.GetRequiredValue(target))
            {
                Time = parsed.GetValue(time),
                Size = parsed.GetValue(size),
                Speed = parsed.GetValue(speed),
                FramesASecond = parsed.GetValue(frames),
                Camera = parsed.GetRequiredValue(camera),
                Ghosts = parsed.GetValue(ghosts),
            },
            cancellation));
        return verb;
    }

    private static ExitCode Render(CommandContext context, WatchedEpisode episode, RenderOrder order, CancellationToken cancellation)
    {
        var rendering = new Rendering(context, episode, order);
        try
        {
            context.Output.Result(rendering.Run(cancellation), RenderJson.Default.RenderReport, Table);
        }
        catch (PlatformException fault)
        {
            throw new ForeseenException($"No picture can be drawn here: {fault.Message}", cause: fault);
        }

        return ExitCode.Done;
    }

    private static Table Table(RenderReport report)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        table.AddRow("file", Markup.Escape(report.File));
        table.AddRow("pictures", $"{report.Frames} of {report.Width}×{report.Height}");
        if (report.Frames > 1)
        {
            table.AddRow("length", string.Create(CultureInfo.InvariantCulture, $"{report.Seconds:F1} s, {report.Speed:0.##}× as fast as it was"));
        }

        table.AddRow("size", string.Create(CultureInfo.InvariantCulture, $"{report.Bytes / 1024.0:N0} KiB"));
        return table;
    }

    private static (int Width, int Height)? ParseSize(ArgumentResult result)
    {
        var parts = result.Tokens[^1].Value.Split('x', 'X', '×');
        if (parts.Length == 2 && int.TryParse(parts[0], out var width) && int.TryParse(parts[1], out var height)
            && Math.Min(width, height) >= RenderOrder.LeastEdge && Math.Max(width, height) <= RenderOrder.MostEdge)
        {
            return (width, height);
        }

        result.AddError($"'{result.Tokens[^1].Value}' is no size: write it as 1280x720, each edge {RenderOrder.LeastEdge} to {RenderOrder.MostEdge}.");
        return null;
    }
}
