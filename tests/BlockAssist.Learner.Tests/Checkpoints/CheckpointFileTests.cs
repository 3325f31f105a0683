using System.Text;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Checkpoints;

public sealed class CheckpointFileTests : IDisposable
{
    private static readonly WeightShape[] Shapes = [new("a.weight", [2, 1], WeightFill.Uniform, 1), new("a.bias", [2], WeightFill.Zero, 1)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_of_a_checkpoint_comes_back()
    {
        var saved = SomeCheckpoints.Small() with { Parent = ContentHash.Of([1]), DataHash = "data" };

        var address = CheckpointFile.Save(saved, _folder.File("a/some.safetensors"));
        var loaded = CheckpointFile.Load(_folder.File("a/some.safetensors"), address);

        Assert.Equal(saved.Row.ToArray(), loaded.Row.ToArray());
        Assert.Equal(["m", "v"], loaded.Rows.Keys.Order());
        Assert.Equal(saved.Rows["m"].ToArray(), loaded.Rows["m"].ToArray());
        Assert.Equal(saved.States["random"].ToArray(), loaded.States["random"].ToArray());
        Assert.Equal(saved.Scalars, loaded.Scalars);
        Assert.Equal(saved.Counters, loaded.Counters);
        Assert.Equal(saved.Metrics, loaded.Metrics);
        Assert.Equal(
            (saved.Network, saved.NetworkOptions, saved.TrainingOptions, saved.DataHash, saved.CodeVersion, saved.Parent),
            (loaded.Network, loaded.NetworkOptions, loaded.TrainingOptions, loaded.DataHash, loaded.CodeVersion, loaded.Parent));
    }

    [Fact]
    public void The_address_is_the_hash_of_the_bytes_and_the_same_checkpoint_has_the_same()
    {
        var address = CheckpointFile.Save(SomeCheckpoints.Small(), _folder.File("some"));

        Assert.Equal(ContentHash.OfFile(_folder.File("some")), address);
        Assert.Equal(ContentHash.Of(CheckpointFile.ToBytes(CheckpointFile.Load(_folder.File("some")))), address);
    }

    [Fact]
    public void Another_file_than_expected_is_refused_with_both_addresses()
    {
        var bytes = CheckpointFile.ToBytes(SomeCheckpoints.Small());

        var refusal = Assert.Throws<ArtifactFormatException>(() => CheckpointFile.FromBytes(bytes, "other", ContentHash.Of([])));

        Assert.Contains(ContentHash.Of(bytes), refusal.Message, StringComparison.Ordinal);
        Assert.Contains(ContentHash.Of([]), refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_shortened_file_is_refused_with_its_name_its_hash_and_what_to_do(int length)
    {
        var whole = CheckpointFile.ToBytes(SomeCheckpoints.Small());
        var bytes = whole[..(length < 0 ? whole.Length + length : length)];
        File.WriteAllBytes(_folder.File("short"), bytes);

        CheckRefusal(() => CheckpointFile.Load(_folder.File("short")), ContentHash.Of(bytes));
        CheckRefusal(() => CheckpointFile.Load(_folder.File("short"), ContentHash.Of(whole)), ContentHash.Of(bytes), ContentHash.Of(whole));
    }

    [Fact]
    public void A_damaged_header_is_refused_with_the_name_of_the_file_its_hash_and_what_to_do()
    {
        var bytes = CheckpointFile.ToBytes(SomeCheckpoints.Small());
        bytes[8] = (byte)'?';
        File.WriteAllBytes(_folder.File("header"), bytes);

        CheckRefusal(() => CheckpointFile.Load(_folder.File("header")), ContentHash.Of(bytes));
    }

    [Fact]
    public void A_folder_is_not_taken_for_a_file_that_may_not_be_read()
    {
        var refusal = Assert.Throws<ArtifactFormatException>(() => CheckpointFile.Load(_folder.Path));

        Assert.Contains("a folder", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.Advice);
    }

    [Fact]
    public void Weights_go_into_a_network_and_out_of_it()
    {
        using var weights = SomeCheckpoints.Small().ToWeightSet(Shapes);
        var again = Checkpoint.Of("tiny", weights);

        Assert.Equal([0.5f, -1, 0, 2], weights.Values());
        Assert.Equal(["a.weight [2, 1]", "a.bias [2]"], again.Weights.Select(weight => weight.ToString()));
        Assert.Equal([0.5f, -1, 0, 2], again.Row.ToArray());
    }

    [Fact]
    public void A_network_with_another_order_of_weights_gets_all_rows_in_that_order()
    {
        WeightShape[] turned = [Shapes[1], Shapes[0]];
        using var weights = SomeCheckpoints.Small().ToWeightSet(turned);

        Assert.Equal([0, 2, 0.5f, -1], weights.Values());
        Assert.Equal([0, -2, 0.25f, 0], SomeCheckpoints.Small().RowFor(turned, "m")!);
        Assert.Null(SomeCheckpoints.Small().RowFor(turned, "average"));
    }

    [Fact]
    public void A_network_with_other_weights_is_refused_with_the_differences()
    {
        WeightShape[] other = [new("a.weight", [1, 2], WeightFill.Uniform, 1), Shapes[1]];

        var refusal = Assert.Throws<ArtifactFormatException>(() => SomeCheckpoints.Small().ToWeightSet(other));

        Assert.Contains("no a.weight [1, 2]; a a.weight [2, 1] too many", refusal.Message, StringComparison.Ordinal);
    }

    private void CheckRefusal(Func<Checkpoint> load, params string[] hashes)
    {
        var refusal = Assert.Throws<ArtifactFormatException>(load);

        Assert.StartsWith(_folder.Path, refusal.Message, StringComparison.Ordinal);
        Assert.All(hashes, hash => Assert.Contains(hash, refusal.Message, StringComparison.Ordinal));
        Assert.Contains("sound copy", refusal.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_loaded_again_is_not_written()
    {
        File.WriteAllText(_folder.File("old"), "old");
        Checkpoint[] wrong =
        [
            SomeCheckpoints.Small(float.NaN),
            SomeCheckpoints.Small() with { Row = new float[3] },
            SomeCheckpoints.Small() with { Rows = new Dictionary<string, ReadOnlyMemory<float>> { ["m"] = new float[5] } },
            SomeCheckpoints.Small() with { Weights = [new CheckpointWeight("a/b", [4])] },
            SomeCheckpoints.Small() with { TrainingOptions = "{" },
        ];

        Assert.All(wrong, checkpoint => Assert.Throws<ArgumentException>(() => CheckpointFile.Save(checkpoint, _folder.File("old"))));
        Assert.Equal("old", File.ReadAllText(_folder.File("old")));
    }

    [Theory]
    [InlineData("blockassist", "checkpoint 0")]
    [InlineData("blockassist", null)]
    [InlineData("network", null)]
    [InlineData("weights", """["a.weight"]""")]
    [InlineData("weights", """["a.weight","a.weight"]""")]
    [InlineData("weights", "null")]
    [InlineData("counters", """{"step":1.5}""")]
    [InlineData("scalars", "[]")]
    [InlineData("network_options", "{")]
    public void A_sound_file_that_is_no_checkpoint_is_refused_with_the_entry_that_is_wrong(string entry, string? text)
    {
        var writer = CheckpointEncoding.Encode(SomeCheckpoints.Small());
        if (text is null)
        {
            writer.Metadata.Remove(entry);
        }
        else
        {
            writer.Metadata[entry] = text;
        }

        var stream = new MemoryStream();
        writer.Write(stream);

        var refusal = Assert.Throws<ArtifactFormatException>(() => CheckpointFile.FromBytes(stream.ToArray(), "wrong"));
        Assert.Contains($"metadata, {entry}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_checkpoint_with_a_good_hash_cannot_bring_endless_weights_or_short_rows()
    {
        var good = SomeCheckpoints.Small();

        Refused(writer => writer.Add("b", (float[])[float.PositiveInfinity], [1]), names: """["a.weight","a.bias","b"]""", "finite");
        Refused(writer => writer.Add("row/x", (float[])[1], [1]), names: null, "as many as the weights have");
        Refused(writer => writer.Add("row/x", (byte[])[1]), names: null, "U8, expected F32");

        void Refused(Action<SafetensorsWriter> add, string? names, string message)
        {
            var writer = CheckpointEncoding.Encode(good);
            add(writer);
            writer.Metadata["weights"] = names ?? writer.Metadata["weights"];
            var stream = new MemoryStream();
            writer.Write(stream);
            var refusal = Assert.Throws<ArtifactFormatException>(() => CheckpointFile.FromBytes(stream.ToArray(), "hostile"));
            Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Damaged_metadata_with_a_good_hash_ends_in_a_report_and_in_nothing_worse()
    {
        var texts = CheckpointEncoding.Encode(SomeCheckpoints.Small()).Metadata.Values.Select(Encoding.UTF8.GetBytes).ToList();
        FuzzRun.Over(texts, 15, damaged =>
        {
            foreach (var entry in CheckpointEncoding.Encode(SomeCheckpoints.Small()).Metadata.Keys)
            {
                var writer = CheckpointEncoding.Encode(SomeCheckpoints.Small());
                writer.Metadata[entry] = Encoding.UTF8.GetString(damaged);
                var stream = new MemoryStream();
                writer.Write(stream);
                try
                {
                    CheckpointFile.FromBytes(stream.ToArray(), "damaged");
                }
                catch (Exception error) when (error is ArtifactFormatException or NewerVersionException)
                {
                    Assert.DoesNotContain('\n', error.Message);
                }
            }
        });
    }
}
