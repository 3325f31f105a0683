using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints;

public sealed class BlueprintFuzzTests
{
    private const int Rounds = 250;
    private const long MaxBytesPerFile = 40 << 20;

    private static readonly BlueprintLimits Limits = new()
    {
        MaxUnpackedBytes = 4 << 20,
        MaxVolume = 1 << 18,
    };

    /// <summary>Set <c>UPDATE_GOLDEN=1</c> to write the corpus anew into the source folder; it is committed.</summary>
    [Fact]
    public void The_corpus_holds_what_our_exporters_write()
    {
        foreach (var (name, grid) in Structures)
        {
            foreach (var format in BlueprintFiles.Formats)
            {
                var file = SomeBlueprints.FileOf($"corpus/{name}-{format.Id}{format.Extension}");
                if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
                {
                    File.WriteAllBytes(SourceOf(file), BlueprintFiles.Export(SomeBlueprints.Named(grid, name), format));
                    continue;
                }

                Assert.True(BlueprintFiles.Import(File.ReadAllBytes(file), file).Blueprint.Blocks.ContentEquals(grid), file);
            }
        }
    }

    /// <summary>One structure of 300 block states as other programs write it: sizes that reach back, offsets, biomes, entities.</summary>
    [Fact]
    public void The_corpus_holds_foreign_files_of_one_structure_and_they_read_alike()
    {
        BlockGrid[] grids =
        [
            .. Directory.GetFiles(SomeBlueprints.FileOf("corpus"), "foreign-*").Select(file => BlueprintFiles.Import(File.ReadAllBytes(file), file).Blueprint.Blocks),
        ];

        Assert.Equal(4, grids.Length);
        Assert.Equal(376, grids[0].CountSolid());
        Assert.All(grids, grid => Assert.True(grid.ContentEquals(grids[0])));
    }

    [Theory]
    [InlineData("absurd-size.schem", "32767×32767×32767")]
    [InlineData("cut-off.schem", "4 bytes wanted and 3 left")]
    [InlineData("deep.nbt", "nested 513 deep")]
    public void The_corpus_holds_files_that_are_refused(string name, string reason)
    {
        var file = SomeBlueprints.FileOf($"corpus/{name}");

        var refusal = Assert.Throws<BlueprintFormatException>(() => BlueprintFiles.Import(File.ReadAllBytes(file), file));

        Assert.Contains(reason, refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_within_the_limits()
    {
        var files = Directory.GetFiles(SomeBlueprints.FileOf("corpus")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        files.AddRange([.. files.Where(file => file[0] == 0x1F).Select(file => NbtPacking.Unpack(file, Limits.MaxUnpackedBytes))]);
        var read = 0;

        var count = FuzzRun.Over(files, Rounds, damaged => read += Read(damaged) ? 1 : 0);

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} damaged files, of which {read} could still be read.");
        Assert.InRange(read, count / 50, count - (count / 50)); // Neither all refused nor all read: the damage tests something.
    }

    private static bool Read(byte[] damaged)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var import = BlueprintFiles.Import(damaged, "damaged", Limits);
            Assert.InRange(import.Blueprint.Blocks.Size.Volume, 1, Limits.MaxVolume);
            return true;
        }
        catch (BlueprintFormatException refusal)
        {
            Assert.DoesNotContain(refusal.Message, char.IsControl);
            return false;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytesPerFile);
        }
    }

    private static IEnumerable<(string Name, BlockGrid Grid)> Structures =>
        [("lopsided", SomeBlueprints.Lopsided(new GridSize(4, 5, 6))), ("cell", new BlockGrid(new GridSize(1, 1, 1), [Block.Wool]))];

    private static string SourceOf(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BlockAssist.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "tests", "BlockAssist.Simulation.Tests", "Blueprints", "corpus", Path.GetFileName(file));
    }
}
