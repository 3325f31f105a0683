using BlockAssist.Cli.Pictures;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Pictures;

/// <summary>The picture in docs/houses.md; UPDATE_GOLDEN=1 draws it anew.</summary>
public sealed class HousesPictureTests
{
    private static readonly GridSize Room = new(9, 8, 8);

    // Seeds whose houses show their better side to the viewer; any others would do.
    private static readonly ulong[] Seeds = [.. Enumerable.Range(1, 24).Select(seed => (ulong)seed)];

    [Fact]
    public void The_picture_of_the_houses_is_up_to_date()
    {
        var path = Path.Combine(CheckoutRoot(), "docs", "pictures", "houses.png");
        using var drawn = new MemoryStream();
        var sheet = ContactSheet.Draw(
            [.. Seeds.Select(seed => ($"seed {seed}", HouseGenerator.Generate(Room, seed)))], 6, new IsometricOptions { Scale = 8 });
        sheet.Posterise(8);
        sheet.WritePng(drawn);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, drawn.ToArray());
        }

        Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(drawn.ToArray()), $"{path} shows other houses: draw it anew with UPDATE_GOLDEN=1.");
        Assert.InRange(drawn.Length, 1, 400 * 1024);
    }

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
