using System.Diagnostics;
using System.Globalization;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Watching;

/// <summary>Makes an MP4 of pictures by the program ffmpeg; the file is there when it is whole.</summary>
internal sealed class FfmpegFilm : IDisposable
{
    private readonly string _target;
    private readonly string _partial;
    private readonly Process _process;
    private readonly Task<string> _said;

    /// <summary>Starts the program.</summary>
    /// <param name="program">Where it is.</param>
    /// <param name="target">The file to write.</param>
    /// <param name="size">Of the pictures, in pixels.</param>
    /// <param name="framesASecond">How many of them are shown a second.</param>
    public FfmpegFilm(string program, string target, (int Width, int Height) size, int framesASecond)
    {
        (_target, _partial) = (target, target + ".partial");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        string[] words =
        [
            "-hide_banner", "-loglevel", "error", "-y",
            "-f", "rawvideo", "-pix_fmt", "rgba", "-s", $"{size.Width}x{size.Height}", "-r", framesASecond.ToString(CultureInfo.InvariantCulture), "-i", "-",
            // Players want even edges and this way of keeping colours.
            "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p",
            "-c:v", "libx264", "-preset", "fast", "-crf", "20", "-movflags", "+faststart",
            "-f", "mp4", _partial,
        ];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        _process = Process.Start(start) ?? throw new ForeseenException($"{program} does not start");
        _said = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Adds a picture.</summary>
    public void Add(ReadOnlySpan<byte> rgba)
    {
        try
        {
            _process.StandardInput.BaseStream.Write(rgba);
        }
        catch (IOException)
        {
            // It has ended; why, it says itself.
            throw Failure();
        }
    }

    /// <summary>Ends the film.</summary>
    public void Finish()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        if (_process.ExitCode != 0)
        {
            throw Failure();
        }

        File.Move(_partial, _target, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        File.Delete(_partial);
    }

    private ForeseenException Failure()
    {
        _process.WaitForExit();
        var reason = _said.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? $"exit code {_process.ExitCode}";
        return new ForeseenException($"ffmpeg made no film: {reason.Trim()}", "Make a .gif, or install ffmpeg with libx264.");
    }
}
