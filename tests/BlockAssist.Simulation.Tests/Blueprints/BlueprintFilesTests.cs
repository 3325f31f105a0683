using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Blueprints;

public sealed class BlueprintFilesTests
{
    public static TheoryData<string> FormatIds => [.. BlueprintFiles.Formats.Select(format => format.Id)];

    [Theory]
    [MemberData(nameof(FormatIds))]
    public void What_is_exported_is_imported_again_exactly(string id)
    {
        var format = BlueprintFiles.Find(id)!;

        SomeBlueprints.AnyGrid.Sample(
            grid =>
            {
                var import = BlueprintFiles.Import(BlueprintFiles.Export(SomeBlueprints.Named(grid), format), "house.bin");
                return import.Format == format && import.Unmapped.Count == 0 && import.Blueprint.Blocks.ContentEquals(grid);
            },
            iter: 100);
    }

    [Theory]
    [MemberData(nameof(FormatIds))]
    public void Sides_longer_than_a_byte_can_say_survive(string id)
    {
        foreach (var size in (GridSize[])[new(300, 2, 3), new(2, 300, 1), new(1, 2, 512), new(257, 1, 258)])
        {
            var grid = SomeBlueprints.Lopsided(size);

            var import = BlueprintFiles.Import(BlueprintFiles.Export(SomeBlueprints.Named(grid), BlueprintFiles.Find(id)!), "long");

            Assert.True(import.Blueprint.Blocks.ContentEquals(grid), $"{id} {size}");
        }
    }

    [Theory]
    [InlineData("schem", "Ünter dem Dach 🏠")]
    [InlineData("schem3", "Ünter dem Dach 🏠")]
    [InlineData("litematic", "Ünter dem Dach 🏠")]
    [InlineData("json", "Ünter dem Dach 🏠")]
    [InlineData("schematic", "file")]
    [InlineData("nbt", "file")]
    [InlineData("vox", "file")]
    public void The_name_inside_counts_and_else_the_name_of_the_file(string id, string expected)
    {
        var blueprint = SomeBlueprints.Named(new BlockGrid(new GridSize(1, 1, 1)), "Ünter dem Dach 🏠");

        var import = BlueprintFiles.Import(BlueprintFiles.Export(blueprint, BlueprintFiles.Find(id)!), "/some/where/file.bin");

        Assert.Equal(expected, import.Blueprint.Name);
    }

    [Fact]
    public void Formats_are_found_by_id_and_by_file_ending()
    {
        Assert.Same(BlueprintFormat.Sponge, BlueprintFiles.Find("house.SCHEM"));
        Assert.Same(BlueprintFormat.Sponge3, BlueprintFiles.Find("schem3"));
        Assert.Same(BlueprintFormat.Schematic, BlueprintFiles.Find(".schematic"));
        Assert.Null(BlueprintFiles.Find("house.txt"));
    }

    [Fact]
    public void What_is_no_blueprint_is_refused_in_one_line()
    {
        foreach (var content in (byte[][])[[], [1, 2, 3], [0x1F, 0x8B, 8], [.. "hello\nworld"u8], [.. "VOX "u8], [10, 0, 0, 0]])
        {
            var refusal = Assert.Throws<BlueprintFormatException>(() => BlueprintFiles.Import(content, "house.txt"));
            Assert.DoesNotContain('\n', refusal.Message);
            Assert.NotEmpty(refusal.Expected);
        }
    }

    [Fact]
    public void A_file_longer_than_allowed_is_not_read_to_its_end()
    {
        var limits = new BlueprintLimits { MaxFileBytes = 1000 };
        using var endless = new MemoryStream(new byte[1_000_000]);

        Assert.Throws<BlueprintFormatException>(() => BlueprintFiles.Import(endless, "x.nbt", limits));

        Assert.True(endless.Position < 200_000);
    }

    [Fact]
    public void A_structure_too_large_to_read_again_is_not_exported()
    {
        var long1 = SomeBlueprints.Named(new BlockGrid(new GridSize(513, 1, 1)));

        Assert.Throws<ArgumentException>(() => BlueprintFiles.Export(long1, BlueprintFormat.Goal));
    }
}
