using System.Text.Json;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints;

public sealed class RealFilesTests
{
    [Theory]
    [InlineData("houses/craftassist", "*.schematic", "schematic")]
    [InlineData("houses/village-nbt", "*.nbt", "nbt")]
    public void Every_house_imports_without_an_unmapped_block(string folder, string pattern, string id)
    {
        SharedData.Need(folder);
        var unmapped = new List<string>();
        foreach (var file in SharedData.Files(folder, pattern))
        {
            var import = Import(file);

            Assert.Equal(id, import.Format.Id);
            Assert.Equal(Path.GetFileNameWithoutExtension(file), import.Blueprint.Name);
            Assert.True(import.Blueprint.Blocks.CountSolid() > 20, file);
            unmapped.AddRange(import.Unmapped.Select(block => $"{import.Blueprint.Name}: {block}"));
        }

        Assert.Empty(unmapped);
    }

    [Fact]
    public void Every_recorded_goal_imports_with_the_counts_that_it_states()
    {
        SharedData.Need("mbag/goals");
        foreach (var file in SharedData.Files("mbag/goals", "*.json"))
        {
            var import = Import(file);
            using var json = JsonDocument.Parse(File.ReadAllText(file));

            Assert.Equal(BlueprintFormat.Goal, import.Format);
            Assert.Equal(json.RootElement.GetProperty("name").GetString(), import.Blueprint.Name);
            foreach (var count in json.RootElement.GetProperty("counts").EnumerateObject())
            {
                Assert.Equal(count.Value.GetInt32(), import.Blueprint.Blocks.Blocks.Count(Palette.Find(count.Name)!.Value));
            }
        }
    }

    private static BlueprintImport Import(string file)
    {
        using var stream = File.OpenRead(file);
        return BlueprintFiles.Import(stream, file);
    }
}
