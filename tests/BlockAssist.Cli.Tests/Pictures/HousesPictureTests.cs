using BlockAssist.Cli.Pictures;
using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Pictures;

/// <summary>The picture in docs/houses.md; UPDATE_GOLDEN=1 draws it anew, BLOCKASSIST_MEASURE=1 compares every pixel.</summary>
public sealed class HousesPictureTests
{
    private static readonly GridSize Room = new(9, 8, 8);

    // Seeds whose houses show their better side to the viewer; any others would do.
    private static readonly ulong[] Seeds =
    [
        70, 32, 57, 88, 3, 18, 72, 46, 61, 28, 31, 83, 13, 87, 56, 10, 52, 80, 36, 96, 63, 60, 90, 33,
    ];

    private static string PicturePath => Path.Combine(CheckoutRoot(), "docs", "pictures", "houses.png");

    [Fact]
    public void The_picture_of_the_houses_shows_the_houses_of_today()
    {
        var update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";
        Assert.SkipUnless(update || Environment.GetEnvironmentVariable("BLOCKASSIST_MEASURE") == "1", "Takes seconds: set BLOCKASSIST_MEASURE=1.");
        using var drawn = new MemoryStream();
        var sheet = ContactSheet.Draw(
            [.. Seeds.Select(seed => ($"seed {seed}", HouseGenerator.Generate(Room, seed)))], 6, new IsometricOptions { Scale = 8 });
        sheet.Posterise(8);
        PngPicture.Write(sheet, drawn);
        if (update)
        {
            File.WriteAllBytes(PicturePath, drawn.ToArray());
        }

        Assert.True(
            File.ReadAllBytes(PicturePath).AsSpan().SequenceEqual(drawn.ToArray()),
            $"{PicturePath} shows other houses: draw it anew with UPDATE_GOLDEN=1.");
    }

    [Fact]
    public void The_picture_of_the_houses_is_small_enough_for_a_page() =>
        Assert.InRange(new FileInfo(PicturePath).Length, 10 * 1024, 400 * 1024);

    private static string CheckoutRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BlockAssist.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside a checkout.");
        }

        return folder;
    }
}
