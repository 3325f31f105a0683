using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class ModelCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_node_without_models_lists_none()
    {
        var run = await Run("list", "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Empty(run.Json.GetProperty("models").EnumerateArray());
    }

    [Fact]
    public async Task An_imported_model_is_a_candidate_that_is_listed_and_shown()
    {
        var hash = await Import(1, "from a friend");

        var listed = Assert.Single((await Run("list", "--json")).Json.GetProperty("models").EnumerateArray());
        var shown = await Run("show", hash[..8], "--json");

        Assert.Equal((hash, "human", "candidate"), (listed.GetProperty("hash").GetString(), listed.GetProperty("kind").GetString(), listed.GetProperty("state").GetString()));
        Assert.Equal(16, shown.Json.GetProperty("networkOptions").GetProperty("channels").GetInt32());
        Assert.Equal("from a friend", shown.Json.GetProperty("model").GetProperty("note").GetString());
        Assert.Contains("from a friend", (await Run("list")).Out, StringComparison.Ordinal);
        Assert.Contains(hash, (await Run("show", hash)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_promotions_a_rollback_lets_the_first_play_again()
    {
        var (first, second) = (await Import(1), await Import(2));

        Assert.Equal(ExitCode.Done, (await Run("promote", first)).Code);
        Assert.Equal(ExitCode.Done, (await Run("promote", second)).Code);
        Assert.Equal(second, Registry().Promoted(ModelKind.Human)?.Hash);
        var back = await Run("rollback", "--json");

        Assert.Equal((first, "promoted"), (back.Json.GetProperty("hash").GetString(), back.Json.GetProperty("state").GetString()));
        Assert.Equal(first, Registry().Promoted(ModelKind.Human)?.Hash);
        Assert.Equal(ModelState.Archived, Registry().Find(second).State);
    }

    [Fact]
    public async Task Without_a_model_before_there_is_nothing_to_roll_back_to()
    {
        await Run("promote", await Import(1));

        var run = await Run("rollback");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("played before the present one", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_removed_once_it_is_archived()
    {
        var hash = await Import(1);

        var early = await Run("remove", hash);
        await Run("archive", hash);
        var removed = await Run("remove", hash, "--json");

        Assert.Contains("only an archived model can be removed", early.Error, StringComparison.Ordinal);
        Assert.Equal("removed", removed.Json.GetProperty("state").GetString());
        Assert.Empty(Registry().List());
    }

    [Fact]
    public async Task A_model_travels_as_a_checkpoint_to_another_node()
    {
        var hash = await Import(1);
        var file = _folder.File("a/folder/that/is/made/out.safetensors");
        await Run("export", hash, "--out", file);

        var run = await CommandRun.Of("model", "import", file, "--json");

        Assert.Equal(hash, run.Json.GetProperty("hash").GetString());
    }

    [Theory]
    [InlineData("f32")]
    [InlineData("f16")]
    [InlineData("i8")]
    [InlineData("i8dynamic")]
    public async Task A_model_is_exported_as_it_is_served_and_says_which_it_is(string format)
    {
        var hash = await Import(1);
        var file = _folder.File("out.onnx");

        var run = await Run("export", hash, "--out", file, "--format", format, "--json");
        using var engine = InferenceEngine.Open(file);

        Assert.Equal((format, new FileInfo(file).Length), (run.Json.GetProperty("format").GetString(), run.Json.GetProperty("bytes").GetInt64()));
        Assert.Equal((hash, format), (engine.Metadata[OnnxMetadata.Checkpoint], engine.Metadata[OnnxMetadata.Format]));
    }

    [Theory]
    [InlineData("out.zip")]
    [InlineData("out.safetensors", "--format", "f16")]
    public async Task An_export_that_makes_no_sense_is_refused(string file, params string[] more)
    {
        var hash = await Import(1);

        var run = await Run(["export", hash, "--out", _folder.File(file), .. more]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.False(File.Exists(_folder.File(file)));
    }

    [Fact]
    public async Task A_damaged_model_is_refused_by_its_hash()
    {
        var hash = await Import(1);
        Damage(Registry().PathOf(hash));

        string[][] attempts = [["promote", hash], ["show", hash], ["export", hash, "--out", _folder.File("out.onnx")], ["verify"]];
        foreach (var attempt in attempts)
        {
            var run = await Run(attempt);
            Assert.Equal(ExitCode.Failed, run.Code);
            Assert.Contains(hash, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        }

        Assert.Null(Registry().Promoted(ModelKind.Human));
        Assert.False(File.Exists(_folder.File("out.onnx")));
    }

    [Fact]
    public async Task A_damaged_file_is_not_imported()
    {
        var file = SaveModel(1);
        Damage(file);

        var run = await Run("import", file);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.StartsWith($"blockassist: {file}", run.Error, StringComparison.Ordinal);
        Assert.Empty(Registry().List());
    }

    [Fact]
    public async Task A_damaged_model_is_mended_by_importing_it_again()
    {
        var hash = await Import(1);
        Damage(Registry().PathOf(hash));
        var advice = await Run("verify");

        var run = await Run("import", _folder.File("1.safetensors"));
        var again = await Run("import", _folder.File("1.safetensors"), "--json");

        Assert.Contains("import it again", advice.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("was put back", run.Out, StringComparison.Ordinal);
        Assert.Equal("there already", again.Json.GetProperty("outcome").GetString());
        Assert.Equal(ExitCode.Done, (await Run("verify")).Code);
    }

    [Fact]
    public async Task A_folder_is_no_model()
    {
        var run = await Run("import", _folder.Path);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("a folder", run.Error, StringComparison.Ordinal);
        Assert.Contains(".safetensors", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_training_showed_is_not_taken_for_a_measurement()
    {
        var metrics = new Dictionary<string, double> { ["loss"] = 1.5, ["accuracy"] = 0.5, ["validation_loss"] = 1.75 };
        var hash = Registry().Add(Model(1) with { Metrics = metrics }, ModelKind.Human).Model.Hash;

        string[] shown = [(await Run("list")).Out, (await Run("show", hash)).Out];

        Assert.All(shown, text => Assert.Contains("training accuracy 0.5, training loss 1.5, validation loss 1.75", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_sound_is_verified()
    {
        await Import(1);

        var run = await Run("verify");

        Assert.Equal((ExitCode.Done, "1 models, all as they should be.\n"), (run.Code, run.Out));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("../../etc")]
    public async Task What_is_no_hash_is_a_mistake_in_the_command_line(string hash) => Assert.Equal(ExitCode.Usage, (await Run("promote", hash)).Code);

    [Fact]
    public async Task A_hash_of_no_model_is_said_to_be_one()
    {
        var run = await Run("promote", "0123abcd");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("no model whose hash starts with '0123abcd'", run.Error, StringComparison.Ordinal);
    }

    private static void Damage(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _folder.File("home"), ["model", .. words]);

    private ModelRegistry Registry() => new(Path.Combine(_folder.File("home"), "models"), TimeProvider.System);

    private async Task<string> Import(ulong seed, string? note = null)
    {
        string[] words = ["import", SaveModel(seed), "--json"];
        var run = await Run(note is null ? words : [.. words, "--note", note]);
        return run.Json.GetProperty("hash").GetString()!;
    }

    private string SaveModel(ulong seed)
    {
        var file = _folder.File($"{seed}.safetensors");
        CheckpointFile.Save(Model(seed), file);
        return file;
    }

    private static Checkpoint Model(ulong seed)
    {
        var network = new HumanNetwork(new HumanNetworkOptions { Channels = 16, Blocks = 1, Context = 16, Memory = 16 });
        using var model = new HumanModel(network, WeightSet.Fresh(network.Weights(), seed));
        return model.ToCheckpoint();
    }
}
