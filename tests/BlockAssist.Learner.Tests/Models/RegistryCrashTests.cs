using System.Text;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Tests.Checkpoints;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Models;

public sealed class RegistryCrashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_index_cut_off_anywhere_holds_what_was_done_before_and_can_be_written_on()
    {
        var registry = Registry("cut");
        var states = new List<(long Length, string State)> { (0, "") };
        for (var i = 0; i < 3; i++)
        {
            var hash = registry.Add(SomeCheckpoints.Small(i), ModelKind.Human).Model.Hash;
            states.Add((IndexOf("cut").Length, Describe(registry)));
            registry.Promote(hash);
            states.Add((IndexOf("cut").Length, Describe(registry)));
        }

        var whole = File.ReadAllBytes(IndexOf("cut").FullName);
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(IndexOf("cut").FullName, whole[..length]);

            Assert.Equal(states.Last(state => state.Length <= length).State, Describe(registry));
        }

        File.WriteAllBytes(IndexOf("cut").FullName, whole[..(int)(states[3].Length + 10)]);
        registry.Add(SomeCheckpoints.Small(9), ModelKind.Human);
        Assert.Equal(3, registry.List().Count);
    }

    [Fact]
    public void A_damaged_line_in_the_middle_is_refused_with_its_number_and_checksums()
    {
        var registry = Registry("damaged");
        for (var i = 0; i < 3; i++)
        {
            registry.Add(SomeCheckpoints.Small(i), ModelKind.Human);
        }

        var lines = File.ReadAllLines(IndexOf("damaged").FullName);
        lines[1] = lines[1].Replace("human", "Human", StringComparison.Ordinal);
        File.WriteAllText(IndexOf("damaged").FullName, string.Join('\n', lines) + "\n");

        Assert.Contains("line 2: an event with the checksum", Assert.Throws<ArtifactFormatException>(registry.List).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_cannot_follow_each_other_are_refused()
    {
        var registry = Registry("impossible");
        registry.Add(SomeCheckpoints.Small(), ModelKind.Human);
        File.WriteAllBytes(IndexOf("impossible").FullName, [.. RegistryLines.Write(new RegistryEvent(RegistryOperation.Promote, ContentHash.Of([]), default))]);

        Assert.Contains("there is no such model", Assert.Throws<ArtifactFormatException>(registry.List).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_indexes_end_in_a_report_and_in_nothing_worse()
    {
        var hash = ContentHash.Of([]);
        byte[] index =
        [
            .. RegistryLines.Write(new RegistryEvent(RegistryOperation.Add, hash, default) { Kind = ModelKind.Human, Note = "x" }),
            .. RegistryLines.Write(new RegistryEvent(RegistryOperation.Promote, hash, default)),
        ];
        FuzzRun.Over([index], 2000, damaged =>
        {
            try
            {
                RegistryContents.After(RegistryLines.Read(damaged, "damaged").Events, "damaged");
            }
            catch (ArtifactFormatException error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_work_with_crashes_keeps_one_promoted_model_of_each_kind_and_every_file(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        var name = $"random{seed}";
        var registry = Registry(name);
        for (var i = 0; i < 60; i++)
        {
            var before = Describe(registry);
            var length = IndexOf(name).Exists ? IndexOf(name).Length : 0;
            var files = Files(name);
            TryOneThing(registry, random);
            if (random.Next(4) == 0 && IndexOf(name) is { Exists: true } index && index.Length > length)
            {
                Crash(index, length + random.Next((int)(index.Length - length)), files);

                Assert.Equal(before, Describe(registry));
            }

            CheckRules(registry);
        }

        // What a crash between a file and its line leaves behind is a file nobody names, and nothing else.
        Assert.All(registry.Verify(TestContext.Current.CancellationToken), finding => Assert.StartsWith("no line", finding.Problem, StringComparison.Ordinal));
    }

    private static void TryOneThing(ModelRegistry registry, SeededRandom random)
    {
        var models = registry.List();
        var hash = models.Count == 0 ? ContentHash.Of([]) : models[random.Next(models.Count)].Hash;
        try
        {
            switch (random.Next(6))
            {
                case 0 or 1: registry.Add(SomeCheckpoints.Small(random.Next(1000)), random.Next(2) == 0 ? ModelKind.Human : ModelKind.Assistant); break;
                case 2: registry.Promote(hash); break;
                case 3: registry.Rollback(random.Next(2) == 0 ? ModelKind.Human : ModelKind.Assistant); break;
                case 4: registry.Archive(hash); break;
                default: registry.Remove(hash); break;
            }
        }
        catch (RegistryException)
        {
            // Refusing is a good answer to a random wish; what counts is what is there afterwards.
        }
    }

    // A line is on the disk before a file goes: who died while writing the line still has the file.
    private static void Crash(FileInfo index, long length, Dictionary<string, byte[]> files)
    {
        using (var stream = index.OpenWrite())
        {
            stream.SetLength(length);
        }

        foreach (var (path, bytes) in files.Where(file => !File.Exists(file.Key)))
        {
            File.WriteAllBytes(path, bytes);
        }
    }

    private static void CheckRules(ModelRegistry registry)
    {
        var models = registry.List();
        foreach (var kind in Enum.GetValues<ModelKind>())
        {
            var promoted = models.Where(model => model.Kind == kind && model.State == ModelState.Promoted).ToList();
            Assert.InRange(promoted.Count, 0, 1);
            Assert.Equal(promoted.FirstOrDefault()?.Hash, registry.Promoted(kind)?.Hash);
        }

        Assert.All(models, model => Assert.True(File.Exists(registry.PathOf(model.Hash))));
    }

    private Dictionary<string, byte[]> Files(string name) => Directory.Exists(_folder.File(name))
        ? Directory.EnumerateFiles(_folder.File(name), "*.safetensors").ToDictionary(path => path, File.ReadAllBytes)
        : [];

    private static string Describe(ModelRegistry registry)
    {
        var text = new StringBuilder();
        foreach (var model in registry.List())
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{model.Hash[..8]} {model.Kind} {model.State}\n");
        }

        return text.ToString();
    }

    private ModelRegistry Registry(string name) => new(_folder.File(name), TimeProvider.System);

    private FileInfo IndexOf(string name) => new(_folder.File($"{name}/index.jsonl"));
}
