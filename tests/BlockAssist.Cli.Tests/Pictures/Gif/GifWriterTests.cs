using BlockAssist.Cli.Pictures.Gif;
using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Pictures.Gif;

public sealed class GifWriterTests
{
    private const int Width = 96;
    private const int Height = 64;

    [Fact]
    public void A_film_is_read_back_picture_by_picture_near_the_colours_it_had()
    {
        byte[][] pictures = [Gradient(0), Gradient(40), Gradient(40), Gradient(200)];

        var read = new GifReader(Write(pictures, 0.1));

        Assert.Equal((Width, Height, 4), (read.Width, read.Height, read.Pictures.Count));
        for (var picture = 0; picture < pictures.Length; picture++)
        {
            Assert.InRange(MeanError(pictures[picture], read.Pictures[picture].Pixels), 0, 8);
        }
    }

    [Fact]
    public void Noise_which_fills_the_table_of_codes_again_and_again_survives()
    {
        var random = new SeededRandom(4);
        var noise = new byte[4 * Width * Height];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (byte)random.Next(256);
        }

        var read = new GifReader(Write([noise, Gradient(3), noise], 0.1));

        Assert.InRange(MeanError(noise, read.Pictures[0].Pixels), 0, 10);
        Assert.InRange(MeanError(noise, read.Pictures[2].Pixels), 0, 10);
    }

    [Fact]
    public void What_does_not_change_costs_next_to_nothing_and_does_not_flicker()
    {
        var one = Write([Gradient(0)], 0.1);
        var many = Write([.. Enumerable.Repeat(Gradient(0), 20)], 0.1);

        Assert.True(many.Length < one.Length + (19 * 40), $"{one.Length} and {many.Length} bytes");
        var pictures = new GifReader(many).Pictures;
        Assert.All(pictures, picture => Assert.Equal(pictures[0].Pixels, picture.Pixels));
    }

    [Fact]
    public void Twelve_pictures_a_second_are_a_second_long_though_hundredths_do_not_divide_so()
    {
        var read = new GifReader(Write([.. Enumerable.Repeat(Gradient(0), 12)], 1.0 / 12));

        Assert.Equal(100, read.Pictures.Sum(picture => picture.Hundredths));
    }

    [Fact]
    public void Few_colours_are_kept_as_they_are_but_for_what_five_bits_lose()
    {
        var table = ColourTable.Of([[250, 0, 0, 255, 0, 250, 0, 255, 0, 0, 250, 255]], 255);

        Assert.Equal(3, table.Colours.Count);
        var red = table.Colours[table.Nearest(255, 3, 2)];
        Assert.True(red is { R: > 243, G: < 9, B: < 9 }, $"{red}");
    }

    private static byte[] Write(byte[][] pictures, double seconds)
    {
        using var stream = new MemoryStream();
        var gif = new GifWriter(stream, (Width, Height), ColourTable.Of(pictures, GifWriter.MostColours));
        foreach (var picture in pictures)
        {
            gif.Add(picture, seconds);
        }

        gif.Finish();
        return stream.ToArray();
    }

    private static byte[] Gradient(int blue)
    {
        var pixels = new byte[4 * Width * Height];
        for (var i = 0; i < Width * Height; i++)
        {
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = ((byte)(i % Width * 2), (byte)(i / Width * 3), (byte)blue, 255);
        }

        return pixels;
    }

    // Over squares of 8 by 8, as eyes mix them.
    private static double MeanError(byte[] wanted, Rgba[] found)
    {
        var sums = new Dictionary<(int, int), (double R, double G, double B)>();
        for (var i = 0; i < found.Length; i++)
        {
            var square = (i % Width / 8, i / Width / 8);
            var (r, g, b) = sums.GetValueOrDefault(square);
            sums[square] = (r + wanted[4 * i] - found[i].R, g + wanted[(4 * i) + 1] - found[i].G, b + wanted[(4 * i) + 2] - found[i].B);
        }

        return sums.Values.Average(sum => (Math.Abs(sum.R) + Math.Abs(sum.G) + Math.Abs(sum.B)) / 3 / 64);
    }
}
