using BlockAssist.Cli.Pictures;
using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>Small pictures of sessions: what stood at their end, and on the way there.</summary>
internal sealed class SessionPictures
{
    /// <summary>How many moments of a session there are pictures of; the last is its end.</summary>
    public const int Moments = 8;

    private const int MostKept = 256;
    private const int Widest = 260;
    private const int PosteriseStep = 4;

    private static readonly Rgba Day = new(244, 244, 236);
    private static readonly Rgba Night = new(36, 40, 44);

    private readonly StampedCache<byte[]> _drawn = new(MostKept);

    /// <summary>The PNG of a moment.</summary>
    /// <param name="file">The session.</param>
    /// <param name="moment">Which, from 1.</param>
    /// <param name="isDark">Whether it lies on a dark page.</param>
    /// <exception cref="EpisodeFormatException">The file is no session.</exception>
    public byte[] Draw(string file, int moment, bool isDark) => _drawn.Get($"{moment} {isDark} {file}", FileStamp.Of(file), () =>
    {
        var blocks = BlocksAt(file, moment);
        var canvas = IsometricPicture.Draw(blocks, new IsometricOptions { Scale = ScaleOf(blocks.Size), Samples = 2, Background = isDark ? Night : Day });
        canvas.Posterise(PosteriseStep);
        using var png = new MemoryStream();
        PngPicture.Write(canvas, png);
        return png.ToArray();
    });

    private static BlockGrid BlocksAt(string file, int moment)
    {
        var replay = new Replay(EpisodeReader.Open(file));
        replay.Run();
        if (moment < Moments)
        {
            var steps = replay.Steps * moment / Moments;
            replay = new Replay(EpisodeReader.Open(file));
            replay.Seek(steps);
        }

        return new BlockGrid(replay.Site.Size, replay.Site.Blocks);
    }

    private static int ScaleOf(GridSize size) => Math.Clamp(Widest / (size.Width + size.Depth + 2), IsometricPicture.MinScale, IsometricPicture.MaxScale);
}
