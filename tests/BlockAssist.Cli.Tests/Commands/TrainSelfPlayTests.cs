using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>A model plays with itself from the command line.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class TrainSelfPlayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainSelfPlayTests() => SomeHuman.Save(Model);

    private string Model => _folder.File("model.safetensors");

    [Fact]
    public async Task What_comes_of_it_is_a_human_model_in_a_file_and_in_the_registry()
    {
        var output = _folder.File("out.safetensors");
        var run = await Run("--iterations", "1", "--out", output);

        Assert.Equal(ExitCode.Done, run.Code);
        using var model = HumanModel.Open(CheckpointFile.Load(output));
        Assert.Equal(16, model.Network.Options.Memory);
        Assert.True(File.Exists(run.Json.GetProperty("curves").GetString()));
        Assert.Equal(1, run.Json.GetProperty("iterations").GetInt32());
        Assert.Single(File.ReadAllLines(run.Json.GetProperty("metricsFile").GetString()!));
        var listed = await CommandRun.Of(Verbs.All(), _folder.File("home"), ["model", "list", "--json"]);
        Assert.Contains(run.Json.GetProperty("model").GetString()!, listed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Play_of_another_seed_is_not_gone_on_with()
    {
        await Run("--iterations", "1");

        var run = await Run("--iterations", "1", "--resume", "--seed", "2");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("without --resume", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_blueprint_is_named()
    {
        var run = await Run("--goals", _folder.File("nowhere"));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> Run(params string[] more) =>
        CommandRun.Of(Verbs.All(), _folder.File("home"), ["train", "selfplay", "--model", Model, "--json", .. more]);
}
