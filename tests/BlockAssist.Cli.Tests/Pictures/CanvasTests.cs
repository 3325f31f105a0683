using System.Buffers.Binary;
using BlockAssist.Cli.Pictures;
using BlockAssist.Game.Pictures;

namespace BlockAssist.Cli.Tests.Pictures;

public sealed class CanvasTests
{
    private static readonly Rgba White = new(255, 255, 255);
    private static readonly Rgba Black = new(0, 0, 0);

    [Fact]
    public void What_is_outside_is_left_out()
    {
        var canvas = new Canvas(3, 2, White);

        canvas.Plot(-1, 0, Black);
        canvas.Plot(3, 0, Black);
        canvas.Plot(0, 2, Black);
        canvas.Draw(new Canvas(4, 4, Black), 2, 1);

        Assert.Equal([White, White, White, White, White, Black], canvas.Pixels.ToArray());
    }

    [Theory]
    [InlineData(255, 2)]
    [InlineData(120, 6)]
    public void A_PNG_tells_its_size_and_has_transparency_only_if_needed(byte alpha, byte colourType)
    {
        using var stream = new MemoryStream();

        PngPicture.Write(new Canvas(13, 7, new Rgba(1, 2, 3, alpha)), stream);

        var bytes = stream.ToArray();
        Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
        Assert.Equal(13, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.Equal(7, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
        Assert.Equal(colourType, bytes[25]);
    }

    [Fact]
    public void Posterising_leaves_few_tones_near_the_old_ones()
    {
        var canvas = new Canvas(256, 1, White);
        for (var i = 0; i < 256; i++)
        {
            canvas[i, 0] = new Rgba((byte)i, 0, 0);
        }

        canvas.Posterise(8);

        Assert.Equal(33, canvas.Pixels.ToArray().Distinct().Count());
        Assert.All(Enumerable.Range(0, 256), i => Assert.InRange(canvas[i, 0].R, i - 4, i + 4));
    }
}
